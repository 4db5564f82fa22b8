"""What an item or a quiz is on the wire of one link: the only thing that is ever compared with what was sent."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic.alias_generators import to_snake

from app.models.item import Item
from app.models.question import Question
from app.models.quiz import Quiz
from app.models.settings_effective import effective

Json = Mapping[str, Any]
Address = Callable[[str, str], str | None]
"""From an item's id and a `media:SHA256` reference to the address of its upload on this link; None before that.

A hot-spot picture has an upload of its own for each item and link (decisions 4)."""

MEDIA = "media:"

SERVER_MADE = frozenset({"id", "created_at", "updated_at", "user_response_type"})
"""Keys of an entry that Canvas makes: kept, never sent (decisions 6)."""

ROW_MADE_THERE = frozenset(
    {"id", "position", "entry_editable", "stimulus_quiz_entry_id", "status", "properties", "created_at", "updated_at"}
)
"""The same of a row: Canvas makes them, or takes them from nobody (canvas-facts 2.2)."""

_QUIZ_FIELDS = ("title", "instructions", "assignment_group_id", "due_at", "lock_at", "unlock_at", "grading_type")


def wire_item(item: Item, address: Address) -> dict[str, Any]:
    """The item's payload: `points_possible` and `entry`, pictures by their addresses, without server-made keys."""
    entry = {key: value for key, value in item.entry.wire().items() if key not in SERVER_MADE}
    return {"points_possible": item.points, "entry": _addressed(item.id, entry, address)}


def unknown_row_keys(item: Item) -> dict[str, Any]:
    """Keys of the row that nobody knows: they are sent on create and never again (decisions 6)."""
    return {key: value for key, value in item.rest.items() if to_snake(key) not in ROW_MADE_THERE}


def unsent_picture(item: Item, address: Address) -> str | None:
    """The `media:` reference of a hot-spot picture that this link has no address for yet."""
    data = item.entry.wire().get("interaction_data") if isinstance(item.entry, Question) else None
    url = data.get("image_url") if isinstance(data, dict) else None
    return url if isinstance(url, str) and url.startswith(MEDIA) and address(item.id, url) is None else None


def wire_quiz(quiz: Quiz) -> dict[str, Any]:
    """The quiz's payload: its fields and the settings that count.

    Points follow the sum of the questions until they were set by hand; a sum of 0 is left out, because Canvas takes
    only points above 0 (decisions 21).
    """
    raw = quiz.fields.wire()
    payload = {name: raw[name] for name in _QUIZ_FIELDS if name in raw}
    points = quiz.fields.points_possible if quiz.fields.points_possible is not None else quiz.points
    if points:
        payload["points_possible"] = points
    if quiz.fields.quiz_settings is not None:
        payload["quiz_settings"] = effective(quiz.fields.quiz_settings).wire()
    return payload


def _addressed(item_id: str, entry: dict[str, Any], address: Address) -> dict[str, Any]:
    data = entry.get("interaction_data")
    url = data.get("image_url") if isinstance(data, dict) else None
    if isinstance(data, dict) and isinstance(url, str) and url.startswith(MEDIA):
        return {**entry, "interaction_data": {**data, "image_url": address(item_id, url) or url}}
    return entry
