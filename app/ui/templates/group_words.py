"""What the groups of settings that travel are called."""

from collections.abc import Iterable, Mapping
from typing import Final

from app.message import Message, message
from app.models.settings_template import Group
from app.ui.words import words

CHOICES: Final[Mapping[Group, Message]] = {
    Group.TIME: message("Time limit"),
    Group.TAKING: message("Shuffling, pages and calculator"),
    Group.ATTEMPTS: message("Attempts"),
    Group.RESULTS: message("What students see of their result"),
    Group.GRADE: message("How the grade is shown"),
    Group.CODE: message("Access code"),
    Group.ADDRESSES: message("Addresses from which it can be taken"),
    Group.DATES: message("Dates"),
}
"""As a person chooses them."""

_IN_A_ROW: Final[Mapping[Group, Message]] = {
    Group.TIME: message("time limit"),
    Group.TAKING: message("shuffling, pages and calculator"),
    Group.ATTEMPTS: message("attempts"),
    Group.RESULTS: message("results"),
    Group.GRADE: message("grade"),
    Group.CODE: message("access code"),
    Group.ADDRESSES: message("addresses"),
    Group.DATES: message("dates"),
}


def in_a_row(groups: Iterable[Group]) -> str:
    """The groups inside a sentence."""
    return "; ".join(words(_IN_A_ROW[group]) for group in groups)
