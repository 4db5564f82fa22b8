"""One attempt: what is shown, what it earns, what students see of it, and what counts after several."""

from datetime import UTC, datetime
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.grading.attempts import allowed_attempts, kept_score
from app.grading.deal import deal
from app.grading.seen import EVERYTHING, Seen, seen
from app.grading.sitting import mark, sit, sit_at
from app.grading.sure import right_answer, wrong_answer
from app.grading.table import grade
from app.models.item import Item
from app.models.questions.formula import FormulaQuestion
from app.models.quiz import NewQuiz, Quiz
from app.models.settings import MultipleAttempts, QuizSettings, ResultView
from tests.support.graded import by_hand, choice, formula, numeric, ordering
from tests.support.strategies.items import items

NOW = datetime(2026, 3, 12, tzinfo=UTC).timestamp()
CHAIN = {
    "result_view_restricted": True,
    "display_items": True,
    "display_item_response": True,
    "display_item_response_correctness": True,
    "display_item_correct_answer": True,
}


def quiz(*rows: Item, **settings: object) -> Quiz:
    return Quiz("q", NewQuiz(quiz_settings=QuizSettings.model_validate(settings)), rows)


def view(**fields: object) -> ResultView:
    return ResultView.model_validate(fields)


def row(entry_type: str, item_id: str, **rest: object) -> Item:
    entry = {"item_body": "?", "interaction_type_slug": "essay"}
    return Item.from_wire({"entry_type": entry_type, "entry": entry, **rest}, id=item_id)


def test_questions_stay_behind_their_stimulus_when_they_are_shuffled() -> None:
    about = {"stimulus_quiz_entry_id": "9"}
    rows = (row("Stimulus", "s"), row("Item", "a", **about), row("Item", "b", **about), row("Item", "c"))
    orders = set()
    for seed in range(40):
        order = [item.id for item in sit(quiz(*rows, shuffle_questions=True), Random(seed)).items]
        place = order.index("s")
        assert order[place : place + 3] == ["s", "a", "b"]
        orders.add(tuple(order))
    assert len(orders) == 2


def test_the_order_stays_where_nothing_is_shuffled() -> None:
    rows = (choice("a", "abc", 1), choice("b", "abc", 1))
    assert sit(quiz(*rows), Random(1)).items == rows


def test_marks_add_up_and_what_waits_is_counted() -> None:
    rows = (choice("a", "abc", 2), choice("b", "abc", 1), by_hand("essay", 5))
    marks = mark(sit_at(rows, Random(1)), {rows[0].id: "a", rows[1].id: "a", rows[2].id: "words"})
    assert (marks.points, marks.possible, marks.waiting) == (2, 8, 1)


@given(items(), st.integers(0, 1000))
def test_the_right_answer_to_what_was_dealt_earns_no_less_than_the_wrong_one(item: Item, seed: int) -> None:
    dealt = deal(item, Random(seed))
    right, wrong = right_answer(item, dealt), wrong_answer(item, dealt, Random(seed))
    assert (grade(item, right).points or 0) >= (grade(item, wrong).points or 0)


def test_wrong_answers_are_wrong() -> None:
    rows = (
        choice("a", "abc", 2),
        ordering("abc", 1),
        numeric({"type": "exactResponse", "value": "0"}),
        formula("0", "absolute", "0", "1"),
    )
    for item in rows:
        for seed in range(20):
            dealt = deal(item, Random(seed))
            assert grade(item, wrong_answer(item, dealt, Random(seed))).right is False
            assert grade(item, right_answer(item, dealt)).right is True


def test_the_text_of_a_formula_has_the_numbers_of_a_solution() -> None:
    item = formula("0", "absolute", "2")
    assert isinstance(item.entry, FormulaQuestion)
    asked = item.entry.replaced(item_body="<p>What is `x` + ` x ` + `y`?</p>")
    assert asked.body_of(asked.solutions[0]) == "<p>What is 1 + 1 + y?</p>"


@pytest.mark.parametrize(
    ("rules", "allowed"),
    [
        (None, 1),
        ({"multiple_attempts_enabled": False, "max_attempts": 5}, 1),
        ({"multiple_attempts_enabled": True}, None),
        ({"multiple_attempts_enabled": True, "attempt_limit": True, "max_attempts": 3}, 3),
        ({"multiple_attempts_enabled": True, "attempt_limit": False, "max_attempts": 3}, None),
    ],
)
def test_how_often_a_student_may_try(rules: dict[str, object] | None, allowed: int | None) -> None:
    assert allowed_attempts(None if rules is None else MultipleAttempts.model_validate(rules)) == allowed


@pytest.mark.parametrize(
    ("keep", "kept"), [("average", 2), ("first", 1), ("highest", 3), ("latest", 2), (None, 3), ("median", 3)]
)
def test_what_counts_after_several_attempts(keep: str | None, kept: float) -> None:
    rules = MultipleAttempts.model_validate({"score_to_keep": keep})
    assert kept_score([1, 3, 2], rules) == kept
    assert kept_score([], rules) == 0


def test_everything_is_seen_where_nothing_is_restricted() -> None:
    assert seen(None, NOW, is_last=False) == EVERYTHING
    assert seen(view(result_view_restricted=False, display_items=False), NOW, is_last=False) == EVERYTHING


def test_a_part_is_seen_only_while_those_above_it_are() -> None:
    assert seen(view(**CHAIN), NOW, is_last=False).answers
    for field in list(CHAIN)[1:-1]:
        assert not seen(view(**{**CHAIN, field: False}), NOW, is_last=False).answers
    nothing = Seen(*[False] * 7)
    assert seen(view(result_view_restricted=True), NOW, is_last=True) == nothing


@pytest.mark.parametrize(
    ("field", "part"),
    [
        ("display_item_response_qualifier", "responses"),
        ("display_item_response_correctness_qualifier", "correctness"),
    ],
)
def test_some_is_seen_after_the_last_attempt_only(field: str, part: str) -> None:
    settings = view(**{**CHAIN, field: "after_last_attempt"})
    assert not getattr(seen(settings, NOW, is_last=False), part)
    assert getattr(seen(settings, NOW, is_last=True), part)


@pytest.mark.parametrize(
    ("dates", "is_seen"),
    [
        ({}, True),
        ({"show_item_responses_at": "2026-03-13T00:00:00Z"}, False),
        ({"show_item_responses_at": "2026-03-11T00:00:00Z"}, True),
        ({"hide_item_responses_at": "2026-03-11T00:00:00Z"}, False),
        ({"show_item_responses_at": "soon"}, True),
    ],
)
def test_responses_are_seen_between_their_dates(dates: dict[str, str], is_seen: bool) -> None:
    assert seen(view(**{**CHAIN, **dates}), NOW, is_last=False).responses is is_seen


def test_each_part_has_a_name() -> None:
    told = seen(view(**CHAIN), NOW, is_last=False).told()
    assert [is_seen for _, is_seen in told] == [False, False, True, True, True, True, False]
