"""The editor of multiple answers."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.models.questions.multi_answer import MultiAnswerQuestion
from app.ui.editors.multi_answer import MultiAnswerEditor
from tests.support.opened import Opened

Open = Callable[[MultiAnswerQuestion], Opened]


def editor_of(opened: Opened) -> MultiAnswerEditor:
    assert isinstance(opened.editor, MultiAnswerEditor)
    return opened.editor


def value(opened: Opened) -> MultiAnswerQuestion:
    entry = opened.item.entry
    assert isinstance(entry, MultiAnswerQuestion)
    return entry


@pytest.fixture
def three(opened: Open) -> Opened:
    raw = [{"id": f"c{n}", "position": n, "item_body": f"<p>{n}</p>"} for n in (1, 2, 3)]
    made = MultiAnswerQuestion.new().replaced(item_body="<p>Which?</p>", interaction_data={"choices": raw})
    return opened(made.with_right("c1", True))


def test_several_answers_are_ticked_and_one_is_taken_back(three: Opened) -> None:
    rows = editor_of(three).rows.rows
    rows[2].mark.click()
    assert value(three).right == ("c1", "c3")
    rows[0].mark.click()
    assert value(three).right == ("c3",)
    assert [row.mark.isChecked() for row in rows] == [False, False, True]


def test_partial_credit_is_switched_on_and_off(three: Opened) -> None:
    editor_of(three).options.partial.click()
    assert value(three).scoring_algorithm == "PartialScore"
    assert editor_of(three).options_section.summary == "Not shuffled, partial credit"
    editor_of(three).options.partial.click()
    assert value(three).scoring_algorithm == "AllOrNothing"


def test_a_lock_goes_with_its_answer_when_that_moves(three: Opened) -> None:
    editor_of(three).options.shuffle.click()
    rows = editor_of(three).rows.rows
    rows[2].lock.click()
    QTest.keyClick(rows[2].text.edit, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert (value(three).shuffle.locked, value(three).choices[1].id) == ((1,), "c3")


def test_a_removed_answer_is_no_longer_right(three: Opened) -> None:
    editor_of(three).rows.rows[0].remove.click()
    assert value(three).right == ()
    three.document.undo_stack.undo()
    assert value(three).right == ("c1",)


def test_these_answers_have_neither_points_nor_feedback_of_their_own(three: Opened) -> None:
    row = editor_of(three).rows.rows[0]
    editor_of(three).options_section.set_open(True)
    assert not row.points.isVisible()
    assert not row.feedback_button.isVisible()
