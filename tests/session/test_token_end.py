"""What is told of tokens that end, and when."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from app.library.row import Account, SignInWay
from app.session.token_end import token_end

NOW = datetime(2026, 3, 12, 10, 0).timestamp()


def account(days: float | None, way: SignInWay = SignInWay.TOKEN, origin: str = "https://a.example.edu") -> Account:
    end = None if days is None else NOW + timedelta(days=days).total_seconds()
    return Account(origin, "canvas", origin, "", "1", "Robin", way, end)


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (-1, "has expired"),
        (-0.1, "has expired"),
        (0.2, "ends today"),
        (1, "ends tomorrow"),
        (7, "ends in 7 days"),
    ],
)
def test_an_end_that_is_near_is_told_with_the_canvas_and_what_to_do(days: float, told: str) -> None:
    end = token_end([account(days)], NOW)
    assert end is not None
    assert told in str(end.whole)
    assert "a.example.edu" in str(end.whole)
    assert "new one" in str(end.whole)
    assert end.is_over == (days < 0)


@pytest.mark.parametrize("one", [account(8), account(None), account(1, SignInWay.BROWSER), account(1, SignInWay.NONE)])
def test_what_is_far_away_or_renews_itself_or_is_signed_out_is_not_told(one: Account) -> None:
    assert token_end([one], NOW) is None


@pytest.mark.parametrize("way", [SignInWay.TOKEN, SignInWay.BROWSER, SignInWay.UNKNOWN])
def test_a_sign_in_that_canvas_does_not_accept_any_more_is_told_before_all_that_ends(way: SignInWay) -> None:
    over = replace(account(None, way, "https://b.example.edu"), is_over=True)
    end = token_end([account(1), over], NOW)
    assert end is not None
    assert (end.account, end.is_over) == (over, True)
    assert "no longer signed in to b.example.edu" in str(end.whole)


def test_of_several_the_most_urgent_is_told() -> None:
    soon = account(2, origin="https://b.example.edu")
    end = token_end([account(5), soon, account(None)], NOW)
    assert end is not None
    assert end.account == soon
