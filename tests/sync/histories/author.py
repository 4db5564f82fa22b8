"""The person here: what they do to the quiz in the window."""

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from app.models.item import Item
from app.models.quiz import Quiz
from app.models.reading import read_entry
from tests.sync.histories.books import Books
from tests.sync.histories.pictures import PNGS
from tests.sync.histories.question import SLUGS, copied_entry, edited_entry, fresh_ids, new_entry


class Author:
    """Adds, edits, moves, copies and deletes. `take` keeps a picture and gives its reference."""

    def __init__(self, rng: Random, books: Books, new_id: Callable[[], str], take: Callable[[bytes], str]) -> None:
        self._rng, self._books, self._new_id, self._take = rng, books, new_id, take

    def changed(self, quiz: Quiz) -> Quiz:
        """The quiz after one more act."""
        items = list(quiz.items)
        if not items:
            return quiz.with_items([self._new_item()])
        place = self._rng.randrange(len(items))
        if not _is_told(items[place]):  # of a future kind: nobody here can change it
            return quiz.with_items([*items, self._new_item()])
        match self._rng.randrange(12):
            case 0 | 1 | 2:
                items.insert(place, self._new_item())
            case 3:
                items.pop(place)
            case 4 | 5:
                items.insert(self._rng.randrange(len(items)), items.pop(place))
            case 6:
                items.insert(place, self._copy(items[place]))
            case 7:
                items[place] = items[place].with_points(self._rng.randint(1, 9))
            case 8:
                titled = self._rng.random() < 0.3
                word = self._books.word()
                changed = {"title": word} if titled else {"instructions": f"<p>{word}</p>"}
                return quiz.with_fields(quiz.fields.replaced(**changed))
            case _:
                items[place] = self._retold(items[place])
        return quiz.with_items(items)

    def _new_item(self) -> Item:
        entry = new_entry(self._rng, self._books, self._picture)
        if self._rng.random() < 0.1 and entry["item_body"].startswith("<p>word"):
            entry["item_body"] += f'<p><img src="{self._picture()}" alt="A leaf"></p>'
        return self._item(entry)

    def _item(self, entry: Mapping[str, Any]) -> Item:
        return Item.of(read_entry("Item", entry), id=self._new_id(), points=self._rng.randint(1, 9))  # type: ignore[arg-type]

    def _picture(self) -> str:
        return self._take(self._rng.choice(PNGS))

    def _copy(self, item: Item) -> Item:
        """A duplicate, with the ids of the first one or with its own."""
        if not _is_told(item):
            return self._new_item()
        entry = copied_entry(item.entry.wire(), self._books)
        picture = entry["interaction_type_slug"] == "hot-spot"
        return self._item(entry if picture or self._rng.random() < 0.5 else fresh_ids(entry, self._books))

    def _retold(self, item: Item) -> Item:
        if not _is_told(item):
            return item
        return item.with_entry(read_entry("Item", edited_entry(self._rng, item.entry.wire(), self._books)))


def _is_told(item: Item) -> bool:
    return item.entry_type == "Item" and item.entry.wire().get("interaction_type_slug") in SLUGS
