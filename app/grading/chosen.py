"""How a chosen answer is named in an explanation."""

from collections.abc import Iterable
from functools import lru_cache

from app.html.text import plain_text
from app.message import Message, message
from app.models.questions.choices import Choice

_MOST = 60
"""Signs of an answer that an explanation repeats."""


def named(choice_id: str, choices: Iterable[Choice]) -> Message:
    """The text of a choice, or its id where there is no such choice or it shows nothing that can be said."""
    body = next((one.item_body for one in choices if one.id == choice_id), "")
    return _named(body or "", choice_id)


@lru_cache(maxsize=4096)  # many students choose the same few answers
def _named(html: str, choice_id: str) -> Message:
    return message('"{text}"', text=plain_text(html, _MOST) or choice_id)
