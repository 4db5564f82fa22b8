"""Solutions of a formula: distinct, in range, rounded as people round."""

from decimal import Decimal as D
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.expressions.formula import formula
from app.expressions.solution import MOST, Span, Worked, result, solutions


def made(text: str, *spans: Span, count: int = 10, decimals: int = 2, seed: int = 1) -> tuple[Worked, ...]:
    return solutions(formula(text), spans, count=count, decimals=decimals, random=Random(seed))


def test_solutions_fit_formula_and_ranges() -> None:
    found = made("2 + x * y", Span("x", D(1), D(10)), Span("y", D("-1.5"), D("1.5"), 1))
    assert len(found) == 10
    for one in found:
        x, y = one.values["x"], one.values["y"]
        assert (D(1) <= x <= D(10), D("-1.5") <= y <= D("1.5")) == (True, True)
        assert one.result == (2 + x * y).quantize(D("0.01"))


def test_no_two_solutions_have_the_same_values() -> None:
    found = made("x", Span("x", D(0), D(6)), count=7)
    assert sorted(one.values["x"] for one in found) == [D(n) for n in range(7)]


def test_where_there_are_fewer_values_there_are_fewer_solutions() -> None:
    assert len(made("x", Span("x", D(1), D(3)), count=50)) == 3


def test_values_without_a_result_are_passed_over() -> None:
    found = made("1 / x", Span("x", D(-2), D(2)), count=9)
    assert sorted(one.values["x"] for one in found) == [D(-2), D(-1), D(1), D(2)]


def test_never_more_than_canvas_takes() -> None:
    assert len(made("x", Span("x", D(1), D(10_000)), count=1000)) == MOST


def test_a_formula_without_variables_has_one_solution() -> None:
    assert [one.result for one in made("2 + 3")] == [D("5.00")]


def test_ends_that_are_swapped_give_none() -> None:
    assert made("x", Span("x", D(3), D(1))) == ()


@pytest.mark.parametrize(
    ("text", "decimals", "rounded"),
    [("1.005 * 100", 0, "101"), ("0.1 + 0.2", 1, "0.3"), ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("-0.001", 2, "0.00")],
)
def test_results_are_rounded_as_people_round(text: str, decimals: int, rounded: str) -> None:
    assert str(result(formula(text), {}, decimals)) == rounded


@given(st.integers(0, 10**6), st.integers(-50, 50), st.integers(0, 40), st.integers(0, 3))
def test_the_same_seed_gives_the_same_solutions(seed: int, least: int, width: int, decimals: int) -> None:
    span = Span("x", D(least), D(least + width), decimals)
    once, again = (made("x ^ 2 - x", span, seed=seed) for _ in range(2))
    assert once == again
    assert len({one.values["x"] for one in once}) == min(10, span.count)
