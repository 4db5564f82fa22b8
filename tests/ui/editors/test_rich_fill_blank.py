"""The editor of fill in the blank."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.models.question import ScoringAlgorithm
from app.models.questions.blank import Blank
from app.models.questions.blank_body import place, placed
from app.models.questions.blank_rows import AnswerType
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.ui.editors.rich_fill_blank import RichFillBlankEditor
from app.ui.fields.blank_row import BlankRow
from app.ui.fields.choice_box import ChoiceBox
from app.ui.fields.example_rows import ExampleRow
from app.ui.fields.line import LineField
from app.ui.fields.pattern_field import PatternField
from app.ui.fields.rich_text.edit import RichEdit
from tests.support.opened import Opened

Open = Callable[[RichFillBlankQuestion], Opened]
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
WATER = Blank("w", text="H2O", accepted=("H2O",))


def editor_of(opened: Opened) -> RichFillBlankEditor:
    assert isinstance(opened.editor, RichFillBlankEditor)
    return opened.editor


def value(opened: Opened) -> RichFillBlankQuestion:
    entry = opened.item.entry
    assert isinstance(entry, RichFillBlankQuestion)
    return entry


def text_of(opened: Opened) -> RichEdit:
    return editor_of(opened).text.edit


def row(opened: Opened, number: int = 0) -> BlankRow:
    return editor_of(opened).blanks.rows[number]


def focused() -> LineField:
    widget = QApplication.focusWidget()
    assert isinstance(widget, LineField)
    return widget


def verdict(field: PatternField) -> str:
    first = field.examples.rows[0]
    assert isinstance(first, ExampleRow)
    return first.verdict.text()


def pick(box: ChoiceBox, key: str) -> None:
    """As a click in the open list does."""
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def write(line: LineField, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def test_a_blank_of_several_words_is_typed_between_backticks(opened: Open) -> None:
    one = opened(RichFillBlankQuestion.new())
    text_of(one).setFocus()
    QTest.keyClicks(text_of(one), "They take up `carbon dioxide` by day.")
    assert value(one).blanks[0].text == "carbon dioxide"


def select(edit: RichEdit, first: int, last: int) -> None:
    edit.setFocus()
    cursor = edit.textCursor()
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


@pytest.fixture
def empty(opened: Open) -> Opened:
    made = opened(RichFillBlankQuestion.new())
    text_of(made).setFocus()
    return made


@pytest.fixture
def water(opened: Open) -> Opened:
    body = f"<p>Water is {place('w')}, and ice too.</p>"
    return opened(RichFillBlankQuestion.new().with_body(body, (WATER,)))


def test_words_between_backticks_become_a_blank_as_they_are_typed(empty: Opened) -> None:
    QTest.keyClicks(text_of(empty), "Water is `H2O` here")
    (blank,) = value(empty).blanks
    assert (blank.shown, blank.accepted) == ("H2O", ("H2O",))
    assert value(empty).body == f"<p>Water is {place(blank.id)} here</p>"
    assert text_of(empty).rich.blank_words == {blank.id: "H2O"}
    assert empty.steps == ["Question text", "Make a blank", "Question text"]


def test_a_backtick_from_a_dead_key_ends_a_blank_too(empty: Opened) -> None:
    QTest.keyClicks(text_of(empty), "`H2O")
    event = QInputMethodEvent()
    event.setCommitString("`")
    QApplication.sendEvent(text_of(empty), event)
    assert [blank.shown for blank in value(empty).blanks] == ["H2O"]


def test_backticks_stay_where_the_blank_was_undone_and_what_follows_is_deleted(empty: Opened) -> None:
    QTest.keyClicks(text_of(empty), "`ax`")
    empty.document.undo_stack.undo()
    assert text_of(empty).texts() == ["`ax`"]
    QTest.keyClicks(text_of(empty), "y")
    QTest.keyClick(text_of(empty), Qt.Key.Key_Backspace)
    assert value(empty).blanks == ()


def test_the_selected_words_become_a_blank_by_key_and_by_button(empty: Opened) -> None:
    QTest.keyClicks(text_of(empty), "one two three")
    select(text_of(empty), 4, 7)
    QTest.keyClick(text_of(empty), Qt.Key.Key_B, CONTROL | SHIFT)
    select(text_of(empty), 0, 4)
    editor_of(empty).make.click()
    assert [blank.shown for blank in value(empty).blanks] == ["one", "two"]
    assert text_of(empty).hasFocus()


def test_an_empty_blank_is_filled_in_its_row(empty: Opened) -> None:
    QTest.keyClicks(text_of(empty), "Water is ")
    QTest.keyClick(text_of(empty), Qt.Key.Key_B, CONTROL | SHIFT)
    line = QApplication.focusWidget()
    assert line is row(empty).open.line
    QTest.keyClicks(line, "wet")
    assert [blank.accepted for blank in value(empty).blanks] == [("wet",)]
    assert list(text_of(empty).rich.blank_words.values()) == ["wet"]


def test_the_button_is_off_where_more_than_words_is_selected(water: Opened) -> None:
    select(text_of(water), 0, 12)
    assert not editor_of(water).make.isEnabled()
    select(text_of(water), 0, 5)
    assert editor_of(water).make.isEnabled()


def test_deleting_the_place_deletes_the_blank_and_undo_brings_it_back_with_its_settings(water: Opened) -> None:
    pick(row(water).algorithm, ScoringAlgorithm.TEXT_CLOSE_ENOUGH)
    before = value(water)
    select(text_of(water), 10, 10)
    QTest.keyClick(text_of(water), Qt.Key.Key_Backspace)
    assert value(water).blanks == ()
    assert water.steps[-1] == "Remove blank"
    water.document.undo_stack.undo()
    assert value(water) == before
    assert text_of(water).texts()[0] == "Water is , and ice too."


def test_writing_around_a_blank_keeps_its_settings(water: Opened) -> None:
    pick(row(water).kind, AnswerType.DROPDOWN)
    before = value(water).blanks
    select(text_of(water), 0, 5)
    QTest.keyClicks(text_of(water), "Hot water")
    select(text_of(water), 14, 14)
    QTest.keyClick(text_of(water), Qt.Key.Key_Return)
    assert value(water).blanks == before
    assert placed(value(water).body) == ("w",)


def test_a_blank_that_is_cut_and_pasted_comes_back_with_its_settings(water: Opened) -> None:
    pick(row(water).kind, AnswerType.WORDBANK)
    select(text_of(water), 9, 10)
    QTest.keyClick(text_of(water), Qt.Key.Key_X, CONTROL)
    assert value(water).word_bank == ()
    select(text_of(water), 0, 0)
    QTest.keyClick(text_of(water), Qt.Key.Key_V, CONTROL)
    (blank,) = value(water).blanks
    assert (blank.id, blank.answer_type, blank.text) == ("w", AnswerType.WORDBANK, "H2O")
    assert [word.item_body for word in value(water).word_bank] == ["H2O"]


def test_a_blank_that_is_copied_is_a_second_one(water: Opened) -> None:
    select(text_of(water), 9, 10)
    QTest.keyClick(text_of(water), Qt.Key.Key_C, CONTROL)
    select(text_of(water), 0, 0)
    QTest.keyClick(text_of(water), Qt.Key.Key_V, CONTROL)
    first, second = value(water).blanks
    assert first.id != second.id
    assert (first.accepted, second.accepted) == (("H2O",), ("H2O",))


def test_rows_stand_in_the_order_of_the_text(water: Opened) -> None:
    select(text_of(water), 0, 5)
    QTest.keyClick(text_of(water), Qt.Key.Key_B, CONTROL | SHIFT)
    assert [row(water, number).title.text() for number in range(2)] == ["1. Water", "2. H2O"]


def test_typing_the_answer_changes_the_word_in_the_text(water: Opened) -> None:
    write(row(water).open.line, "wet")
    assert value(water).blank("w").accepted == ("wet",)
    assert text_of(water).rich.blank_words == {"w": "wet"}
    assert water.steps == ["Right answer"]


def test_close_enough_has_a_distance_and_a_switch(water: Opened) -> None:
    pick(row(water).algorithm, ScoringAlgorithm.TEXT_CLOSE_ENOUGH)
    write(row(water).open.distance, "2")
    row(water).open.ignore_case.click()
    assert value(water).blank("w") == replace(
        WATER, algorithm=ScoringAlgorithm.TEXT_CLOSE_ENOUGH, edit_distance=2, ignore_case=True
    )


def test_a_list_of_accepted_answers_is_written_and_pasted(water: Opened) -> None:
    pick(row(water).algorithm, ScoringAlgorithm.TEXT_IN_CHOICES)
    accepted = row(water).open.accepted
    accepted.rows[0].lines[0].setFocus()
    QTest.keyClick(accepted.rows[0].lines[0], Qt.Key.Key_Return)
    QGuiApplication.clipboard().setText("water\nwet stuff")
    QTest.keyClick(accepted.rows[1].lines[0], Qt.Key.Key_V, CONTROL)
    assert value(water).blank("w").accepted == ("H2O", "water", "wet stuff")


def test_a_pattern_is_tried_on_its_examples_as_it_is_typed(water: Opened, qtbot: QtBot) -> None:
    pick(row(water).algorithm, ScoringAlgorithm.TEXT_REGEX)
    field = row(water).open.pattern
    field.examples.add_button.click()
    QTest.keyClicks(focused(), "water")
    write(field.pattern, "w.ter")
    qtbot.waitUntil(lambda: verdict(field) == "✓ fits")
    QTest.keyClicks(field.pattern, "x")
    qtbot.waitUntil(lambda: verdict(field) == "✗ does not fit")
    assert value(water).blank("w").accepted == ("w.terx",)
    assert dict(water.item.local.pattern_examples or {}) == {"w": ("water",)}
    assert "fits none of its examples" in row(water).problem_texts[0]


def test_a_pattern_that_cannot_be_read_says_where(water: Opened) -> None:
    pick(row(water).algorithm, ScoringAlgorithm.TEXT_REGEX)
    write(row(water).open.pattern.pattern, "H2(O")
    assert "wrong at sign" in row(water).problem_texts[0]


def test_the_choices_of_a_dropdown_are_written_marked_moved_and_shuffled(water: Opened) -> None:
    pick(row(water).kind, AnswerType.DROPDOWN)
    choices = row(water).choices
    write(choices.rows[1].lines[0], "CO2")
    QTest.keyClick(choices.rows[1].lines[0], Qt.Key.Key_Return)
    third = choices.rows[2].lines[0]
    QTest.keyClicks(third, "NaCl")
    QTest.keyClick(third, Qt.Key.Key_Return, CONTROL)
    QTest.keyClick(third, Qt.Key.Key_Up, ALT)
    row(water).shuffle.click()
    blank = value(water).blank("w")
    assert [choice.item_body for choice in blank.choices] == ["H2O", "NaCl", "CO2"]
    assert (blank.shown, blank.right, blank.shuffled) == ("NaCl", blank.choices[1].id, True)


def test_lines_pasted_into_a_dropdown_are_choices(water: Opened) -> None:
    pick(row(water).kind, AnswerType.DROPDOWN)
    QGuiApplication.clipboard().setText("CO2\nNaCl")
    line = row(water).choices.rows[1].lines[0]
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_V, CONTROL)
    assert [choice.item_body for choice in value(water).blank("w").choices] == ["H2O", "CO2", "NaCl"]


def test_a_right_choice_that_is_removed_is_right_no_more(water: Opened) -> None:
    pick(row(water).kind, AnswerType.DROPDOWN)
    row(water).choices.rows[0].remove.click()
    assert value(water).blank("w").right is None
    assert any("marked as right" in text for text in row(water).problem_texts)


def test_the_word_bank_has_the_right_word_wrong_ones_and_reuse(water: Opened) -> None:
    assert editor_of(water).bank.isHidden()
    pick(row(water).kind, AnswerType.WORDBANK)
    assert not editor_of(water).bank.isHidden()
    write(row(water).word, "wet")
    editor_of(water).bank.rows.add_button.click()
    QTest.keyClicks(focused(), "dry")
    editor_of(water).bank.reuse.click()
    assert [word.item_body for word in value(water).word_bank] == ["wet", "dry"]
    assert [word.item_body for word in value(water).wrong_words] == ["dry"]
    assert value(water).reuses_words


def test_a_word_that_two_blanks_have_stands_in_the_bank_once(water: Opened) -> None:
    select(text_of(water), 0, 5)
    QTest.keyClick(text_of(water), Qt.Key.Key_B, CONTROL | SHIFT)
    for number in range(2):
        pick(row(water, number).kind, AnswerType.WORDBANK)
    write(row(water, 0).word, "H2O")
    QTest.keyClick(row(water, 0).word, Qt.Key.Key_Return)
    assert [word.item_body for word in value(water).word_bank] == ["H2O"]
    write(row(water, 0).word, "H2O2")
    assert [blank.shown for blank in value(water).blanks] == ["H2O2", "H2O"]


def test_a_blank_is_turned_back_into_its_words(water: Opened) -> None:
    row(water).remove.click()
    assert value(water).body == "<p>Water is H2O, and ice too.</p>"
    assert text_of(water).texts() == ["Water is H2O, and ice too."]
    assert value(water).blanks == ()


def test_problems_stand_at_their_blank_and_are_gone_to(water: Opened) -> None:
    write(row(water).open.line, " ")
    assert "has no right answer" in row(water).problem_texts[0]
    text_of(water).setFocus()
    water.editor.focus_field("blanks/w")
    assert row(water).open.line.hasFocus()


def test_a_text_that_came_with_backticks_shows_its_blanks(opened: Open) -> None:
    sound = RichFillBlankQuestion.new().with_body(f"<p>Ice is {place('w')}</p>", (WATER,))
    came = opened(sound.replaced(item_body="<p>Ice is `H2O`</p>"))
    assert text_of(came).rich.blank_words == {"w": "H2O"}
    assert came.steps == []
    text_of(came).moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(text_of(came), ".")
    assert value(came).item_body == f"<p>Ice is {place('w')}.</p>"
