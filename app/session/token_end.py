"""When pasted tokens end, told in time; and that a sign-in is over: neither begins anew by itself."""

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple
from urllib.parse import urlsplit

from app.library.row import Account, SignInWay
from app.message import Message, message

SOON_DAYS: Final = 7


class TokenEnd(NamedTuple):
    """What there is to tell of an account: in few words, and whole."""

    account: Account
    short: Message
    whole: Message
    is_over: bool


def token_end(accounts: Sequence[Account], now: float) -> TokenEnd | None:
    """The end that is the most urgent, of those that are over or near; `now` in epoch seconds."""
    over = next((one for one in accounts if one.is_over and one.way is not SignInWay.NONE), None)
    if over is not None:
        return _over(over)
    dated = [one for one in accounts if one.way is SignInWay.TOKEN and one.ends_at is not None]
    first = min(dated, key=lambda account: account.ends_at or 0.0, default=None)
    if first is None or first.ends_at is None or days_left(first.ends_at, now) > SOON_DAYS:
        return None
    return _told(first, first.ends_at, now)


def _over(account: Account) -> TokenEnd:
    host = urlsplit(account.origin).netloc
    whole = message("You are no longer signed in to {host}. Sign in again, then quizzes can be synced.", host=host)
    return TokenEnd(account, message("Not signed in to Canvas"), whole, is_over=True)


def days_left(ends_at: float, now: float) -> int:
    """Days by the calendar; 0 for today."""
    return (date.fromtimestamp(ends_at) - date.fromtimestamp(now)).days


def _told(account: Account, ends_at: float, now: float) -> TokenEnd:
    host, days = urlsplit(account.origin).netloc, days_left(ends_at, now)
    if ends_at <= now:
        whole = message(
            "Your access token for {host} has expired. Make a new one, then quizzes can be synced again.", host=host
        )
        return TokenEnd(account, message("Access token expired"), whole, is_over=True)
    if days == 0:
        short = message("Access token ends today")
        whole = message("Your access token for {host} ends today. Make a new one.", host=host)
    else:
        short = message("Access token ends tomorrow", plural="Access token ends in {count} days", count=days)
        whole = message(
            "Your access token for {host} ends tomorrow. Make a new one before.",
            plural="Your access token for {host} ends in {count} days. Make a new one before.",
            count=days,
            host=host,
        )
    return TokenEnd(account, short, whole, is_over=False)
