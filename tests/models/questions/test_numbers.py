"""Numeric, formula, essay and file upload: numbers are read exactly and written in the form that stood there."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.number import decimal_of, like, whole_of
from app.models.questions.essay import EssayQuestion
from app.models.questions.file_upload import FileUploadQuestion
from app.models.questions.formula import FormulaQuestion, Solution, Variable
from app.models.questions.numeric import (
    ExactAnswer,
    MarginAnswer,
    MarginType,
    NumericQuestion,
    PreciseAnswer,
    RangeAnswer,
    UnknownAnswer,
    turned,
)
from tests.support.strategies import formula, numeric
from tests.support.strategies.words import decimals


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("200", "200"),
        (3, "3"),
        (0.1, "0.1"),
        ("-12", "-12"),
        ("+.5", "0.5"),
        ("123,456.789", "123456.789"),
        ("1.23*10^4", "12300"),
        ("1.5 * 10^-2", "0.015"),
        ("2e3", "2000"),
        ("\u22127", "-7"),
    ],
)
def test_a_number_is_read_exactly(written: int | float | str, read: str) -> None:
    assert decimal_of(written) == Decimal(read)


@pytest.mark.parametrize("written", ["", "-", ".", "1,23", "one", "1.2.3", "10^2", "nan", "inf", None])
def test_what_is_no_number_is_none(written: str | None) -> None:
    assert decimal_of(written) is None


def test_whole_numbers_keep_their_form() -> None:
    assert (whole_of("3"), whole_of(3.0), whole_of("3.5")) == (3, 3, None)
    assert (like("3", 4), like(3, 4), like(None, 4)) == ("4", 4, "4")


@given(numeric.questions(), decimals)
def test_other_answers_stay_when_one_changes(question: NumericQuestion, value: str) -> None:
    changed = question.with_answers((*question.answers[:-1], ExactAnswer.new(value)))
    assert changed.answers[:-1] == question.answers[:-1]
    last = changed.answers[-1]
    assert isinstance(last, ExactAnswer)
    assert last.target == Decimal(value)


def test_each_kind_of_answer_reads_its_numbers() -> None:
    margin, within = MarginAnswer.new("2", "5", MarginType.PERCENT), RangeAnswer.new("1", "1*10^3")
    precise = PreciseAnswer.new("1.25", "2")
    assert [margin.target, margin.tolerance] == [Decimal(2), Decimal(5)]
    assert [within.least, within.most] == [Decimal(1), Decimal(1000)]
    assert precise.target == Decimal("1.25")
    assert precise.digits == 2


@pytest.mark.parametrize("row", [{"type": "romanNumeral", "value": "IV"}, {"type": "exactResponse", "value": [1]}, {}])
def test_an_answer_of_an_unknown_kind_stands_beside_the_others(row: dict[str, object]) -> None:
    rows = [row, {"id": "1", "type": "exactResponse", "value": 4}]
    question = NumericQuestion.model_validate({"interaction_type_slug": "numeric", "scoring_data": {"value": rows}})
    assert [type(answer) for answer in question.answers] == [UnknownAnswer, ExactAnswer]
    assert question.with_answers(question.answers).wire()["scoring_data"]["value"] == rows


@given(formula.questions())
def test_solutions_are_counted_in_the_form_that_stood_there(question: FormulaQuestion) -> None:
    fewer = question.with_solutions(question.solutions[1:])
    assert fewer.wire()["scoring_data"]["value"]["answer_count"] == str(len(question.solutions) - 1)
    assert fewer.wanted_solutions == len(fewer.solutions)


@given(formula.questions())
def test_solutions_of_a_formula_can_be_computed_with(question: FormulaQuestion) -> None:
    for solution in question.solutions:
        given_values = [value for value in solution.values.values() if value is not None]
        assert solution.result == sum(given_values) + Decimal(question.formula.split(" ")[0])


@given(formula.questions())
def test_variables_follow_the_stem(question: FormulaQuestion) -> None:
    changed = question.replaced(item_body=f"{question.item_body}<p>`new` and `x`</p>").with_stem_variables()
    names = [variable.name for variable in changed.variables]
    assert names == list(changed.stem_names)
    assert "new" in names
    assert set(question.variables) <= set(changed.variables)


def test_a_formula_is_filled_from_nothing() -> None:
    draft = FormulaQuestion.model_validate({"interaction_type_slug": "formula"})
    solution = Solution.model_validate({"inputs": [{"name": "x", "value": "2"}], "output": "1*10^1"})
    filled = draft.with_formula("5 * x").with_variables((Variable.new("x"),)).with_margin("1", MarginType.PERCENT)
    filled = filled.with_solutions((solution,))
    assert [filled.formula, filled.margin.type] == ["5 * x", "marginOfError"]
    assert filled.margin.tolerance == Decimal(1)
    assert filled.solutions[0].result == Decimal(10)
    assert filled.wanted_solutions == 1
    variable = filled.variables[0]
    assert [variable.least, variable.most, variable.decimals] == [Decimal(1), Decimal(10), 0]
    assert filled.with_wanted_solutions(30).wanted_solutions == 30


@given(st.integers(0, 999), st.integers(0, 999))
def test_a_word_limit_has_both_ends_as_text(least: int, most: int) -> None:
    essay = EssayQuestion.new().with_word_limit(True, least=least, most=most)
    data = essay.wire()["interaction_data"]
    assert (data["word_limit_min"], data["word_limit_max"]) == (str(least), str(most))
    assert (essay.options.least, essay.options.most) == (least, most)


def test_an_essay_takes_options_and_notes() -> None:
    essay = EssayQuestion.new().with_options(spell_check=True).with_notes("Whole sentences.")
    assert essay.options.spell_check
    assert essay.options.rce
    assert essay.notes == "Whole sentences."


def test_suffixes_get_their_points() -> None:
    upload = FileUploadQuestion.new().with_types(True, ("png", " .jpg", "png", ""))
    assert upload.wire()["properties"] == {"allowed_types": ".png,.jpg", "restrict_types": True}
    assert upload.allowed_types == (".png", ".jpg")


def test_the_number_of_files_keeps_its_form() -> None:
    upload = FileUploadQuestion.new().with_count(True, 3)
    assert upload.wire()["interaction_data"] == {"files_count": "3", "restrict_count": True}
    assert (upload.restricts_count, upload.files_count) == (True, 3)


@pytest.mark.parametrize(("written", "precision"), [("", "2"), ("3.14", "2"), ("7", "0")])
def test_a_precision_begins_with_the_decimals_that_are_written_or_with_two(written: str, precision: str) -> None:
    answer = turned(ExactAnswer.new(written), "preciseResponse")
    assert isinstance(answer, PreciseAnswer)
    assert answer.precision == precision
