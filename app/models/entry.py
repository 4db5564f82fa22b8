"""What an item may hold beside a question: entries that the API lets nobody write (New Quiz Items, glossary)."""

from typing import Literal

from app.models.value import Json, Map, Open, Value

EntryType = Literal["Item", "Stimulus", "BankEntry", "Bank"]


class Stimulus(Value):
    """A text or picture that several questions share."""

    title: str | None = None
    body: str | None = None
    instructions: str | None = None
    source_url: str | None = None
    orientation: Open[Literal["top", "left"]] | None = None
    passage: bool | None = None


class BankEntry(Value):
    """One question or stimulus out of an item bank; the inner entry is kept as it came."""

    entry_type: Open[Literal["Item", "Stimulus"]] | None = None
    archived: bool | None = None
    entry: Map[Json] | None = None


class Bank(Value):
    """A draw of questions from an item bank; how many stands in the item's `properties.sample_num`."""

    title: str | None = None
    archived: bool | None = None
    entry_count: int | None = None
    item_entry_count: int | None = None


class Opaque(Value):
    """An entry or a question of a kind that is not known here, or in a shape that does not fit: kept word for word."""
