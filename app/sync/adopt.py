"""Finding the row of a create whose answer was lost, so that it is never created twice (reliability.md 1.2)."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.html.text import plain_text
from app.sync.structure import elements
from app.sync.unit import ANSWERS, Units, item_units

Raw = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class LostCreate:
    """A create that was sent and not answered; `known` are the ids that Canvas had before it."""

    intent_id: str
    units: Units
    known: frozenset[str]


def adopted(lost: Sequence[LostCreate], rows: Sequence[Raw], owned: Mapping[str, Units]) -> dict[str, Raw]:
    """Intent id → the row that it made. Each row is adopted once; k equal creates adopt at most k equal rows.

    Rows that are `owned` already (Canvas's id → as we sent it), or were there before the create was sent, are never
    adopted. What says the same comes first: a duplicated question shares the ids that we minted with the one that it
    was copied from. Where another row has them, or another create brought them, ids alone prove nothing: a colleague
    may have copied that row.
    """
    free = {
        key: row for row in rows if (key := str(row["id"])) not in owned and row.get("entry_type", "Item") == "Item"
    }
    found: dict[str, Raw] = {}
    copied = {create.intent_id: _has_twins(create, lost, rows, owned) for create in lost}
    for matches in (says_the_same, _is_akin, shares_our_ids):
        for create in lost:
            if matches is shares_our_ids and copied[create.intent_id]:
                continue
            if create.intent_id not in found:
                fits = (key for key, row in free.items() if key not in create.known and matches(create.units, row))
                if (match := next(fits, None)) is not None:
                    found[create.intent_id] = free.pop(match)
    return found


def says_the_same(units: Units, row: Raw) -> bool:
    """Whether the row has our ids and our words."""
    there = item_units(row)
    return minted_ids(units) <= minted_ids(there) and fingerprint(units) == fingerprint(there)


def shares_our_ids(units: Units, row: Raw) -> bool:
    """Whether the row has ids that only we can have made, though somebody has changed its words."""
    ours = minted_ids(units)
    return bool(ours) and ours <= minted_ids(item_units(row))


def _is_akin(units: Units, row: Raw) -> bool:
    """Whether it still has our title or our text besides."""
    there = item_units(row)
    title, text = units.get("title"), text_of(units)
    akin = (title and there.get("title") == title) or (text and text_of(there) == text)
    return bool(akin) and shares_our_ids(units, row)


def _has_twins(create: LostCreate, lost: Sequence[LostCreate], rows: Sequence[Raw], owned: Mapping[str, Units]) -> bool:
    """Whether others brought its ids to Canvas as well: a question that was duplicated here, or the row it replaces."""
    ids = minted_ids(create.units)
    others = (*owned.values(), *(other.units for other in lost if other is not create))
    return any(ANSWERS in units and ids <= minted_ids(units) for units in others) or any(
        str(row["id"]) in create.known and shares_our_ids(create.units, row) for row in rows
    )


def minted_ids(units: Units) -> frozenset[str]:
    """Ids and upload addresses that only this create can have brought to Canvas."""
    answers = units[ANSWERS]
    ids = {i for row in elements(answers).values() for i in row}
    value = (answers.get("scoring_data") or {}).get("value")
    if isinstance(value, (list, tuple)):
        ids |= {str(row["id"]) for row in value if isinstance(row, Mapping) and "id" in row}
    url = (answers.get("interaction_data") or {}).get("image_url")
    minted = {i for i in ids if len(i) >= _UUID_LENGTH}
    return frozenset(minted | {url} if isinstance(url, str) else minted)


_UUID_LENGTH = 36


def fingerprint(units: Units) -> tuple[object, ...]:
    """What a question says, blind to a server's tidying of HTML."""
    answers = {key: value for key, value in units[ANSWERS].items() if key != "item_body"}
    said = json.dumps(words_of(answers), sort_keys=True, default=str)
    return (units.get("title"), text_of(units), units.get("points"), said)


def text_of(units: Units) -> str:
    """The plain words of what a question asks; of a text with blanks as it was written, for a server places them."""
    answers = units[ANSWERS]
    written = (answers.get("scoring_data") or {}).get("working_item_body")
    return plain_text(str(written or units.get("item_body") or answers.get("item_body") or ""))


def words_of(value: object) -> object:
    """The same JSON with the plain words of every HTML text in it."""
    if isinstance(value, str):
        return plain_text(value) or value
    if isinstance(value, Mapping):
        return {key: words_of(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [words_of(part) for part in value]
    return value
