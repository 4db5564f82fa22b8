"""A quiz as it leaves this library: pictures that were fetched from a Canvas go along under their own names."""

from contextlib import suppress
from typing import Any

from app.html.sources import sources, with_sources
from app.library.errors import MediaMissing
from app.library.library import Library
from app.library.media import sha_at
from app.models.item import Item
from app.models.quiz import Quiz
from app.models.quiz_reading import read_fields
from app.models.reading import read_entry


def portable(library: Library, quiz: Quiz) -> Quiz:
    """The quiz whose pictures can be shown where nobody is connected to its Canvas; what is not here stays an address.

    The quiz itself keeps its addresses (decisions 4).
    """
    packing = _Packing(library)
    fields = with_sources(quiz.fields.wire(), packing.reference)
    if sources(quiz.fields.wire()) != sources(fields):
        quiz = quiz.with_fields(read_fields(fields))
    return quiz.with_items(packing.item(item) for item in quiz.items)


class _Packing:
    def __init__(self, library: Library) -> None:
        self._library = library

    def item(self, item: Item) -> Item:
        """The item with its own pictures; the same object where nothing changes."""
        before: dict[str, Any] = item.entry.wire()
        after = with_sources(before, self.reference)
        data = after.get("interaction_data")
        if isinstance(data, dict) and isinstance(url := data.get("image_url"), str):
            after = {**after, "interaction_data": {**data, "image_url": self.reference(url)}}
        return item if after == before else item.with_entry(read_entry(item.entry_type, after))

    def reference(self, address: str) -> str:
        """The name of a picture that is kept here, else its address."""
        sha = None if address.startswith("media:") else sha_at(self._library.db, address)
        with suppress(MediaMissing):
            if sha is not None:
                self._library.read_media(sha)
                return f"media:{sha}"
        return address
