"""What the checks say of numeric questions."""

import pytest

from app.checks.table import problems
from app.models.item import Item
from app.models.questions.numeric import (
    ExactAnswer,
    MarginAnswer,
    MarginType,
    NumericAnswer,
    NumericQuestion,
    PreciseAnswer,
    PrecisionType,
    RangeAnswer,
)

BASE = NumericQuestion.new().replaced(item_body="<p>How many?</p>")


def rules(*answers: NumericAnswer) -> set[str]:
    return {problem.rule for problem in problems(Item.of(BASE.with_answers(answers)))}


def test_one_of_each_kind_is_sound() -> None:
    answers = (ExactAnswer.new("1"), MarginAnswer.new("5", "1"), RangeAnswer.new("10", "20"), PreciseAnswer.new("30"))
    assert rules(*answers) == set()


def test_no_answer_is_told() -> None:
    assert rules() == {"no-answer"}


@pytest.mark.parametrize(
    ("answer", "rule"),
    [
        (ExactAnswer.new(""), "no-number"),
        (ExactAnswer.new("many"), "no-number"),
        (RangeAnswer.new("1", ""), "no-number"),
        (RangeAnswer.new("9", "1"), "range-upside-down"),
        (MarginAnswer.new("1", "-1"), "bad-margin"),
        (MarginAnswer.new("1", "x"), "bad-margin"),
        (PreciseAnswer.new("1", "1.5"), "bad-precision"),
        (PreciseAnswer.new("1", "0", PrecisionType.SIGNIFICANT_DIGITS), "bad-precision"),
    ],
)
def test_what_is_wrong_with_an_answer_is_told(answer: NumericAnswer, rule: str) -> None:
    assert rules(answer) == {rule}


def test_a_scientific_number_is_a_number() -> None:
    assert rules(ExactAnswer.new("1.2*10^3")) == set()


def test_answers_that_overlap_are_a_hint_at_the_later_one() -> None:
    margin = MarginAnswer.new("100", "10", MarginType.PERCENT)
    question = BASE.with_answers((ExactAnswer.new("7"), margin, ExactAnswer.new("90")))
    found = problems(Item.of(question))
    assert [(one.rule, one.severity, one.field) for one in found] == [
        ("overlapping-numbers", "hint", f"answers/{question.keys[2]}")
    ]
