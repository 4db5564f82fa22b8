"""What an item or a quiz is on the wire of one link: the only thing that is ever compared with what was sent."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic.alias_generators import to_snake

from app.html.sources import sources, with_sources
from app.models.item import SERVER_MADE, Item
from app.models.quiz import Quiz
from app.models.settings_effective import effective

Json = Mapping[str, Any]
Address = Callable[[str, str], str | None]
"""From an item's id and what a picture is called in the value to its address on this link; None where it has none."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the pictures of a link are: a hot spot has an upload of its own, a text one for each course (decisions 4).

    `text` is asked with "" for the quiz itself; it gives None for an address that stays as it came, and a `media:`
    reference for a picture that must be uploaded first.
    """

    hot_spot: Address
    text: Address


NOWHERE = Addresses(lambda _item, _reference: None, lambda _item, _source: None)
"""Before anything was uploaded."""

MEDIA = "media:"

_REFERENCE = re.compile(r"media:[0-9a-f]{64}")

ROW_MADE_THERE = frozenset(
    {"id", "position", "entry_editable", "stimulus_quiz_entry_id", "status", "properties", "created_at", "updated_at"}
)
"""The same of a row: Canvas makes them, or takes them from nobody (canvas-facts 2.2)."""

# The assignment group is of one course alone and chosen when the quiz is made there: it is kept as it came.
_QUIZ_FIELDS = ("title", "instructions", "due_at", "lock_at", "unlock_at", "grading_type")


def wire_item(item: Item, addresses: Addresses) -> dict[str, Any]:
    """The item's payload: `points_possible` and `entry`, pictures by their addresses, without server-made keys."""
    entry = {key: value for key, value in item.entry.wire().items() if key not in SERVER_MADE}
    return {"points_possible": item.points, "entry": _addressed(item.id, _placed(entry), addresses)}


def _placed(entry: dict[str, Any]) -> dict[str, Any]:
    """The entry with its choices at 1 to n: a server that merges by id leaves two at one place and takes no such list
    in a new question (canvas-facts 2.3)."""
    data = entry.get("interaction_data")
    if not isinstance(data, dict):
        return entry
    choices = data.get("choices")
    if not isinstance(choices, list) or not all(isinstance(one, dict) and "position" in one for one in choices):
        return entry
    places = [one["position"] for one in choices]
    order = sorted(range(len(choices)), key=lambda number: (_number(places[number]), number))
    numbers = {number: place for place, number in enumerate(order, start=1)}
    if all(places[number] == place for number, place in numbers.items()):
        return entry
    anew = [{**one, "position": numbers[number]} for number, one in enumerate(choices)]
    return {**entry, "interaction_data": {**data, "choices": anew}}


def _number(place: object) -> float:
    return float(place) if isinstance(place, int | float) else float("inf")


def unknown_row_keys(item: Item) -> dict[str, Any]:
    """Keys of the row that nobody knows: they are sent on create and never again (decisions 6)."""
    return {key: value for key, value in item.rest.items() if to_snake(key) not in ROW_MADE_THERE}


def unsent_hot_spots(value: object) -> tuple[str, ...]:
    """The `media:` references that stand by themselves in a payload or in units: hot spots without an address yet."""
    return tuple(dict.fromkeys(filter(_REFERENCE.fullmatch, _strings(value))))


def unsent_texts(value: object) -> tuple[str, ...]:
    """The same in its texts: pictures that this course does not have yet, each once."""
    return tuple(filter(_REFERENCE.fullmatch, sources(value)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, (dict, Mapping)):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _strings(part)


def wire_quiz(quiz: Quiz, addresses: Addresses) -> dict[str, Any]:
    """The quiz's payload: its fields and the settings that count.

    Points follow the sum of the questions until they were set by hand; a sum of 0 is left out, because Canvas takes
    only points above 0 (decisions 21).
    """
    raw = quiz.fields.wire()
    payload = {name: raw[name] for name in _QUIZ_FIELDS if name in raw}
    payload |= _with_texts("", {k: payload[k] for k in ("instructions",) if k in payload}, addresses)
    points = quiz.fields.points_possible if quiz.fields.points_possible is not None else quiz.points
    if points:
        payload["points_possible"] = points
    if quiz.fields.quiz_settings is not None:
        payload["quiz_settings"] = effective(quiz.fields.quiz_settings).wire()
    return payload


def _addressed(item_id: str, entry: dict[str, Any], addresses: Addresses) -> dict[str, Any]:
    entry = _with_texts(item_id, entry, addresses)
    data = entry.get("interaction_data")
    url = data.get("image_url") if isinstance(data, dict) else None
    if isinstance(data, dict) and isinstance(url, str) and url.startswith(MEDIA):
        return {**entry, "interaction_data": {**data, "image_url": addresses.hot_spot(item_id, url) or url}}
    return entry


def _with_texts(item_id: str, texts: dict[str, Any], addresses: Addresses) -> dict[str, Any]:
    changed: dict[str, Any] = with_sources(texts, lambda source: addresses.text(item_id, source) or source)
    return changed
