"""Tags: short words of the person's own, by which questions and quizzes are found again."""

import unicodedata
from collections.abc import Iterable

LONGEST_TAG = 40
MOST_TAGS = 30


def clean_tag(text: str) -> str:
    """A tag as it is kept: single spaces, no comma, which parts tags, and no more than fits a chip; "" is none."""
    return " ".join(text.replace(",", " ").split())[:LONGEST_TAG].strip()


def tag_key(tag: str) -> str:
    """What two tags have in common that are the same to a person: case does not count."""
    return unicodedata.normalize("NFC", clean_tag(tag)).casefold()


def clean_tags(given: Iterable[str]) -> tuple[str, ...]:
    """Each tag once, as it was first written, in the order given."""
    tags: dict[str, str] = {}
    for tag in map(clean_tag, given):
        if tag:
            tags.setdefault(tag_key(tag), tag)
    return tuple(tags.values())[:MOST_TAGS]
