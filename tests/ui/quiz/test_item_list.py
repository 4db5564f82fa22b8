"""The item list: choosing, moving, duplicating and deleting by keys and by mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.message import Message
from app.models.item import Item, Summary
from app.models.quiz import Quiz
from app.session.edit import Edit
from app.session.notice import Notice
from app.ui.quiz.item_list import ItemList
from app.ui.quiz.quiz_screen import QuizScreen
from tests.support.quiz import stimulus, three_items

Open = Callable[..., QuizScreen]
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def order(screen: QuizScreen) -> str:
    return "".join(item.id[0] for item in screen.document.quiz.items)


def the_list(screen: QuizScreen) -> ItemList:
    screen.panel.list.setFocus()
    return screen.panel.list


def spoken(screen: QuizScreen, row: int) -> str:
    rows = screen.panel.list.rows
    return str(rows.data(rows.index(row), Qt.ItemDataRole.AccessibleTextRole))


def test_the_first_item_is_open(screen: QuizScreen) -> None:
    assert screen.panel.list.current_id == "a"


def test_arrow_keys_open_the_next_item(screen: QuizScreen) -> None:
    QTest.keyClick(the_list(screen), Qt.Key.Key_Down)
    assert screen.panel.list.current_id == "b"


def test_a_click_opens_an_item(screen: QuizScreen) -> None:
    rows = the_list(screen)
    place = rows.visualRect(rows.rows.index(2)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert rows.current_id == "c"


@pytest.mark.parametrize(
    ("start", "key", "after"),
    [
        ("a", Qt.Key.Key_Down, "bac"),
        ("c", Qt.Key.Key_Up, "acb"),
        ("a", Qt.Key.Key_Up, "abc"),
        ("c", Qt.Key.Key_Down, "abc"),
    ],
)
def test_alt_and_arrows_move_a_question(screen: QuizScreen, start: str, key: Qt.Key, after: str) -> None:
    screen.show_item(start)
    QTest.keyClick(the_list(screen), key, ALT)
    assert (order(screen), screen.panel.list.current_id) == (after, start)


def test_several_are_moved_together_and_stay_selected(screen: QuizScreen) -> None:
    QTest.keyClick(the_list(screen), Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(the_list(screen), Qt.Key.Key_Down, ALT)
    assert order(screen) == "cab"
    assert screen.panel.list.selected_ids == ["a", "b"]
    screen.document.undo_stack.undo()
    assert order(screen) == "abc"


def test_a_pin_is_neither_moved_nor_dragged(open_quiz: Open) -> None:
    screen = open_quiz(*three_items(), stimulus())
    screen.show_item("s")
    QTest.keyClick(the_list(screen), Qt.Key.Key_Up, ALT)
    rows = screen.panel.list.rows
    assert order(screen) == "abcs"
    assert not rows.flags(rows.index(3)) & Qt.ItemFlag.ItemIsDragEnabled
    assert rows.flags(rows.index(0)) & Qt.ItemFlag.ItemIsDragEnabled


def test_a_question_moves_past_a_pin(open_quiz: Open) -> None:
    first, *rest = three_items()
    screen = open_quiz(first, stimulus(), *rest)
    QTest.keyClick(the_list(screen), Qt.Key.Key_Down, ALT)
    assert order(screen) == "sabc"


@pytest.mark.parametrize(
    ("rows", "place", "after"), [([0], 3, "bca"), ([2], 0, "cab"), ([0, 2], 1, "acb"), ([1], -1, "acb")]
)
def test_dropped_rows_move(screen: QuizScreen, rows: list[int], place: int, after: str) -> None:
    model = screen.panel.list.rows
    data = model.mimeData([model.index(row) for row in rows])
    model.dropMimeData(data, Qt.DropAction.MoveAction, place, 0, QModelIndex())
    assert order(screen) == after


def test_delete_takes_the_question_out_and_opens_the_one_that_follows(screen: QuizScreen, qtbot: QtBot) -> None:
    screen.show_item("b")
    with qtbot.waitSignal(screen.commands.notices.shown) as told:
        QTest.keyClick(the_list(screen), Qt.Key.Key_Delete)
    assert (order(screen), screen.panel.list.current_id) == ("ac", "c")
    notice = told.args[0]
    assert isinstance(notice, Notice)
    assert isinstance(notice.action, Message)
    assert notice.act is not None
    notice.act()
    assert (order(screen), screen.panel.list.current_id) == ("abc", "b")


def test_deleting_everything_invites_to_begin(screen: QuizScreen) -> None:
    QTest.keyClick(the_list(screen), Qt.Key.Key_A, CONTROL)
    QTest.keyClick(the_list(screen), Qt.Key.Key_Delete)
    assert screen.side.currentWidget() is screen.side.empty
    screen.document.undo_stack.undo()
    assert (order(screen), screen.side.currentWidget()) == ("abc", screen.pane)


def test_a_pin_is_not_deleted_and_the_notice_says_why(open_quiz: Open, qtbot: QtBot) -> None:
    screen = open_quiz(stimulus())
    with qtbot.waitSignal(screen.commands.notices.shown) as told:
        QTest.keyClick(the_list(screen), Qt.Key.Key_Delete)
    assert order(screen) == "s"
    assert "Canvas" in str(told.args[0].message)


def test_ctrl_d_puts_a_copy_below_and_opens_it(screen: QuizScreen) -> None:
    QTest.keyClick(the_list(screen), Qt.Key.Key_D, CONTROL)
    items = screen.document.quiz.items
    assert [item.summary.first_words for item in items[:2]] == ["Which is green?", "Which is green?"]
    assert items[0].id != items[1].id
    assert screen.panel.list.current_id == items[1].id


def test_enter_goes_into_the_question_text(screen: QuizScreen, qtbot: QtBot) -> None:
    QTest.keyClick(the_list(screen), Qt.Key.Key_Return)
    QTest.keyClicks(screen.focusWidget(), " Say!")
    assert screen.document.quiz.items[0].summary.first_words == "Which is green? Say!"


def test_a_row_is_read_aloud_whole(screen: QuizScreen) -> None:
    assert spoken(screen, 1) == "2, True or false: Leaves breathe., 2 points"


def test_a_row_tells_its_problems(screen: QuizScreen, qtbot: QtBot) -> None:
    screen.document.edit_item(screen.document.quiz.items[1].with_points(0), Edit("Points"))
    assert spoken(screen, 1).endswith("0 points, 1 problem")
    qtbot.waitUntil(lambda: screen.panel.trouble.text() == "1")


def test_rows_are_painted_without_reading_an_item(open_quiz: Open) -> None:
    broken = [Item.stored(f"i{n}", 1, "Item", b"not json", Summary("", "essay", f"Question {n}")) for n in range(2000)]
    screen = open_quiz(*three_items(), *broken)
    screen.panel.list.scrollToBottom()
    assert not screen.panel.list.grab().isNull()
    assert screen.panel.list.rows.rowCount() == 2003


def test_only_the_row_that_changed_is_painted_anew(screen: QuizScreen, qtbot: QtBot) -> None:
    painted: list[int] = []
    screen.panel.list.rows.dataChanged.connect(lambda first, _last: painted.append(first.row()))
    screen.document.edit_item(screen.document.quiz.items[1].with_points(7), Edit("Points"))
    assert set(painted) == {1}


class PaintedRegion(QObject):
    """What of a widget was painted since it is watched."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.region = QRegion()
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def test_opening_another_row_paints_the_two_alone(open_quiz: Open, qtbot: QtBot) -> None:
    rows = open_quiz(*(stimulus(f"s{n}") for n in range(6))).panel.list
    qtbot.waitExposed(rows)
    qtbot.wait(50)
    painted = PaintedRegion(rows.viewport())
    rows.select("s4")
    places = [rows.visualRect(rows.rows.index(row)).center() for row in range(6)]
    qtbot.waitUntil(lambda: painted.region.contains(places[4]))
    assert [painted.region.contains(place) for place in places] == [True, False, False, False, True, False]


def test_another_window_with_other_items_is_shown_row_by_row(screen: QuizScreen) -> None:
    a, b, c = screen.document.quiz.items
    new = stimulus("n")
    screen.document.bring_in(
        Quiz("q", screen.document.quiz.fields, (c, new, a.with_points(5), b)), "Bring in 2 changes"
    )
    assert [item.id for item in screen.panel.list.rows.items] == ["c", "n", "a", "b"]
    assert screen.panel.list.current_id == "a"
