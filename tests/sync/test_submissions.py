"""A quiz that students have handed in: texts and points are sent, nothing is made anew or deleted (decisions 16)."""

from typing import Any

import pytest

from app.library.assignment import OwnDates
from app.models.questions.choice import ChoiceQuestion
from app.sync.choice import Selection, Side
from app.sync.letter import warnings
from app.sync.regrade import REGRADE
from tests.sync.conftest import Bench
from tests.sync.test_run import choice, retitled, statement


@pytest.fixture
def answered(bench: Bench) -> Bench:
    bench.put(choice("a", "root", "leaf", "stem"), statement("b"))
    bench.sync()
    bench.server.core.set_submissions(bench.canvas_id)
    return bench


def with_fewer_choices(bench: Bench) -> None:
    first, *others = bench.quiz.items
    question = first.entry
    assert isinstance(question, ChoiceQuestion)
    bench.put(retitled(first.with_entry(question.with_choices(question.choices[:2])), "A"), *others)


def test_other_texts_and_points_are_sent(answered: Bench) -> None:
    first, second = answered.quiz.items
    question = first.entry
    assert isinstance(question, ChoiceQuestion)
    choices = tuple(one.replaced(item_body=f"<p>{one.item_body}!</p>") for one in question.choices)
    answered.put(first.with_entry(question.with_choices(choices)), second.with_points(3))
    outcome = answered.sync()
    assert (outcome.updated, outcome.held) == (2, [])
    assert [row["points_possible"] for row in answered.rows] == [1, 3]
    assert answered.sync().writes == 0


def test_a_removed_choice_stays_here_and_no_question_is_made_anew(answered: Bench) -> None:
    before = [row["id"] for row in answered.rows]
    with_fewer_choices(answered)
    outcome = answered.sync()
    assert [str(held.reason) for held in outcome.held] == [
        "Students have answered it: Canvas allows this change only in its own editor."
    ]
    assert answered.titles == ["A", "b"]
    assert [row["id"] for row in answered.rows] == before
    assert len(answered.rows[0]["entry"]["interaction_data"]["choices"]) == 3  # type: ignore[index]


def test_a_decided_conflict_makes_no_question_anew(answered: Bench) -> None:
    before = [row["id"] for row in answered.rows]
    with_fewer_choices(answered)
    row = answered.rows[0]
    patch = {"entry": {"interaction_data": {"choices": [{"id": "new", "position": 4, "item_body": "x"}]}}}
    answered.server.core.edit_item(answered.link.course_id, answered.canvas_id, str(row["id"]), patch)
    assert answered.sync(Selection(prefer=Side.MINE)).held
    assert [row["id"] for row in answered.rows] == before


def test_that_students_hand_in_is_no_edit(answered: Bench) -> None:
    outcome = answered.sync()
    assert (outcome.writes, outcome.brought_changed) == (0, 0)


def test_a_question_deleted_here_stays_on_canvas(answered: Bench) -> None:
    answered.put(*answered.quiz.items[:1])
    outcome = answered.sync()
    assert (outcome.deleted, len(outcome.held)) == (0, 1)
    assert answered.titles == ["a", "b"]


def test_how_many_have_handed_it_in_is_told_before(answered: Bench) -> None:
    answered.server.core.set_submissions(answered.canvas_id, count=5)
    first, second = answered.quiz.items
    answered.put(first, second.with_points(3))
    said = [str(one) for one in warnings(answered.preview())]
    assert said[0].startswith("5 students have handed it in (as of ")
    assert said[0].endswith("). Only texts and points can be sent now; change the rest on Canvas itself.")
    assert said[1:] == [str(REGRADE)]


def test_that_canvas_has_to_regrade_is_told_after_other_points(answered: Bench) -> None:
    first, second = answered.quiz.items
    answered.put(first, second.with_points(3))
    assert answered.sync().notes == [REGRADE]
    answered.put(retitled(first, "Other"), second.with_points(3))
    assert answered.sync().notes == []


def test_whose_dates_stay_is_told_before_a_date_is_sent(bench: Bench) -> None:
    bench.put(statement("a"))
    bench.sync()
    own: list[dict[str, Any]] = [{"course_section_id": 4}, {"course_section_id": 5}, {"student_ids": [2]}]
    bench.server.core.set_overrides(bench.canvas_id, own)
    bench.save(bench.quiz.with_fields(bench.quiz.fields.replaced(due_at="2030-01-01T00:00:00Z")))
    said = [str(one) for one in warnings(bench.preview())]
    assert said == ["2 sections and 1 student have other dates on Canvas. The dates that you send do not change those."]
    bench.sync()
    there = bench.library.there(bench.link.quiz_id)
    assert there is not None
    assert there.assignment.own_dates == OwnDates(sections=2, students=1)
