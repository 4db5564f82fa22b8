"""What the checks say of formula questions."""

from random import Random

import pytest

from app.checks.table import problems
from app.models.item import Item
from app.models.questions.formula import FormulaQuestion, Solution, Variable
from app.models.questions.generated import with_generated
from app.models.questions.numeric import MarginType


@pytest.fixture
def sound() -> FormulaQuestion:
    base = FormulaQuestion.new().replaced(item_body="<p>Twice `x`?</p>").with_formula("2x")
    made = with_generated(base.with_variables((Variable.new("x"),)), count=5, decimals=1, random=Random(1))
    assert made is not None
    return made


def rules(question: FormulaQuestion) -> set[str]:
    return {problem.rule for problem in problems(Item.of(question))}


def test_a_sound_question_has_no_problem(sound: FormulaQuestion) -> None:
    assert rules(sound) == set()


def test_a_new_question_says_what_is_missing() -> None:
    assert rules(FormulaQuestion.new()) == {"no-question-text", "bad-formula", "no-solutions"}


def test_unknown_and_unused_variables_are_told(sound: FormulaQuestion) -> None:
    assert rules(sound.with_formula("2x + y")) == {"unknown-variable", "wrong-solution"}
    more = sound.with_variables((*sound.variables, Variable.new("z")))
    assert "unused-variable" in rules(more)


def test_a_name_in_the_text_needs_a_variable(sound: FormulaQuestion) -> None:
    assert rules(sound.replaced(item_body="<p>`x` and `y`</p>")) == {"unknown-stem-variable"}


@pytest.mark.parametrize("name", ["", "2x", "sqrt", "e", "a b"])
def test_a_name_that_cannot_be_one_is_told(sound: FormulaQuestion, name: str) -> None:
    assert "bad-variable-name" in rules(sound.with_variables((*sound.variables, Variable.new(name))))


def test_ranges_upside_down_or_open_are_told(sound: FormulaQuestion) -> None:
    assert "range-upside-down" in rules(sound.with_variables((Variable(name="x", min="9", max="1"),)))
    assert "no-range" in rules(sound.with_variables((Variable(name="x", min="", max="1"),)))


def test_solutions_that_are_wrong_incomplete_or_outside_are_told(sound: FormulaQuestion) -> None:
    wrong = Solution.model_validate({"inputs": [{"name": "x", "value": "3"}], "output": "7"})
    empty = Solution.model_validate({"inputs": [], "output": "2"})
    outside = Solution.model_validate({"inputs": [{"name": "x", "value": "30"}], "output": "60"})
    assert rules(sound.with_solutions((wrong,))) == {"wrong-solution"}
    assert rules(sound.with_solutions((empty,))) == {"wrong-solution"}
    assert rules(sound.with_solutions((outside,))) == {"solution-out-of-range"}
    assert rules(sound.with_solutions(())) == {"no-solutions"}


def test_a_bad_margin_is_told(sound: FormulaQuestion) -> None:
    assert rules(sound.with_margin("x", MarginType.ABSOLUTE)) == {"bad-margin"}
