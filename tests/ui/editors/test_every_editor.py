"""What all editors of questions have in common, on each of them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QTextEdit

from app.models.question import Question
from app.models.table import question_class
from app.session.edit import Edit
from app.ui.editors.question import QuestionEditor
from app.ui.editors.table import EDITORS
from app.ui.fields.folded import FoldedSection
from tests.support.opened import Opened

Open = Callable[[Question], Opened]


@pytest.fixture(params=list(EDITORS))
def any_type(request: pytest.FixtureRequest, opened: Open) -> Opened:
    kind = question_class(request.param)
    assert kind is not None
    return opened(kind.new())


def editor_of(opened: Opened) -> QuestionEditor:
    assert isinstance(opened.editor, QuestionEditor)
    return opened.editor


def value(opened: Opened) -> Question:
    entry = opened.item.entry
    assert isinstance(entry, Question)
    return entry


def test_typing_the_question_text_is_one_step(any_type: Opened) -> None:
    QTest.keyClicks(editor_of(any_type).text.edit, "Why?")
    assert value(any_type).item_body == "<p>Why?</p>"
    assert any_type.steps == ["Question text"]


def test_undo_empties_the_field_and_redo_fills_it(any_type: Opened) -> None:
    edit = editor_of(any_type).text.edit
    QTest.keyClicks(edit, "Why?")
    any_type.document.undo_stack.undo()
    assert edit.texts() == [""]
    any_type.document.undo_stack.redo()
    assert edit.texts() == ["Why?"]


def test_showing_a_question_fills_the_fields_and_makes_no_step(any_type: Opened) -> None:
    body, given = "<p>caf&eacute;</p>", {"neutral": "<p>n</p>", "incorrect": "<p><b>i</b></p>"}
    entry = value(any_type).replaced(item_body=body, title="mine", calculator_type="basic", feedback=given)
    any_type.editor.show_item(any_type.item.with_entry(entry).with_points(2.5), ())
    editor = editor_of(any_type)
    assert editor.text.edit.texts() == ["café"]
    assert (editor.header.label.text(), editor.header.points.text()) == ("mine", "2.5")
    assert editor.header.calculator.currentData() == "basic"
    assert editor.feedback_section.summary == "For everybody · For a wrong answer"
    assert any_type.steps == []


def test_points_label_and_calculator_are_edited(any_type: Opened) -> None:
    header = editor_of(any_type).header
    header.points.selectAll()
    QTest.keyClicks(header.points, "2,5")
    QTest.keyClicks(header.label, "mine")
    header.calculator.setCurrentIndex(2)
    header.calculator.activated.emit(2)
    assert any_type.item.points == 2.5
    assert (value(any_type).title, value(any_type).calculator_type) == ("mine", "scientific")
    assert any_type.steps == ["Points", "Your label", "Calculator"]


def test_tags_come_and_go_in_steps_of_their_own(any_type: Opened) -> None:
    header = editor_of(any_type).header
    QTest.keyClicks(header.tags.line, "exam, easy,")
    assert any_type.item.local.tags == ("exam", "easy")
    QTest.keyClick(header.tags.line, Qt.Key.Key_Backspace)
    QTest.keyClick(header.tags.line, Qt.Key.Key_Backspace)
    assert any_type.item.local.tags is None
    assert any_type.steps == ["Tags"] * 4
    any_type.document.undo_stack.undo()
    assert header.tags.tags == ("exam",)


def test_each_feedback_is_edited(any_type: Opened) -> None:
    editor = editor_of(any_type)
    editor.feedback_section.set_open(True)
    for kind, field in editor.feedback.fields.items():
        QTest.keyClicks(field.edit, kind)
    feedback = value(any_type).feedback
    assert feedback is not None
    assert (feedback.neutral, feedback.correct) == ("<p>neutral</p>", "<p>correct</p>")
    assert feedback.incorrect == "<p>incorrect</p>"


def test_a_richer_question_text_is_untouched_by_every_other_edit(any_type: Opened) -> None:
    rich = '<p>Look: <img src="media:1" alt="x"> &eacute;</p>'
    any_type.editor.edited.emit(any_type.item.with_entry(value(any_type).replaced(item_body=rich)), Edit("Pasted"))
    QTest.keyClicks(editor_of(any_type).header.label, "mine")
    assert editor_of(any_type).text.html == rich
    assert value(any_type).item_body == rich


def test_the_cursor_stays_while_the_value_comes_back(any_type: Opened) -> None:
    edit = editor_of(any_type).text.edit
    QTest.keyClicks(edit, "ac")
    QTest.keyClick(edit, Qt.Key.Key_Left)
    QTest.keyClicks(edit, "bb")
    assert edit.texts() == ["abbc"]


def test_the_question_text_is_reached_by_its_name(any_type: Opened) -> None:
    any_type.editor.focus_field("item_body")
    assert QApplication.focusWidget() is editor_of(any_type).text.edit


def test_every_control_that_takes_the_focus_has_a_name(any_type: Opened) -> None:
    for section in any_type.editor.findChildren(FoldedSection):
        section.set_open(True)
    kinds = (QAbstractButton, QComboBox, QLineEdit, QTextEdit)
    controls = [one for kind in kinds for one in any_type.editor.findChildren(kind) if one.isVisible()]
    tabbed = [one for one in controls if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [one for one in tabbed if not one.accessibleName() and not getattr(one, "text", str)()]
    assert len(tabbed) > 8
    assert nameless == []
