"""Turning a question into one of another type."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction

from app.models.item import Item
from app.models.question import Question
from app.models.questions.choice import ChoiceQuestion
from app.ui.editors.question import QuestionEditor
from app.ui.quiz.editor_pane import EditorPane
from tests.support.opened import Opened
from tests.support.shelf import Shelf

Open = Callable[[Question], Opened]


def action(opened: Opened, beginning: str) -> QAction:
    assert isinstance(opened.editor, QuestionEditor)
    menu = opened.editor.header.type_button.fill()
    return next(one for one in menu.actions() if one.text().startswith(beginning))


@pytest.fixture
def choice(opened: Open) -> Opened:
    question = ChoiceQuestion.new().replaced(item_body="<p>Which?</p>")
    first, *others = question.choices
    written = question.with_choices((first.replaced(item_body="<p>root</p>"), *others)).with_right(first.id)
    return opened(written)


def test_the_menu_says_what_would_be_lost_before_it_is_picked(choice: Opened) -> None:
    assert action(choice, "Multiple answers").text() == "Multiple answers"
    assert action(choice, "Ordering").text() == "Ordering (loses which answers are right)"


def test_the_type_itself_is_not_offered(choice: Opened) -> None:
    assert isinstance(choice.editor, QuestionEditor)
    assert "Multiple choice" not in [one.text() for one in choice.editor.header.type_button.fill().actions()]


def test_a_change_is_one_step_that_is_undone_at_once(choice: Opened) -> None:
    before = choice.item
    choice.document.changed.disconnect(choice.show)  # the pane turns to another editor; here there is but one
    action(choice, "Multiple answers").trigger()
    assert (choice.item.summary.type, choice.item.id, choice.steps) == ("multi-answer", before.id, ["Change the type"])
    choice.document.undo_stack.undo()
    assert choice.item == before


def test_the_pane_turns_to_the_editor_of_the_new_type(choice: Opened, shelf: Shelf) -> None:
    pane = EditorPane(shelf.pictures, choice.window)
    pane.show_item(choice.item, ())
    first = pane.editor
    entry = choice.item.entry
    assert isinstance(entry, ChoiceQuestion)
    turned: list[Item] = []
    pane.edited.connect(lambda item, _edit: turned.append(item))
    assert isinstance(first, QuestionEditor)
    first.header.type_picked.emit("ordering")
    pane.show_item(turned[0], ())
    assert type(pane.editor).__name__ == "OrderingEditor"
    assert first.isHidden()
