"""How long a text is, in words."""

from PySide6.QtCore import QLocale

from app.message import message
from app.ui.words import words


def sign_count(count: int) -> str:
    """ "1 character", "1,234 characters"."""
    said = message("{number} character", plural="{number} characters", count=count, number=QLocale().toString(count))
    return words(said)
