"""The question that is being written is played beside the list, and one comes back to the same cursor."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.models.item import Item
from app.ui.editors.choice import ChoiceEditor
from app.ui.fields.rich_text.edit import RichEdit
from app.ui.preview.choice import ChoiceView
from app.ui.quiz.quiz_screen import QuizScreen
from tests.support.quiz import choice, stimulus, three_items

Key = Qt.Key
Open = Callable[..., QuizScreen]


@pytest.fixture
def writing(screen: QuizScreen) -> RichEdit:
    """The text of the first question, the cursor behind its first word."""
    editor = screen.pane.editor
    assert isinstance(editor, ChoiceEditor)
    edit = editor.text.edit
    edit.setFocus()
    QTest.keyClick(edit, Key.Key_Home)
    QTest.keyClick(edit, Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    return edit


def choose(screen: QuizScreen, key: str) -> None:
    view = screen.trying.pane.card.view
    assert isinstance(view, ChoiceView)
    view.options.marks[key].click()


def focused() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_escape_comes_back_to_the_same_cursor(screen: QuizScreen, writing: RichEdit) -> None:
    at = writing.textCursor().position()
    screen.try_question()
    assert screen.side.currentWidget() is screen.trying.pane
    assert screen.trying.pane.isAncestorOf(focused())
    QTest.keyClick(focused(), Key.Key_Escape)
    assert screen.side.currentWidget() is screen.pane
    assert focused() is writing
    assert writing.textCursor().position() == at > 0


def test_the_button_above_the_question_leaves_the_cursor_where_it_is(screen: QuizScreen, writing: RichEdit) -> None:
    editor = screen.pane.editor
    assert isinstance(editor, ChoiceEditor)
    QTest.mouseClick(editor.header.play, Qt.MouseButton.LeftButton)
    assert screen.trying.is_open
    screen.trying.pane.back.click()
    assert focused() is writing


def test_what_is_being_typed_is_played(screen: QuizScreen, writing: RichEdit) -> None:
    QTest.keyClicks(writing, " really")
    screen.try_question()
    assert "really" in screen.trying.pane.card.view.text.toPlainText()  # type: ignore[union-attr]


def test_the_answer_is_marked_and_why_and_can_be_tried_again(screen: QuizScreen, writing: RichEdit) -> None:
    screen.try_question()
    choose(screen, "c2")
    screen.trying.pane.check.click()
    said = [label.text() for label in screen.trying.pane.card.findChildren(QLabel)]
    assert "Wrong · 0 of 1 point" in said
    assert "Why" in said
    screen.trying.pane.again.click()
    choose(screen, "c1")
    screen.trying.pane.check.click()
    assert "Right · 1 of 1 point" in [label.text() for label in screen.trying.pane.card.findChildren(QLabel)]
    assert not screen.document.undo_stack.count()


def test_another_question_of_the_list_is_played_too(screen: QuizScreen, writing: RichEdit) -> None:
    screen.try_question()
    screen.panel.list.select("c")
    assert screen.trying.pane.card.item.id == "c"
    assert screen.trying.pane.card.title.text() == "Question 3"


def test_a_question_that_changes_meanwhile_is_played_anew(screen: QuizScreen, writing: RichEdit) -> None:
    QTest.keyClicks(writing, " really")
    screen.try_question()
    choose(screen, "c1")
    screen.document.undo_stack.undo()
    view = screen.trying.pane.card.view
    assert view is not None
    assert "really" not in view.text.toPlainText()
    assert view.response is None


def test_a_question_that_goes_meanwhile_leaves_its_place(open_quiz: Open) -> None:
    screen = open_quiz(three_items()[0])
    screen.try_question()
    screen.document.delete_items(["a"], "Delete")
    assert not screen.trying.is_open
    assert screen.side.currentWidget() is screen.side.empty


def test_adding_a_question_goes_on_with_writing(screen: QuizScreen, writing: RichEdit) -> None:
    screen.try_question()
    screen.add_question("numeric")
    assert screen.side.currentWidget() is screen.pane


def test_a_row_that_nobody_can_answer_is_told(open_quiz: Open) -> None:
    screen = open_quiz(stimulus("s"), Item.of(choice("Which?", "leaf", "bark"), id="a"))
    screen.show_item("s")
    screen.try_question()
    pane = screen.trying.pane
    assert pane.card.view is None
    assert not pane.check.isVisible()
    assert focused() is pane.back


def test_the_same_command_goes_back_too(screen: QuizScreen, writing: RichEdit) -> None:
    screen.try_question()
    screen.try_question()
    assert focused() is writing


def test_from_the_preview_one_goes_to_the_question(screen: QuizScreen) -> None:
    screen.turn_to("preview")
    preview = screen.parts.preview
    assert preview is not None
    preview.question_wanted.emit("c")
    assert screen.panel.list.current_id == "c"
    assert screen.parts.other is None


def test_an_attempt_goes_on_after_a_look_at_the_questions(screen: QuizScreen) -> None:
    screen.turn_to("preview")
    preview = screen.parts.preview
    assert preview is not None
    preview.begin()
    screen.turn_to("questions")
    screen.turn_to("preview")
    assert preview.currentWidget() is preview.taking
