"""The words of an entry that cannot be edited here, whatever its kind: what students read, as far as it can be told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.html.blocks import blocks
from app.models.entry import Bank, BankEntry
from app.models.item import Item

_TEXTS = ("item_body", "body", "instructions")
_ANSWER_KEYS = frozenset({"item_body", "text", "answer"})
_ANSWER_LISTS = frozenset({"answers", "distractors"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A title, the text as its HTML, and the words of the answers."""

    title: str
    html: str
    answers: tuple[str, ...]


def reading_of(item: Item) -> Reading:
    """What can be read of `item`. Words under keys that nobody knows are left out."""
    entry = item.entry
    raw: Mapping[str, object] = entry.wire()
    if isinstance(entry, BankEntry) and entry.entry:
        raw = entry.entry
    title = "" if isinstance(entry, Bank) else str(raw.get("title") or "")
    html = "".join(_as_blocks(str(raw.get(key) or "")) for key in _TEXTS)
    answers = tuple(answer for words in _answers(raw.get("interaction_data")) if (answer := " ".join(blocks(words))))
    return Reading(title or item.summary.title, html if blocks(html) or "<" in html else "", answers)


def _as_blocks(html: str) -> str:
    """Bare words do not run into the text before them."""
    return f"<p>{html}</p>" if html and "<" not in html else html


def _answers(found: object, key: str = "") -> Iterator[str]:
    if isinstance(found, Mapping):
        for name, value in found.items():
            yield from _answers(value, str(name))
    elif isinstance(found, (list, tuple)):
        for value in found:
            yield from _answers(value, key if key in _ANSWER_LISTS else "")
    elif isinstance(found, str) and key in _ANSWER_KEYS | _ANSWER_LISTS:
        yield found
