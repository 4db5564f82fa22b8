"""The editor of true/false."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.models.questions.true_false import TrueFalseQuestion
from app.ui.editors.true_false import TrueFalseEditor
from tests.support.opened import Opened

Open = Callable[[TrueFalseQuestion], Opened]


def editor_of(opened: Opened) -> TrueFalseEditor:
    assert isinstance(opened.editor, TrueFalseEditor)
    return opened.editor


def value(opened: Opened) -> TrueFalseQuestion:
    entry = opened.item.entry
    assert isinstance(entry, TrueFalseQuestion)
    return entry


@pytest.fixture
def statement(opened: Open) -> Opened:
    return opened(TrueFalseQuestion.new().replaced(item_body="<p>Leaves breathe.</p>"))


@pytest.mark.parametrize(("place", "right"), [(0, True), (1, False)])
def test_marking_the_right_answer(statement: Opened, place: int, right: bool) -> None:
    editor_of(statement).answers.marks[place].click()
    assert value(statement).right is right
    assert statement.steps == ["Right answer"]


def test_the_mark_goes_to_the_other_answer_and_back_by_undo(statement: Opened) -> None:
    marks = editor_of(statement).answers.marks
    marks[0].click()
    marks[1].click()
    assert [mark.isChecked() for mark in marks] == [False, True]
    statement.document.undo_stack.undo()
    assert [mark.isChecked() for mark in marks] == [True, False]


def test_clicking_the_right_answer_again_is_no_step(statement: Opened) -> None:
    mark = editor_of(statement).answers.marks[0]
    mark.click()
    mark.click()
    assert mark.isChecked()
    assert statement.steps == ["Right answer"]


def test_labels_are_typed(statement: Opened) -> None:
    label = editor_of(statement).answers.labels[1]
    label.setFocus()
    label.selectAll()
    QTest.keyClicks(label, "Never")
    assert value(statement).labels == ("True", "Never")
    assert statement.steps == ["Answer label"]


def test_an_emptied_label_stays_empty_on_screen(statement: Opened) -> None:
    label = editor_of(statement).answers.labels[0]
    label.setFocus()
    label.selectAll()
    label.del_()
    label.textEdited.emit("")
    statement.show()
    assert label.text() == ""


def test_problems_lead_to_their_field(statement: Opened) -> None:
    statement.editor.focus_field("labels")
    assert QApplication.focusWidget() is editor_of(statement).answers.labels[0]
    statement.editor.focus_field("right")
    assert QApplication.focusWidget() is editor_of(statement).answers.marks[0]


def test_control_enter_in_a_label_marks_its_answer_right(statement: Opened) -> None:
    label = editor_of(statement).answers.labels[1]
    label.setFocus()
    QTest.keyClick(label, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert value(statement).right is False
    assert statement.steps == ["Right answer"]
