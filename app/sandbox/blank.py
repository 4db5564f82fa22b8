"""Backticks in the stem of a fill-in-the-blank question become numbered places for blanks (`canvas-facts.md` 2.2)."""

import re

from app.sandbox.exchange import JsonObject
from app.sandbox.refusal import invalid

_TICKED = re.compile(r"`[^`]*`")
_PLACE = re.compile(r'<span[^>]*\bid="blank_([^"]+)"[^>]*>.*?</span>', re.DOTALL)


def blanks_in(body: str) -> list[str]:
    """The ids of the blanks that a stem places."""
    return _PLACE.findall(body)


def blank_ids(interaction: JsonObject) -> list[str]:
    """The ids of the blanks in their order."""
    return [str(blank["id"]) for blank in interaction.get("blanks") or []]


def placed_body(body: str, ids: list[str]) -> str:
    """The stem with one `<span id="blank_…">` for each of `ids`, in their order."""
    ticked = len(_TICKED.findall(body))
    places = blanks_in(body)
    if ticked and places:
        raise invalid("item_body", "The question stem mixes backticks and blanks")
    if ticked:
        return _replaced(body, ids, ticked)
    if sorted(places) != sorted(ids):
        raise invalid("item_body", "The blanks of the question stem are not those of 'interaction_data'")
    return body


def _replaced(body: str, ids: list[str], ticked: int) -> str:
    if ticked != len(ids):
        raise invalid("item_body", f"The question stem has {ticked} blanks, 'interaction_data' has {len(ids)}")
    remaining = iter(ids)
    return _TICKED.sub(lambda _: f'<span id="blank_{next(remaining)}"></span>', body)
