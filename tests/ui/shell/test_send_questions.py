"""Questions go to another quiz by the menu, the pane of several, or the palette, and come back by Ctrl+Z."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.dialogs.picker import Picker
from app.ui.main_window import MainWindow
from app.ui.quiz.quiz_screen import QuizScreen
from tests.support.quiz import stimulus, three_items


@pytest.fixture
def page(window: MainWindow, quiz: Callable[..., str]) -> QuizScreen:
    """The quiz Leaves with the questions a, b and c, of which a and c are selected; Midterm is empty."""
    quiz("Midterm")
    window.open_quiz(quiz("Leaves"))
    assert window.pages.quiz is not None
    window.pages.quiz.document.insert_items(three_items(), 0, "Add")
    window.pages.quiz.panel.list.select("a", ["c"])
    return window.pages.quiz


@pytest.fixture
def pick(window: MainWindow, page: QuizScreen, qtbot: QtBot) -> Callable[[str], None]:
    """Type a title into the list of quizzes that is open, press Enter and wait until it is done."""

    def pick(title: str) -> None:
        picker = next(one for one in window.findChildren(Picker) if one.isVisible())
        QTest.keyClicks(picker.line, title)
        QTest.keyClick(picker.line, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.notice_bar.undoes)

    return pick


def ids(window: MainWindow, title: str) -> list[str]:
    row = next(row for row in window.workspace.rows() if row.title == title)
    return [item.id for item in window.workspace.open(row.id).quiz.items]


def test_the_pane_of_several_moves_questions_and_ctrl_z_brings_them_back(
    window: MainWindow, page: QuizScreen, pick: Callable[[str], None]
) -> None:
    page.side.selection.move_away.click()
    pick("midterm")
    assert window.notice_bar.text.text() == "2 questions moved to “Midterm”."
    assert (ids(window, "Leaves"), ids(window, "Midterm")) == (["b"], ["a", "c"])
    window.commands["undo"].trigger()
    assert (ids(window, "Leaves"), ids(window, "Midterm")) == (["a", "b", "c"], [])


def test_ctrl_z_takes_copies_back_from_the_quiz_that_is_not_shown(
    window: MainWindow, page: QuizScreen, pick: Callable[[str], None]
) -> None:
    page.side.selection.copy.click()
    pick("midterm")
    assert len(ids(window, "Midterm")) == 2
    window.commands["undo"].trigger()
    assert (ids(window, "Leaves"), ids(window, "Midterm")) == (["a", "b", "c"], [])


def test_an_undo_after_other_work_says_what_happened_in_both_quizzes(
    window: MainWindow, page: QuizScreen, pick: Callable[[str], None]
) -> None:
    window.commands["move_questions"].trigger()
    pick("midterm")
    page.document.move_items(["b"], 0, "Move")
    window.notice_bar.clear()
    window.commands["undo"].trigger()
    assert window.notice_bar.text.text() == "The questions are back in “Leaves”, and no longer in “Midterm”."


def test_questions_go_to_a_new_quiz_which_goes_with_the_undo(
    window: MainWindow, page: QuizScreen, pick: Callable[[str], None], qtbot: QtBot
) -> None:
    window.commands["move_questions"].trigger()
    pick("new quiz")
    assert ids(window, "Questions from Leaves") == ["a", "c"]
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: sorted(row.title for row in window.workspace.rows()) == ["Leaves", "Midterm"])
    assert ids(window, "Leaves") == ["a", "b", "c"]


def test_the_quiz_itself_is_not_among_those_to_choose_from(window: MainWindow, page: QuizScreen) -> None:
    page.panel.list.send_wanted.emit(True)
    picker = window.findChild(Picker)
    assert isinstance(picker, Picker)
    assert picker.windowTitle() == "Move 2 questions to…"
    assert [picker.list.item(row).text() for row in range(picker.list.count())] == ["New quiz", "Midterm"]


def test_a_row_of_canvas_cannot_be_moved_and_the_notice_says_so(
    window: MainWindow, page: QuizScreen, qapp: QApplication
) -> None:
    page.document.insert_items([stimulus()], 0, "Add")
    page.panel.list.select("s")
    window.commands["move_questions"].trigger()
    assert window.notice_bar.text.text() == "Stimuli and item banks can only be copied and moved on Canvas."


def test_what_was_typed_last_goes_along(window: MainWindow, page: QuizScreen, pick: Callable[[str], None]) -> None:
    page.panel.list.select("a")
    page.pane.focus_field("item_body")
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "Really:")
    window.commands["move_questions"].trigger()
    pick("midterm")
    row = next(row for row in window.workspace.rows() if row.title == "Midterm")
    assert "Really:" in str(window.workspace.open(row.id).quiz.item("a").entry.wire()["item_body"])
