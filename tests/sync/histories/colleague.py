"""A colleague who edits the same quiz in the browser, on what Canvas has now."""

import json
from collections.abc import Set
from random import Random
from typing import Any

from app.sandbox.blank import blank_ids, placed_body
from app.sandbox.core import Sandbox
from tests.sync.histories.books import Books, words_in
from tests.sync.histories.pictures import PNGS
from tests.sync.histories.question import SLUGS, copied_entry, edited_entry, new_entry
from tests.sync.histories.watched import COURSE


class Colleague:
    """Adds, edits, moves, copies and deletes on Canvas."""

    def __init__(self, rng: Random, books: Books, core: Sandbox) -> None:
        self._rng, self._books, self._core = rng, books, core

    def act(self, quiz: str) -> Set[str]:
        """One change of a quiz, as the browser makes it. Gives the words that it took out of a question it edited."""
        rows = self._core.items(COURSE, quiz)
        row = self._rng.choice(rows) if rows else None
        act = self._rng.randrange(10)
        if row is None or act < 2:
            self._add(quiz, new_entry(self._rng, self._books, self._picture), len(rows))
        elif act == 2:
            self._core.delete_item(COURSE, quiz, row["id"])
        elif act == 3:
            self._core.move_item(COURSE, quiz, row["id"], self._rng.randint(1, len(rows)))
        elif act == 4:
            self._core.edit_quiz(COURSE, quiz, {"instructions": f"<p>{self._books.word()}</p>"})
        elif act == 5:
            self._core.edit_item(COURSE, quiz, row["id"], {"points_possible": float(self._rng.randint(1, 9))})
        elif row["entry"].get("interaction_type_slug") in SLUGS:
            entry = {key: value for key, value in row["entry"].items() if key != "id"}
            if act == 6:
                self._add(quiz, copied_entry(entry, self._books), len(rows))
            else:
                edited = edited_entry(self._rng, entry, self._books)
                self._core.edit_item(COURSE, quiz, row["id"], {"entry": edited})
                return words_in(json.dumps(entry)) - words_in(json.dumps(edited))
        return frozenset()

    def _add(self, quiz: str, entry: dict[str, Any], rows: int) -> None:
        if entry["interaction_type_slug"] == "rich-fill-blank":
            entry["item_body"] = placed_body(entry["item_body"], blank_ids(entry["interaction_data"]))
        item = {"entry_type": "Item", "points_possible": 1.0, "entry": entry}
        self._core.add_item(COURSE, quiz, item, self._rng.randint(1, rows + 1))

    def _picture(self) -> str:
        return self._core.add_media(self._rng.choice(PNGS))
