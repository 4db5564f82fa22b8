"""The editor of numeric questions."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.models.questions.numeric import (
    ExactAnswer,
    MarginAnswer,
    NumericQuestion,
    NumericScoring,
    PreciseAnswer,
    RangeAnswer,
)
from app.ui.editors.numeric import NumericEditor
from app.ui.fields.numeric_row import NumericRow
from tests.support.opened import Opened

Open = Callable[[NumericQuestion], Opened]


def row(opened: Opened, place: int) -> NumericRow:
    assert isinstance(opened.editor, NumericEditor)
    return opened.editor.rows.rows[place]


def value(opened: Opened) -> NumericQuestion:
    entry = opened.item.entry
    assert isinstance(entry, NumericQuestion)
    return entry


def pick(opened: Opened, place: int, kind: str) -> None:
    box = row(opened, place).kind
    box.setCurrentIndex(box.findData(kind))
    box.activated.emit(box.currentIndex())


@pytest.fixture
def number(opened: Open) -> Opened:
    made = NumericQuestion.new().replaced(item_body="<p>How many?</p>")
    return opened(made.with_answers((ExactAnswer.new("12.50"),)))


def test_a_decimal_comma_is_typed_and_a_dot_is_kept(number: Opened) -> None:
    field = row(number, 0).value
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "7,25")
    assert getattr(value(number).answers[0], "value") == "7.25"  # noqa: B009 - the union has kinds without it
    assert field.text() == "7,25"
    field.clearFocus()
    assert field.text() == "7.25"


def test_the_number_goes_along_when_the_kind_changes(number: Opened) -> None:
    pick(number, 0, "marginOfError")
    answer = value(number).answers[0]
    assert isinstance(answer, MarginAnswer)
    assert (answer.value, answer.margin, answer.margin_type) == ("12.50", "0", "absolute")
    pick(number, 0, "preciseResponse")
    precise = value(number).answers[0]
    assert isinstance(precise, PreciseAnswer)
    assert (precise.value, precise.precision) == ("12.50", "2")
    pick(number, 0, "withinARange")
    ends = value(number).answers[0]
    assert isinstance(ends, RangeAnswer)
    assert (ends.start, ends.end) == ("12.50", "12.50")
    assert number.steps == ["Kind of number"] * 3


def test_only_the_fields_of_the_kind_are_seen(number: Opened) -> None:
    shown = row(number, 0)
    assert (shown.value.isVisible(), shown.margin.isVisible(), shown.start.isVisible()) == (True, False, False)
    pick(number, 0, "withinARange")
    assert (shown.value.isVisible(), shown.start.isVisible(), shown.end.isVisible()) == (False, True, True)


def test_margin_and_what_it_is_measured_in(number: Opened) -> None:
    pick(number, 0, "marginOfError")
    shown = row(number, 0)
    shown.margin.selectAll()
    QTest.keyClicks(shown.margin, "5")
    shown.margin_type.setCurrentIndex(1)
    shown.margin_type.activated.emit(1)
    answer = value(number).answers[0]
    assert isinstance(answer, MarginAnswer)
    assert (answer.margin, answer.margin_type) == ("5", "percent")


def test_enter_adds_a_number_and_alt_up_moves_it(number: Opened) -> None:
    QTest.keyClick(row(number, 0).value, Qt.Key.Key_Return)
    QTest.keyClicks(row(number, 1).value, "3")
    QTest.keyClick(row(number, 1).value, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [getattr(answer, "value", None) for answer in value(number).answers] == ["3", "12.50"]
    assert row(number, 0).value.hasFocus()


def test_several_numbers_are_pasted_at_once(number: Opened) -> None:
    QGuiApplication.clipboard().setText("1\n2,5\n3e2")
    row(number, 0).value.setFocus()
    QTest.keyClick(row(number, 0).value, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [getattr(answer, "value", None) for answer in value(number).answers] == ["12.50", "1", "2.5", "3*10^2"]


def test_what_is_no_number_is_kept_and_told(number: Opened) -> None:
    field = row(number, 0).value
    field.selectAll()
    QTest.keyClicks(field, "many")
    assert "no number" in row(number, 0).problem_texts[0]
    number.document.undo_stack.undo()
    assert field.text() == "12.50"


def test_an_answer_of_an_unknown_kind_is_shown_and_kept(opened: Open) -> None:
    phase = {"id": "1", "type": "moonPhase", "value": "full"}
    raw = {"value": [phase, {"id": "2", "type": "exactResponse", "value": 3}]}
    made = NumericQuestion.new().replaced(item_body="x", scoring_data=NumericScoring.model_validate(raw))
    shown = opened(made)
    assert row(shown, 0).kind.isHidden()
    QTest.keyClicks(row(shown, 1).value, "0")
    scoring = value(shown).scoring_data
    assert scoring is not None
    assert scoring.wire()["value"][0] == phase
