"""The library: what it shows, and what keys and clicks do in it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.library import linking
from app.library.library import Library
from app.library.native_file import write_native
from app.library.row import CourseRow
from app.ui.library.quiz_model import Column
from app.ui.main_window import MainWindow
from tests.ui.shell.conftest import NOW

Make = Callable[..., str]


def cell(window: MainWindow, row: int, column: Column) -> str:
    """The words of a cell."""
    return str(window.library.table.rows.index(row, column).data())


def titles(window: MainWindow) -> list[str]:
    """The titles in the order shown."""
    return [row.title for row in window.library.table.rows.rows]


def test_an_empty_library_offers_ways_to_begin(window: MainWindow, qtbot: QtBot) -> None:
    first = window.library.first_start.ways[0]
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.pages.quiz is not None)


def test_a_new_quiz_is_named_at_once(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["new_quiz"].trigger()
    qtbot.waitUntil(lambda: window.pages.quiz is not None)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "Roots")
    assert window.pages.quiz is not None
    assert window.pages.quiz.document.quiz.title == "Roots"


def test_a_row_says_everything_in_words(window: MainWindow, quiz: Make) -> None:
    quiz("Leaves")
    assert [cell(window, 0, column) for column in Column] == ["Leaves", "0", "0", "Only here", "Only you", "just now"]


def test_enter_opens_the_quiz_and_alt_left_comes_back_to_it(window: MainWindow, quiz: Make) -> None:
    quiz("Leaves")
    chosen = quiz("Roots")
    window.library.enter(chosen)
    QTest.keyClick(window.library.table, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Roots")
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert (window.library.selected_ids, window.library.table.hasFocus()) == ([chosen], True)


def test_delete_can_be_undone_from_the_notice(window: MainWindow, qtbot: QtBot, quiz: Make) -> None:
    window.library.enter(quiz("Leaves"))
    QTest.keyClick(window.library.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not window.workspace.rows())
    QTest.mouseClick(window.notice_bar.act, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: titles(window) == ["Leaves"])


def test_delete_can_be_undone_by_the_key_of_undo(window: MainWindow, qtbot: QtBot, quiz: Make) -> None:
    window.library.enter(quiz("Leaves"))
    QTest.keyClick(window.library.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not window.workspace.rows())
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: [row.title for row in window.workspace.rows()] == ["Leaves"])
    assert not window.commands["undo"].isEnabled()


def test_the_key_that_duplicates_a_question_duplicates_a_quiz(window: MainWindow, qtbot: QtBot, quiz: Make) -> None:
    window.library.enter(quiz("Leaves"))
    QTest.keyClick(window.library.table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: sorted(titles(window)) == ["Leaves", "Leaves (copy)"])


def test_a_deleted_quiz_waits_in_recently_deleted(window: MainWindow, qtbot: QtBot, quiz: Make) -> None:
    window.library.enter(quiz("Leaves"))
    window.commands["delete_quiz"].trigger()
    qtbot.waitUntil(lambda: window.library.places.item(window.library.places.count() - 1).text() == "Recently deleted")
    window.library.places.setCurrentRow(window.library.places.count() - 1)
    window.library.table.setCurrentIndex(window.library.table.rows.index(0, 0))
    assert not window.commands["delete_quiz"].isEnabled()
    window.commands["restore_quiz"].trigger()
    qtbot.waitUntil(lambda: [row.title for row in window.workspace.rows()] == ["Leaves"])


def test_the_head_of_a_column_orders_and_the_selection_stays(window: MainWindow, quiz: Make) -> None:
    chosen = quiz("Zebra")
    quiz("ant")
    window.library.select(chosen)
    window.library.table.sortByColumn(Column.TITLE, Qt.SortOrder.AscendingOrder)
    assert (titles(window), window.library.selected_ids) == (["ant", "Zebra"], [chosen])


def test_typing_in_the_search_finds_and_enter_opens(window: MainWindow, quiz: Make, qtbot: QtBot) -> None:
    quiz("Photosynthesis")
    quiz("Hamlet")
    window.commands["find"].trigger()
    QTest.keyClicks(window.library.bar.search, "photo")
    QTest.keyClick(window.library.bar.search, Qt.Key.Key_Return)
    found = window.library.search.found.list
    qtbot.waitUntil(lambda: found.rows.rowCount() == 1 and found.hasFocus())
    QTest.keyClick(found, Qt.Key.Key_Return)
    assert window.windowTitle().startswith("Photosynthesis")


def test_a_search_for_nothing_says_so(window: MainWindow, quiz: Make, qtbot: QtBot) -> None:
    quiz("Hamlet")
    QTest.keyClicks(window.library.bar.search, "zz")
    qtbot.waitUntil(window.library.search.nothing.isVisible)
    QTest.keyClick(window.library.bar.search, Qt.Key.Key_Escape)
    assert window.library.table.isVisible()


@pytest.mark.parametrize("width", [900, 1280])
def test_nothing_scrolls_sideways(window: MainWindow, quiz: Make, width: int) -> None:
    quiz("A very long title " * 10)
    window.resize(width, 600)
    table = window.library.table
    assert table.header().length() <= table.viewport().width()
    assert table.columnWidth(Column.TITLE) > table.columnWidth(Column.STATE)


def test_a_course_shows_its_quizzes_alone(window: MainWindow, quiz: Make, library: Library) -> None:
    quiz("Hamlet")
    there = quiz("Leaves")
    with library.transaction() as db:
        account = linking.account_for(
            db, kind="canvas", origin="https://uni.example.edu", user_id="1", user_name="Mira"
        )
        linking.note_courses(db, [CourseRow(account.id, "7", "BOT 101", "")])
        linking.link_to(db, there, account.id, "7")
    window.show_lists()
    window.library.places.setCurrentRow(2)
    assert titles(window) == ["Leaves"]
    assert window.library.bar.account.text() == "Canvas: uni.example.edu"


def places(window: MainWindow) -> list[str]:
    """The words of the side, without headings and gaps."""
    side = window.library.places
    items = [side.item(number) for number in range(side.count())]
    return [item.text() for item in items if item.flags() & Qt.ItemFlag.ItemIsEnabled]


@pytest.fixture
def terms(window: MainWindow, quiz: Make, library: Library) -> MainWindow:
    """A course of this term, and one of the last with a quiz."""
    there = quiz("Leaves")
    with library.transaction() as db:
        account = linking.account_for(
            db, kind="canvas", origin="https://uni.example.edu", user_id="1", user_name="Mira"
        )
        spring = CourseRow(account.id, "6", "Algae", "Spring", ends_at=NOW - 1)
        autumn = CourseRow(account.id, "7", "BOT 101", "Autumn", ends_at=NOW + 1)
        linking.note_courses(db, [spring, autumn])
        linking.link_to(db, there, account.id, "6")
    window.show_lists()
    return window


def test_past_courses_are_folded_until_they_are_wanted(terms: MainWindow) -> None:
    side = terms.library.places
    assert places(terms) == ["This computer", "BOT 101", "Past courses"]
    fold = side.visualItemRect(side.item(3)).center()
    QTest.mouseClick(side.viewport(), Qt.MouseButton.LeftButton, pos=fold)
    assert places(terms) == ["This computer", "BOT 101", "Past courses", "Algae"]
    assert side.place.kind == "here"
    QTest.mouseClick(side.viewport(), Qt.MouseButton.LeftButton, pos=fold)
    assert places(terms) == ["This computer", "BOT 101", "Past courses"]


def test_keys_unfold_past_courses_and_folding_the_open_one_leads_home(terms: MainWindow) -> None:
    side = terms.library.places
    side.setCurrentRow(3)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right):
        QTest.keyClick(side, key)
    assert places(terms)[-1] == "Algae"
    QTest.keyClick(side, Qt.Key.Key_Down)
    assert terms.library.course is not None
    assert terms.library.course.name == "Algae"
    assert titles(terms) == ["Leaves"]
    terms.show_lists()
    assert places(terms)[-1] == "Algae"
    QTest.keyClick(side, Qt.Key.Key_Up)
    QTest.keyClick(side, Qt.Key.Key_Left)
    assert places(terms)[-1] == "Past courses"
    assert side.place.kind == "here"
    QTest.keyClick(side, Qt.Key.Key_Space)
    assert places(terms)[-1] == "Algae"


def test_duplicate_makes_a_copy(window: MainWindow, qtbot: QtBot, quiz: Make) -> None:
    window.library.enter(quiz("Leaves"))
    window.commands["duplicate_quiz"].trigger()
    qtbot.waitUntil(lambda: sorted(titles(window)) == ["Leaves", "Leaves (copy)"])


def test_a_file_dropped_on_the_window_is_brought_in(
    window: MainWindow, qtbot: QtBot, quiz: Make, tmp_path: Path
) -> None:
    library = window.workspace.library
    path = tmp_path / "leaves.quizwright"
    write_native(path, library.open_quiz(quiz("Leaves")).quiz, library.read_media)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(drop)
    qtbot.waitUntil(lambda: window.notice_bar.isVisible())
    assert "“Leaves” is here already" in window.notice_bar.text.text()
    assert titles(window) == ["Leaves"]


def test_a_file_that_is_none_of_ours_is_told(window: MainWindow, qtbot: QtBot, quiz: Make, tmp_path: Path) -> None:
    quiz("Leaves")
    path = tmp_path / "holiday.quizwright"
    path.write_text("not a quiz")
    window.bring_in([path])
    qtbot.waitUntil(lambda: window.notice_bar.isVisible())
    assert "holiday.quizwright" in window.notice_bar.text.text()
    assert titles(window) == ["Leaves"]
