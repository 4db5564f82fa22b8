"""Which numbers an answer takes (canvas-facts 3.16)."""

from decimal import Decimal as D

import pytest

from app.matching.interval import Interval, exact, to_decimals, to_significant, within_margin, within_percent


def test_exact_is_the_number_however_it_is_written() -> None:
    assert exact(D("1.0")).takes(D(1))
    assert not exact(D(1)).takes(D("1.0001"))


def test_a_margin_takes_both_ends() -> None:
    assert [within_margin(D(3), D("0.5")).takes(D(x)) for x in ("2.5", "3.5", "2.49", "3.51")] == [
        True,
        True,
        False,
        False,
    ]
    assert [within_percent(D(-200), D(10)).takes(D(x)) for x in (-220, -180, -221)] == [True, True, False]


def test_significant_digits_leave_the_lower_end_out() -> None:
    taken = to_significant(D("13.4"), 4)
    assert (taken.least, taken.most) == (D("13.395"), D("13.405"))
    assert [taken.takes(D(x)) for x in ("13.395", "13.3951", "13.405", "13.4051")] == [False, True, True, False]


def test_decimals_round_the_value_first() -> None:
    taken = to_decimals(D("3.14159"), 2)
    assert (taken.least, taken.most, taken.closed) == (D("3.135"), D("3.145"), False)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        (Interval(D(1), D(2)), Interval(D(2), D(3)), True),
        (Interval(D(1), D(2)), Interval(D(2), D(3), closed=False), False),
        (Interval(D(1), D(2)), Interval(D(3), D(4)), False),
        (Interval(D(1), D(9)), Interval(D(3), D(4)), True),
    ],
)
def test_intervals_meet_where_both_take_a_number(one: Interval, other: Interval, meet: bool) -> None:
    assert one.meets(other) is meet
    assert other.meets(one) is meet


def test_zero_has_significant_digits_too() -> None:
    assert to_significant(D(0), 3).takes(D(0))
