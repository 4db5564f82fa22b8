"""First words of items, for lists and search."""

from collections.abc import Mapping

from app.html.text import plain_text
from app.models.entry import Bank, BankEntry, Stimulus
from app.models.item import Item, Summary
from app.models.question import Question
from app.models.questions.blank_body import with_gaps

FIRST_WORDS = 160
_WITH_BLANKS = ("rich-fill-blank", "fill-blank")


def summary_of(item: Item) -> Summary:
    """Title, type and the first 160 characters of what students read."""
    entry = item.entry
    if isinstance(entry, Question):
        body = entry.item_body or ""
        if entry.interaction_type_slug in _WITH_BLANKS:
            body = with_gaps(body)
        return Summary(entry.title or "", entry.interaction_type_slug, _words(body))
    if isinstance(entry, Stimulus):
        return Summary(entry.title or "", item.entry_type, _words(entry.body))
    if isinstance(entry, Bank):
        return Summary(entry.title or "", item.entry_type, "")
    if isinstance(entry, BankEntry):
        inner: Mapping[str, object] = entry.entry or {}
        return Summary(str(inner.get("title") or ""), item.entry_type, _words(str(inner.get("item_body") or "")))
    raw = entry.wire()
    kind = str(raw.get("interaction_type_slug") or item.entry_type)
    return Summary(str(raw.get("title") or ""), kind, _words(str(raw.get("item_body") or raw.get("body") or "")))


def _words(html: str | None) -> str:
    return plain_text(html or "", FIRST_WORDS)
