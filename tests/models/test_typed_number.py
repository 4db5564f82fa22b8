"""What people type as a number, in the form of the wire."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.number import decimal_of, typed_number


@pytest.mark.parametrize(
    ("typed", "wire"),
    [
        ("2.50", "2.50"),
        ("2,5", "2.5"),
        (",5", "0.5"),
        ("\u22123", "-3"),
        ("12 000", "12000"),
        ("1'000.5", "1000.5"),
        ("1.234,50", "1234.50"),
        ("1,234.50", "1234.50"),
        ("1e4", "1*10^4"),
        ("1.5 x 10^-3", "1.5*10^-3"),
    ],
)
def test_a_number_is_understood_as_people_write_it(typed: str, wire: str) -> None:
    assert typed_number(typed) == wire
    assert typed_number(typed, decimal_comma=True) == wire


def test_one_comma_before_three_digits_follows_the_system() -> None:
    assert (typed_number("1,234"), typed_number("1,234", decimal_comma=True)) == ("1234", "1.234")


@pytest.mark.parametrize("typed", ["", "abc", "1,2,3", "1..2", "--1", "1e", "e4"])
def test_what_is_no_number_is_none(typed: str) -> None:
    assert typed_number(typed) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9))
def test_the_wires_own_form_is_typed_back_unchanged(number: object) -> None:
    written = f"{number:f}"
    understood = typed_number(written)
    assert understood is not None
    assert decimal_of(understood) == decimal_of(written)
