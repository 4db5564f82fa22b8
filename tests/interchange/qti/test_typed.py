"""Answers to be typed, as New Quizzes exports them, written by hand after their descriptions (interchange.md 1.1)."""

import pytest

from app.models.questions.essay import EssayQuestion
from app.models.questions.formula import FormulaQuestion
from app.models.questions.numeric import NumericAnswer, NumericQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from tests.interchange.qti.files import condition, html, row, scored
from tests.interchange.qti.reading import ONE, THREE, TWO, question


def _blank(ident: str, shown: str, labels: dict[str, str], **marks: str) -> str:
    attributes = "".join(f' {key}="{value}"' for key, value in marks.items())
    return row(f"response_{ident}", shown, labels).replace("<response_label ", f"<response_label{attributes} ")


@pytest.mark.parametrize(
    ("algorithm", "marks"),
    [
        ("TextContainsAnswer", {}),
        ("TextCloseEnough", {"levenshtein_distance": "2", "ignore_case": "true"}),
        ("TextEquivalence", {}),
        ("TextInChoices", {}),
        ("TextRegex", {}),
    ],
)
def test_blanks_to_type_into(algorithm: str, marks: dict[str, str]) -> None:
    labels = {f"{ONE}-0": "red", f"{ONE}-1": "blue"} if algorithm == "TextInChoices" else {f"{ONE}-0": "red"}
    blank_row = _blank(ONE, "red", labels, answer_type="openEntry", scoring_algorithm=algorithm, **marks)
    right = scored(f"{ONE}-0", response=f"response_{ONE}", action="Add")
    made = question("fill_in_multiple_blanks_question", html(f"<p>Roses are [{ONE}].</p>") + blank_row, right)
    assert isinstance(made, RichFillBlankQuestion)
    [blank] = made.blanks
    assert (blank.id, blank.algorithm, blank.accepted) == (ONE, algorithm, tuple(labels.values()))
    assert made.item_body == f'<p>Roses are <span id="blank_{ONE}"></span>.</p>'
    if marks:
        assert (blank.edit_distance, blank.ignore_case) == (2, True)


def test_a_list_and_a_word_bank_in_one_text() -> None:
    lists = _blank(ONE, "big", {TWO: "big", THREE: "small"}, answer_type="dropdown", scoring_algorithm="Equivalence")
    word = _blank(TWO, "sea", {ONE: "sea", THREE: "sky"}, answer_type="wordbank", allow_reuse="true",
                  scoring_algorithm="TextEquivalence")  # fmt: skip
    right = scored(TWO, response=f"response_{ONE}") + scored(ONE, response=f"response_{TWO}")
    stem = html(f"<p>A [{ONE}] [{TWO}]</p>")
    made = question("fill_in_multiple_blanks_question", stem + lists + word, right)
    assert isinstance(made, RichFillBlankQuestion)
    assert [blank.shown for blank in made.blanks] == ["big", "sea"]
    assert [one.item_body for one in made.word_bank] == ["sea", "sky"]
    assert made.reuses_words


DECIMAL = (
    '<response_str ident="response1" rcardinality="Single"><render_fib fibtype="Decimal">'
    '<response_label ident="answer1"/></render_fib></response_str>'
)


def _number(value: str, low: str, high: str, strict: str = "vargte", **marks: str) -> NumericAnswer:
    attributes = "".join(f' {key}="{part}"' for key, part in marks.items())
    equal = f"<varequal respident='response1'{attributes}>{value}</varequal>" if value else ""
    both = f"<{strict} respident='response1'>{low}</{strict}><varlte respident='response1'>{high}</varlte>"
    inner = f"<or>{equal}<and>{both}</and></or>" if value else both
    made = question("numerical_question", html("<p>?</p>") + DECIMAL, condition(inner))
    assert isinstance(made, NumericQuestion)
    [answer] = made.answers
    return answer


@pytest.mark.parametrize(
    ("given", "ours"),
    [
        (("4.0", "4.0", "4.0", "vargte", {}), {"type": "exactResponse", "value": "4"}),
        (
            ("5.0", "4.95", "5.05", "vargte", {"margintype": "percent", "margin": "1"}),
            {"type": "marginOfError", "value": "5", "margin": "1", "margin_type": "percent"},
        ),
        (("", "6.0", "8.5", "vargte", {}), {"type": "withinARange", "start": "6", "end": "8.5"}),
        (
            ("8.0", "7.5", "8.5", "vargt", {"precisiontype": "significantDigits", "precision": "1"}),
            {"type": "preciseResponse", "value": "8", "precision": "1", "precision_type": "significantDigits"},
        ),
        # Classic quizzes say nothing beside the bounds.
        (
            ("1000.0", "999.995", "1000.005", "vargt", {}),
            {"type": "preciseResponse", "value": "1000", "precision": "2", "precision_type": "decimals"},
        ),
        (
            ("10.0", "9.8", "10.2", "vargte", {}),
            {"type": "marginOfError", "value": "10", "margin": "0.2", "margin_type": "absolute"},
        ),
    ],
)
def test_numeric(given: tuple[str, str, str, str, dict[str, str]], ours: dict[str, str]) -> None:
    value, low, high, strict, marks = given
    wire = _number(value, low, high, strict, **marks).wire()
    assert {key: part for key, part in wire.items() if key != "id"} == ours


def test_formula() -> None:
    extra = (
        '<itemproc_extension><calculated><answer_tolerance>0.5</answer_tolerance><formulas decimal_places="1" '
        'scientific_notation="false"><formula>2 * x</formula></formulas><vars><var name="x" scale="1"><min>1.0</min>'
        '<max>2.5</max></var></vars><var_sets><var_set ident="1"><var name="x">1.5</var><answer>3.0</answer></var_set>'
        "</var_sets></calculated></itemproc_extension>"
    )
    made = question("calculated_question", html("<p>Twice `x`?</p>") + DECIMAL, condition("<other/>"), extra=extra)
    assert isinstance(made, FormulaQuestion)
    assert made.formula == "2 * x"
    [variable] = made.variables
    assert (variable.name, variable.min, variable.max, variable.precision) == ("x", "1", "2.5", 1)
    [solution] = made.solutions
    assert str(solution.result) == "3"
    assert (made.margin.margin, made.margin.margin_type) == ("0.5", "absolute")


def test_essay() -> None:
    shown = (
        '<response_str ident="response1" rcardinality="Single" rce="No" word_count="Yes" spell_check="Yes" '
        'word_limit_max="500" word_limit_min="140" word_limit_enabled="Yes"><render_fib/></response_str>'
    )
    made = question("essay_question", html("<p>Why?</p>") + shown, grading_notes="Two points for each reason")
    assert isinstance(made, EssayQuestion)
    assert made.notes == "Two points for each reason"
    options = made.options
    assert (options.rce, options.word_count, options.spell_check) == (False, True, True)
    assert (options.least, options.most) == (140, 500)
