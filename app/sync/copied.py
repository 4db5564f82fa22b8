"""A quiz that Canvas copied into another course, recognised by its questions; linked only where a person says so.

A question is known by the ids that only its writer's program can have made, else by what it says (reliability.md 1.2);
the addresses of its pictures are others in every course.
"""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from app.html.sources import with_sources
from app.library import linking
from app.library.library import Library
from app.library.likeness import quizzes_that_begin_alike
from app.library.linking import ItemBase, QuizBase
from app.library.row import LinkRow
from app.models.item import Item
from app.models.quiz import Quiz
from app.sync.adopt import fingerprint, minted_ids
from app.sync.link_pictures import LinkPictures
from app.sync.side import Raw
from app.sync.unit import ANSWERS, OTHER, Units, item_units, quiz_units
from app.sync.wire import NOWHERE, Addresses, wire_item, wire_quiz

MOST_CANDIDATES = 5
_POINTS = "points_possible"
_ID = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")


@dataclass(frozen=True)
class Side:
    """A question of one side, with what it is known by."""

    id: str
    units: Units

    @cached_property
    def ids(self) -> frozenset[str]:
        """What only one program can have made."""
        return own_ids(self.units)

    @cached_property
    def words(self) -> str:
        """What it says, whatever its ids, its points and the addresses of its pictures are."""
        return _numbered(fingerprint({**without_addresses(self.units), "points": None}))


def own_ids(units: Units) -> frozenset[str]:
    """The ids in a question that only one program can have made; where its pictures are says nothing."""
    return frozenset(one for one in minted_ids(units) if _ID.fullmatch(one))


@dataclass(frozen=True, slots=True)
class Copy:
    """A quiz of a course that is like one here: `pairs` are our ids with Canvas's rows."""

    account_id: str
    course_id: str
    raw: Raw
    rows: tuple[Raw, ...]
    quiz_id: str
    quiz_title: str
    pairs: tuple[tuple[str, Raw], ...]

    @property
    def title(self) -> str:
        """What it is called on Canvas."""
        return str(self.raw.get("title") or "")


def found_copy(library: Library, account_id: str, course_id: str, raw: Raw, rows: Sequence[Raw]) -> Copy | None:
    """The quiz here that this one of a course was copied from, or is a copy of; None where none is like it.

    At least half of the questions of both are the same. A quiz that is in that course already is no candidate. Reads.
    """
    begin = [Item.from_wire(row).summary.first_words for row in rows]
    candidates = quizzes_that_begin_alike(library.db, begin, account_id, course_id)[:MOST_CANDIDATES]
    found = []
    for quiz_id in candidates:
        quiz = library.open_quiz(quiz_id).quiz
        pairs = paired(quiz.items, rows)
        if pairs and 2 * len(pairs) >= max(len(quiz.items), len(rows)):
            found.append(Copy(account_id, course_id, raw, tuple(rows), quiz_id, quiz.title, pairs))
    return max(found, key=lambda one: (len(one.pairs), one.quiz_title == one.title), default=None)


def paired(items: Iterable[Item], rows: Iterable[Raw]) -> tuple[tuple[str, Raw], ...]:
    """Our ids with the rows that are the same questions, each once: those with the same ids and words first."""
    here = [Side(item.id, item_units(wire_item(item, NOWHERE))) for item in items if item.entry_type == "Item"]
    there = {str(row["id"]): row for row in rows if row.get("entry_type", "Item") == "Item"}
    free = {key: Side(key, item_units(row)) for key, row in there.items()}
    matched: dict[str, str] = {}
    for alike in _WAYS:
        for side in here:
            fit = next((key for key, other in free.items() if alike(side, other)), None)
            if side.id not in matched and fit is not None:
                matched[side.id] = fit
                del free[fit]
    return tuple((side.id, there[matched[side.id]]) for side in here if side.id in matched)


_WAYS: tuple[Callable[[Side, Side], bool], ...] = (
    lambda mine, other: mine.ids == other.ids and mine.words == other.words,
    lambda mine, other: bool(mine.ids & other.ids),
    lambda mine, other: mine.words == other.words,
)


def _numbered(value: object) -> str:
    """JSON with ids numbered in the order in which they come."""
    numbers: dict[str, str] = {}
    said = json.dumps(value, default=str)
    return _ID.sub(lambda found: numbers.setdefault(found[0], f"#{len(numbers)}"), said)


def without_addresses(units: Units) -> dict[str, Any]:
    """The units with nothing where a picture's address stands."""
    changed: dict[str, Any] = with_sources(dict(units), lambda _source: "picture")
    data = changed[ANSWERS].get("interaction_data")
    if isinstance(data, dict) and data.get("image_url"):
        changed[ANSWERS] = {**changed[ANSWERS], "interaction_data": {**data, "image_url": "picture"}}
    return changed


def link_copy(library: Library, copy: Copy) -> LinkRow:
    """Link the quiz here to the copy; what differs becomes a conflict at the next look, so that nothing is overwritten.

    Called inside a transaction of the library.
    """
    quiz = library.open_quiz(copy.quiz_id).quiz
    link = linking.link_to(library.db, copy.quiz_id, copy.account_id, copy.course_id)
    pictures = LinkPictures(library, library, link)
    for item_id, row in copy.pairs:
        if item_id in quiz.places:
            base = _base_of(quiz.item(item_id), row, pictures.addresses)
            linking.note_item_base(library.db, link.id, base)
    sent, kept = _fields_of(quiz, copy.raw, pictures.addresses)
    linking.note_quiz_base(library.db, link.id, QuizBase(str(copy.raw["id"]), sent, copy.raw, kept, ()))
    linking.note_order(library.db, link.id, _order(quiz, copy))
    linking.wait_there(library.db, link.id)
    return link


def _base_of(item: Item, row: Raw, addresses: Addresses) -> ItemBase:
    mine, theirs = item_units(wire_item(item, addresses)), item_units(row)
    blank = (without_addresses(mine), without_addresses(theirs))
    differs = {name for name in {*mine, *theirs} - {OTHER} if not _is_same(blank[0].get(name), blank[1].get(name))}
    sent = {name: value for name, value in mine.items() if name not in differs}
    return ItemBase(item.id, str(row["id"]), sent, row, dict.fromkeys(differs))


def _is_same(mine: object, theirs: object) -> bool:
    return mine == theirs or _numbered(mine) == _numbered(theirs)


def _fields_of(quiz: Quiz, raw: Raw, addresses: Addresses) -> tuple[Units, Units]:
    """What counts as sent, and for which units nothing counts as returned; points that follow the sum never differ."""
    mine, theirs = quiz_units(wire_quiz(quiz, addresses)), quiz_units(raw)
    blank: list[dict[str, Any]] = [with_sources(dict(units), lambda _source: "picture") for units in (mine, theirs)]
    differs = {name for name in {*mine, *theirs} if blank[0].get(name) != blank[1].get(name)}
    sent = {name: value for name, value in mine.items() if name not in differs}
    if _POINTS in differs and quiz.fields.points_possible is None:
        differs.remove(_POINTS)
        sent |= {_POINTS: theirs[_POINTS]} if _POINTS in theirs else {}
    return sent, dict.fromkeys(differs)


def _order(quiz: Quiz, copy: Copy) -> list[str]:
    """As it is here: where Canvas has another order, that comes in as a change there, which the plan shows."""
    ours = {item_id for item_id, _ in copy.pairs}
    return [item.id for item in quiz.items if item.id in ours]
