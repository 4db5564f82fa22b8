"""What the checks of a whole quiz must know of each question, read from its JSON: no model is made for it."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from itertools import filterfalse
from sys import intern
from typing import Any, Final

from app.models.item import Item

_WORD: Final = re.compile(r"\w+")
_TAG: Final = re.compile(r"<[^>]*>")
_SAID: Final = re.compile(r'\s(?:src|data-equation-content)="([^"]*)"')
"""What a picture or an equation shows, told by its address or its LaTeX."""
_PARTS: Final = ("choices", "questions", "answers", "categories", "distractors", "word_bank_choices", "blanks")
_TEXTS: Final = ("image_url", "true_choice", "false_choice")


@dataclass(frozen=True, slots=True)
class Wording:
    """What students read: all of it, answers in the order of the alphabet; each word once; those that are numbers.

    What names a picture counts as a number.
    """

    text: str
    words: frozenset[str]
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Glance:
    """`wording` is None where there is no text; `right` is the 1-based place of the one right answer of `choices`.

    It is 0 where answers are not choices, or are shuffled.
    """

    wording: Wording | None = None
    right: int = 0
    choices: int = 0
    has_feedback: bool = False


def glance(item: Item) -> Glance:
    """Look at one item; at what is no question there is nothing to see."""
    entry = json.loads(item.document)["entry"] if item.entry_type == "Item" else {}
    if not isinstance(entry.get("item_body"), str):
        return Glance()
    right, choices = _right(entry)
    return Glance(_wording(entry), right, choices, any(_feedback(entry)))


def _wording(entry: Mapping[str, Any]) -> Wording | None:
    asked = _plain(entry["item_body"])
    if not asked.strip():
        return None
    data = entry.get("interaction_data") or {}
    texts = [str(data[name] or "") for name in _TEXTS if name in data]
    for name in _PARTS:
        _gather(data.get(name), texts)
    others = sorted(_plain(text).casefold() for text in texts)
    found = _WORD.findall(" ".join((asked.casefold(), *others)))
    words = frozenset(map(intern, found))
    return Wording(" ".join(found), words, frozenset(filterfalse(str.isalpha, words)))


def _gather(part: object, texts: list[str]) -> None:
    """Put the texts of rows into `texts`, whether the rows stand in a list or in a map by id."""
    if isinstance(part, str):
        texts.append(part)
    elif isinstance(part, list):
        for row in part:
            _gather(row, texts)
    elif isinstance(part, dict) and "id" in part:
        _gather(part.get("item_body"), texts)
        _gather(part.get("choices"), texts)
    elif isinstance(part, dict):
        for row in part.values():
            _gather(row, texts)


def _plain(html: str) -> str:
    if "<" in html:
        html = f"{_TAG.sub(' ', html)} {' '.join(_SAID.findall(html))}"
    return unescape(html) if "&" in html else html


def _right(entry: Mapping[str, Any]) -> tuple[int, int]:
    """Where the right answer of a multiple choice stands that every student sees there, and among how many."""
    if entry.get("interaction_type_slug") != "choice":
        return 0, 0
    rules = ((entry.get("properties") or {}).get("shuffle_rules") or {}).get("choices") or {}
    ids = [row.get("id") for row in (entry.get("interaction_data") or {}).get("choices") or ()]
    right = (entry.get("scoring_data") or {}).get("value")
    return (0, 0) if rules.get("shuffled") or right not in ids else (ids.index(right) + 1, len(ids))


def _feedback(entry: Mapping[str, Any]) -> Iterator[object]:
    for name in ("feedback", "answer_feedback"):
        yield from (entry.get(name) or {}).values()
