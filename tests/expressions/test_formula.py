"""Formulas: what they come to, and what is said of those that are wrong."""

import math
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.expressions.error import FormulaError, Undefined
from app.expressions.formula import formula
from app.expressions.function import FUNCTIONS


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 + 3 * 4", 14),
        ("(2 + 3) * 4", 20),
        ("-2 ^ 2", -4),
        ("2 ^ 3 ^ 2", 512),
        ("2 ^ -1", 0.5),
        ("8 / 4 / 2", 1),
        ("10 - 4 - 3", 3),
        ("5x", 15),
        ("2(x + 1)", 8),
        ("(x)(x)", 9),
        ("-1*sqrt(12x)", -6),
        ("2 \u00d7 x \u2212 1", 5),
        ("pi", math.pi),
        ("round(2.5) + round(-2.5)", 0),
        ("round(1.2345, 2)", 1.23),
        ("log(1000) + ln(e) + log(8, 2)", 7),
        ("max(1, x, 2) + min(4, x)", 6),
        ("mean(1, 2, 6) + median(5, 1, 3)", 6),
        ("comb(5, 2) + perm(5, 2) + fact(3)", 36),
        ("if(x - 3, 1, 2)", 2),
        ("sin(deg_to_rad(30))", 0.5),
    ],
)
def test_a_formula_comes_to_its_value(text: str, value: float) -> None:
    assert formula(text).value({"x": 3}) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("", 0, "empty"),
        ("2 +", 3, "ends too early"),
        ("2 + * 3", 4, "cannot stand here"),
        ("(2 + 3", 0, "never closed"),
        ("2 + 3)", 5, "cannot stand here"),
        ("y = 2x", 2, 'no "="'),
        ("2 $ 3", 2, "means nothing"),
        ("1 + sqr(4)", 4, 'no function "sqr"'),
        ("sqrt + 1", 0, "needs brackets"),
        ("comb(5)", 0, "another number of values"),
        ("1 2", 2, "cannot stand here"),
    ],
)
def test_a_wrong_formula_names_the_place(text: str, place: int, words: str) -> None:
    with pytest.raises(FormulaError) as caught:
        formula(text)
    assert caught.value.place == place
    assert words in str(caught.value.message)


@pytest.mark.parametrize("text", ["1 / x", "sqrt(x - 1)", "ln(x)", "9.0^9^9", "fact(x + 0.5)", "(x - 8)^0.5"])
def test_what_has_no_value_is_undefined(text: str) -> None:
    with pytest.raises(Undefined):
        formula(text).value({"x": 0})


def test_names_stand_in_the_order_of_the_formula() -> None:
    assert formula("b * a + b - c").names == ("b", "a", "c")


@pytest.mark.parametrize("text", ["(" * 400, "-" * 400 + "1", "1+" * 300 + "1", "((((" * 20 + "1" + "))))" * 20])
def test_hostile_formulas_are_refused(text: str) -> None:
    with pytest.raises(FormulaError):
        formula(text)


@given(st.text(max_size=60))
def test_any_text_is_a_formula_or_says_why_not(text: str) -> None:
    try:
        read = formula(text)
    except FormulaError as error:
        place = error.place
    else:
        place = 0
        with suppress(Undefined):
            read.value(dict.fromkeys(read.names, 2.0))
    assert 0 <= place <= len(text)


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_every_function_computes(name: str) -> None:
    arguments = ", ".join(["1"] * FUNCTIONS[name].least)
    assert isinstance(formula(f"{name}({arguments})").value({}), float)
