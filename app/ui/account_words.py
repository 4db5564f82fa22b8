"""What accounts are called, and how one says that it is signed in."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit

from PySide6.QtCore import QDateTime, QLocale

from app.library.row import Account, SignInWay
from app.message import message
from app.ui.words import words

PRACTICE: Final = message("Practice Canvas")


def account_name(account: Account) -> str:
    """What the person calls it, else the host of its Canvas, or the practice one."""
    return account.label or (words(PRACTICE) if account.kind == "sandbox" else urlsplit(account.origin).netloc)


def account_names(accounts: Sequence[Account]) -> Mapping[str, str]:
    """By id; where several people are on one Canvas, each with the name of the person."""
    counts = Counter(account_name(account) for account in accounts)

    def name(account: Account) -> str:
        one = account_name(account)
        return one if counts[one] == 1 else f"{account.user_name} · {one}"

    return {account.id: name(account) for account in accounts}


def sign_in_words(account: Account, now: float) -> str:
    """How it stands with the sign-in; `now` in epoch seconds."""
    if account.kind == "sandbox":
        return words(message("On this computer"))
    if account.way is SignInWay.NONE:
        return words(message("Not signed in"))
    if account.is_over:
        return words(message("No longer signed in"))
    if account.way is SignInWay.BROWSER:
        return words(message("Signed in through the browser"))
    if account.ends_at is None:
        return words(message("Access token"))
    if account.ends_at <= now:
        return words(message("Access token, expired"))
    day = QDateTime.fromSecsSinceEpoch(int(account.ends_at)).date()
    return words(message("Access token, ends {day}", day=QLocale().toString(day, QLocale.FormatType.ShortFormat)))
