"""A quiz as it leaves this library: pictures that were fetched from a Canvas go along under their own names."""

from contextlib import suppress
from typing import Any

from app.html.sources import sources, with_sources
from app.library.errors import MediaMissing
from app.library.library import Library
from app.library.media import sha_at
from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz
from app.models.quiz_reading import read_fields
from app.models.reading import read_entry


def portable(library: Library, quiz: Quiz) -> Quiz:
    """The quiz whose pictures can be shown where nobody is connected to its Canvas; what is not here stays an address.

    The quiz itself keeps its addresses (decisions 4).
    """
    packing = _Packing(library)
    return quiz.with_fields(packing.fields(quiz.fields)).with_items(packing.item(item) for item in quiz.items)


def portable_item(library: Library, item: Item) -> Item:
    """The same of one item."""
    return _Packing(library).item(item)


def portable_fields(library: Library, fields: NewQuiz) -> NewQuiz:
    """The same of the quiz apart from its items."""
    return _Packing(library).fields(fields)


def with_own_hot_spot(library: Library, item: Item) -> Item:
    """The item as it enters another quiz: a hot spot's picture that is kept here goes along under its own name.

    Canvas keeps an upload for each hot spot. Pictures in texts need nothing: a sync takes them to the course that they
    come into.
    """
    return item if item.summary.type != "hot-spot" else _Packing(library).hot_spot(item)


class _Packing:
    def __init__(self, library: Library) -> None:
        self._library = library

    def item(self, item: Item) -> Item:
        """The item with its own pictures; the same object where nothing changes."""
        before: dict[str, Any] = item.entry.wire()
        return self._changed(item, before, self._with_picture(with_sources(before, self.reference)))

    def fields(self, fields: NewQuiz) -> NewQuiz:
        """The fields with their own pictures; the same object where nothing changes."""
        before = fields.wire()
        after = with_sources(before, self.reference)
        return fields if sources(before) == sources(after) else read_fields(after)

    def hot_spot(self, item: Item) -> Item:
        """The item with the picture of its hot spot; texts stay as they are."""
        before: dict[str, Any] = item.entry.wire()
        return self._changed(item, before, self._with_picture(before))

    def _with_picture(self, entry: dict[str, Any]) -> dict[str, Any]:
        data = entry.get("interaction_data")
        if isinstance(data, dict) and isinstance(url := data.get("image_url"), str):
            return {**entry, "interaction_data": {**data, "image_url": self.reference(url)}}
        return entry

    def _changed(self, item: Item, before: dict[str, Any], after: dict[str, Any]) -> Item:
        return item if after == before else item.with_entry(read_entry(item.entry_type, after))

    def reference(self, address: str) -> str:
        """The name of a picture that is kept here, else its address."""
        sha = None if address.startswith("media:") else sha_at(self._library.db, address)
        with suppress(MediaMissing):
            if sha is not None:
                self._library.read_media(sha)
                return f"media:{sha}"
        return address
