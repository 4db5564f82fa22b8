"""A question of each type as the API documents write it."""

import json
from itertools import cycle, islice
from pathlib import Path
from typing import Final
from uuid import UUID

from app.models.item import Item
from app.models.question import Question
from app.models.reading import read_entry
from app.models.table import CREATABLE

_EXAMPLES: Final = Path(__file__).parents[2] / "models" / "examples"


def one_of_each(picture: str | None = None) -> tuple[Item, ...]:
    """In the order of the table of types; the hot spot on a `picture` of the library."""
    return tuple(Item.of(_question(slug, picture), points=2, id=f"item-{slug}") for slug in CREATABLE)


def as_many(count: int) -> tuple[Item, ...]:
    """So many questions of all types in turn, each with an id and a value of its own, not yet read."""
    raws = [_question(slug, None).wire() for slug in CREATABLE]
    wires = islice(cycle(raws), count)
    return tuple(
        Item.of(_read({**raw, "title": f"Question {number}"}), points=2, id=str(UUID(int=number, version=4)))
        for number, raw in enumerate(wires, start=1)
    )


def _question(slug: str, picture: str | None) -> Question:
    raw = json.loads((_EXAMPLES / f"{slug.replace('-', '_')}.json").read_text("utf-8"))
    if slug == "hot-spot" and picture is not None:
        raw["interaction_data"]["image_url"] = picture
    return _read(raw)


def _read(raw: dict[str, object]) -> Question:
    entry = read_entry("Item", raw)
    assert isinstance(entry, Question), raw
    return entry
