"""The editor of matching."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.models.questions.matching import MatchingQuestion
from app.models.questions.pair import Pair
from app.ui.editors.matching import MatchingEditor
from app.ui.fields.line import LineField
from tests.support.opened import Opened

Open = Callable[[MatchingQuestion], Opened]
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def editor_of(opened: Opened) -> MatchingEditor:
    assert isinstance(opened.editor, MatchingEditor)
    return opened.editor


def value(opened: Opened) -> MatchingQuestion:
    entry = opened.item.entry
    assert isinstance(entry, MatchingQuestion)
    return entry


def pairs(opened: Opened) -> list[tuple[str, str]]:
    return [(pair.prompt, pair.answer) for pair in value(opened).pairs]


def line(opened: Opened, place: int, column: int) -> LineField:
    return editor_of(opened).pairs.rows[place].lines[column]


def focused() -> LineField:
    widget = QApplication.focusWidget()
    assert isinstance(widget, LineField)
    return widget


@pytest.fixture
def capitals(opened: Open) -> Opened:
    question = MatchingQuestion.new().replaced(item_body="<p>Capitals</p>")
    made = opened(question.with_pairs((Pair("n", "Norway", "Oslo"), Pair("i", "Italy", "Rome")), ("Berlin",)))
    line(made, 0, 0).setFocus()
    return made


def test_typing_a_right_side_keeps_all_three_places_true(capitals: Opened) -> None:
    line(capitals, 1, 1).selectAll()
    QTest.keyClicks(line(capitals, 1, 1), "Roma")
    data, scoring = value(capitals).interaction_data, value(capitals).scoring_data
    assert data is not None
    assert scoring is not None
    assert set(data.answers or ()) == {"Oslo", "Roma", "Berlin"}
    assert dict(scoring.value or {}) == {"n": "Oslo", "i": "Roma"}
    assert capitals.steps == ["Text of a pair"]


def test_enter_goes_on_to_a_new_pair(capitals: Opened) -> None:
    QTest.keyClick(line(capitals, 1, 0), Qt.Key.Key_Return)
    QTest.keyClicks(focused(), "Spain")
    assert pairs(capitals)[2] == ("Spain", "")


def test_backspace_in_an_empty_pair_removes_it(capitals: Opened) -> None:
    QTest.keyClick(line(capitals, 1, 0), Qt.Key.Key_Return)
    QTest.keyClick(focused(), Qt.Key.Key_Backspace)
    assert pairs(capitals) == [("Norway", "Oslo"), ("Italy", "Rome")]
    assert focused() is line(capitals, 1, 0)


def test_alt_down_moves_a_pair_and_the_cursor_goes_along(capitals: Opened) -> None:
    moving = line(capitals, 0, 0)
    QTest.keyClick(moving, Qt.Key.Key_Down, ALT)
    assert pairs(capitals) == [("Italy", "Rome"), ("Norway", "Oslo")]
    assert line(capitals, 1, 0) is moving
    assert moving.hasFocus()


def test_a_table_that_is_pasted_makes_pairs(capitals: Opened) -> None:
    QGuiApplication.clipboard().setText("Spain\tMadrid\nFrance\tParis\nPeru\tLima\n")
    line(capitals, 1, 0).setFocus()
    QTest.keyClick(line(capitals, 1, 0), Qt.Key.Key_V, CONTROL)
    assert pairs(capitals) == [("Norway", "Oslo"), ("Spain", "Madrid"), ("France", "Paris"), ("Peru", "Lima")]
    assert capitals.steps == ["Paste pairs"]


def test_lines_pasted_on_the_right_fill_right_sides(capitals: Opened) -> None:
    QGuiApplication.clipboard().setText("Trondheim\nMilan")
    line(capitals, 0, 1).setFocus()
    QTest.keyClick(line(capitals, 0, 1), Qt.Key.Key_V, CONTROL)
    assert pairs(capitals) == [("Norway", "Trondheim"), ("Italy", "Milan")]


def test_one_line_that_is_pasted_goes_into_the_text(capitals: Opened) -> None:
    QGuiApplication.clipboard().setText(" (the country)")
    line(capitals, 0, 0).setFocus()
    line(capitals, 0, 0).end(False)
    QTest.keyClick(line(capitals, 0, 0), Qt.Key.Key_V, CONTROL)
    assert pairs(capitals)[0] == ("Norway (the country)", "Oslo")


def test_wrong_answers_are_added_typed_moved_and_removed(capitals: Opened) -> None:
    wrong = editor_of(capitals).distractors
    wrong.add_button.click()
    QTest.keyClicks(focused(), "Wien")
    assert value(capitals).distractors == ("Berlin", "Wien")
    QTest.keyClick(focused(), Qt.Key.Key_Up, ALT)
    assert value(capitals).distractors == ("Wien", "Berlin")
    assert focused().text() == "Wien"
    wrong.rows[0].remove.click()
    assert value(capitals).distractors == ("Berlin",)


def test_shuffling_and_partial_credit_are_switched(capitals: Opened) -> None:
    editor_of(capitals).options.shuffle.click()
    editor_of(capitals).options.partial.click()
    assert (value(capitals).shuffled, value(capitals).scoring_algorithm) == (True, "PartialDeep")
    assert editor_of(capitals).options_section.summary == "Shuffled, partial credit"


def test_a_problem_stands_at_its_pair(capitals: Opened) -> None:
    line(capitals, 1, 1).selectAll()
    QTest.keyClicks(line(capitals, 1, 1), "Oslo")
    assert "fits several left sides" in editor_of(capitals).pairs.rows[1].problem_texts[0]


def test_focus_goes_to_the_pair_and_to_the_wrong_answer_with_the_problem(capitals: Opened) -> None:
    capitals.editor.focus_field("pairs/i")
    assert focused() is line(capitals, 1, 0)
    capitals.editor.focus_field("distractors/0")
    assert focused().text() == "Berlin"
