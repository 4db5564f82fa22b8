"""The table of a plan: what can wait has a tick box, and the keyboard reaches everything."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.message import message
from app.sync.letter import Row
from app.sync.step import Way
from app.ui.sync.plan_table import PlanTable

SENT = Row(Way.TO_CANVAS, "a", "1. Leaves", message("New"), can_wait=True)
BROUGHT = Row(Way.FROM_CANVAS, "b", "2. Roots", message("New on Canvas"), can_wait=True)
HELD = Row(Way.HELD, "c", "3. Bark", message("Stays here"))
TORN = Row(Way.CONFLICT, "d", "4. Stems", message("Changed on both sides"), "item_body")


LONG = Row(
    Way.HELD,
    "e",
    "5. In which layer of a leaf does most of the photosynthesis of a plant of the forest floor take place?",
    message("Stays here: Students have answered it: Canvas allows this change only in its own editor."),
)


@pytest.fixture
def table(qtbot: QtBot) -> PlanTable:
    table = PlanTable()
    qtbot.addWidget(table)
    table.show_rows((TORN, HELD, SENT, BROUGHT))
    return table


def test_only_what_can_wait_has_a_tick_box(table: PlanTable) -> None:
    boxes = [table.model().index(place, 0).data(Qt.ItemDataRole.CheckStateRole) for place in range(4)]
    assert [box is not None for box in boxes] == [False, False, True, True]
    assert table.left == frozenset()


def test_the_space_bar_unticks_a_row_and_ticks_it_again(table: PlanTable, qtbot: QtBot) -> None:
    table.setCurrentCell(2, 1)
    with qtbot.waitSignal(table.ticked):
        QTest.keyClick(table, Qt.Key.Key_Space)
    assert table.left == {SENT.tick}
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert table.left == frozenset()


def test_what_is_left_out_is_not_ticked(table: PlanTable) -> None:
    table.show_rows((SENT, BROUGHT), {BROUGHT.tick})
    assert table.left == {BROUGHT.tick}


def test_enter_leads_to_the_question_and_of_a_conflict_to_both_sides(table: PlanTable, qtbot: QtBot) -> None:
    table.setCurrentCell(3, 1)
    with qtbot.waitSignal(table.question_wanted, check_params_cb=lambda item: item == "b"):
        QTest.keyClick(table, Qt.Key.Key_Return)
    table.setCurrentCell(0, 0)
    with qtbot.waitSignal(table.conflict_wanted, check_params_cb=lambda item, unit: (item, unit) == ("d", "item_body")):
        QTest.keyClick(table, Qt.Key.Key_Return)


@pytest.mark.parametrize("width", [500, 850])
def test_words_that_are_too_long_for_their_column_get_more_lines(table: PlanTable, width: int) -> None:
    table.resize(width, 600)
    table.show()
    table.show_rows((SENT, LONG))
    usual = table.rowHeight(0)
    for column in (1, 2):
        item = table.item(1, column)
        assert item is not None
        cell = table.visualItemRect(item)
        wraps = int(Qt.TextFlag.TextWordWrap)
        room = cell.adjusted(4, 0, -4, 0)
        needed = table.fontMetrics().boundingRect(room, wraps, item.text()).height()
        assert needed <= cell.height()
    assert table.rowHeight(1) > usual == table.rowHeight(0)
    assert table.maximumHeight() >= usual + table.rowHeight(1)


def test_tab_goes_from_the_table_on(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    table, after = PlanTable(page), QPushButton("Sync", page)
    layout = QVBoxLayout(page)
    layout.addWidget(table)
    layout.addWidget(after)
    table.show_rows([SENT])
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after


def test_what_is_about_no_question_says_what_it_is_about(table: PlanTable) -> None:
    order = Row(Way.TO_CANVAS, "", "Leaves", message("Move 1 question"), can_wait=True, of_order=True)
    quiz = Row(Way.TO_CANVAS, "", "Leaves", message("Changed: due date"), can_wait=True)
    table.show_rows((quiz, order))
    names = [str(table.model().index(place, 1).data()) for place in range(2)]
    assert names == ["The quiz itself", "The order of the questions"]


def test_questions_have_the_room_that_short_words_leave(table: PlanTable) -> None:
    table.resize(850, 400)
    table.show()
    table.show_rows((SENT, BROUGHT))
    assert table.columnWidth(1) > 2 * table.columnWidth(2)
    table.show_rows((SENT, LONG))
    assert abs(table.columnWidth(1) - table.columnWidth(2)) <= 2
