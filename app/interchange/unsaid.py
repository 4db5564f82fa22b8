"""What no file says: what only this library knows, keys that nobody knows, signs that XML cannot hold."""

import re
from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from app.interchange.xml import is_legal
from app.message import Message, message
from app.models.item import SERVER_MADE, Item
from app.models.quiz import Quiz

_CONTROL = re.compile(r"(?<!\\)(?:\\\\)*\\u00[01]")
"""A control sign as JSON writes it."""

_FREE = ("interaction_data", "properties")
"""Parts that some types leave empty: a key in them is known to nobody."""


def unsaid(whole: Item | Quiz) -> Iterator[Message]:
    """What is lost of a question, or of the quiz itself."""
    if whole.local.tags:
        yield message("Your tags.")
    if isinstance(whole, Quiz):
        return
    if whole.local.region_names:
        yield message("Names of regions.")
    if names := sorted(_unknown(whole.entry) - SERVER_MADE):
        yield message("Data that Quizwright does not know ({names}).", names=", ".join(names)[:80])
    document = whole.document.decode()
    if _CONTROL.search(document) or not is_legal(document):
        yield message("Signs that XML cannot hold.")


def _unknown(value: object) -> set[str]:
    """The names of keys that no model has."""
    if isinstance(value, BaseModel):
        fields = {name: getattr(value, name, None) for name in value.model_fields_set}
        inner = {name for part in fields.values() for name in _unknown(part)}
        free = {key for name in _FREE if isinstance(part := fields.get(name), Mapping) for key in part}
        return {*(value.__pydantic_extra__ or {}), *inner, *free}
    if isinstance(value, Mapping):
        return {name for part in value.values() for name in _unknown(part)}
    if isinstance(value, tuple):
        return {name for part in value for name in _unknown(part)}
    return set()
