"""What the New Quizzes dialect carries of a question, in one form: the rest is told as lost, or made anew."""

from decimal import Decimal
from typing import Any

from app.models.item import Item
from app.models.number import decimal_of

Wire = dict[str, Any]


def carried(item: Item) -> Wire:
    """The wire of a question in which only differences count that a student or teacher would see."""
    entry: Wire = _tidy(item.entry.wire())
    kind = entry["interaction_type_slug"]
    entry["points"] = None if item.points is None else Decimal(str(item.points))
    for name in ("feedback", "answer_feedback"):
        entry[name] = {key: html for key, html in (entry.get(name) or {}).items() if html}
    if kind in _BY_KIND:
        _BY_KIND[kind](entry)
    return entry


def _tidy(value: Any) -> Any:  # noqa: ANN401  (the wire)
    if isinstance(value, dict):
        return {key: _tidy(part) for key, part in value.items()}
    return [_tidy(part) for part in value] if isinstance(value, list) else value


def _numbers(value: Any) -> Any:  # noqa: ANN401  (the wire)
    """The same with exact numbers, however they are written."""
    if isinstance(value, dict):
        return {key: part if key in ("name", "formula") else _numbers(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_numbers(part) for part in value]
    number = decimal_of(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else None
    return value if number is None else number.normalize()


def _choice(entry: Wire) -> None:
    entry["scoring_data"] = _numbers(entry["scoring_data"])


def _multi_answer(entry: Wire) -> None:
    entry["scoring_data"]["value"].sort()


def _prompts(entry: Wire) -> None:
    entry["properties"] = {}


def _categories(entry: Wire) -> None:
    """Rows of the key are found by their category, so their order says nothing."""
    entry["properties"] = {}
    entry["scoring_data"]["value"].sort(key=lambda row: row["id"])


def _blanks(entry: Wire) -> None:
    entry["properties"] = {}
    blanks = entry["interaction_data"]["blanks"]
    if all(one["answer_type"] != "wordbank" for one in blanks):
        entry["interaction_data"] |= {"word_bank_choices": [], "reuse_word_bank_choices": False}


def _numeric(entry: Wire) -> None:
    rows = [{key: part for key, part in row.items() if key != "id"} for row in entry["scoring_data"]["value"]]
    entry["scoring_data"]["value"] = _numbers(rows)


def _formula(entry: Wire) -> None:
    entry["scoring_data"] = _numbers(entry["scoring_data"])


def _file_upload(entry: Wire) -> None:
    if not entry["interaction_data"]["restrict_count"]:
        entry["interaction_data"].pop("files_count")
    if not entry["properties"]["restrict_types"]:
        entry["properties"].pop("allowed_types")


def _hot_spot(entry: Wire) -> None:
    value = entry["scoring_data"]["value"]
    value = value if isinstance(value, list) else [{"id": 1, **value}]
    entry["scoring_data"]["value"] = _numbers(value)
    entry["interaction_data"].pop("hotspots_count", None)


_BY_KIND = {
    "choice": _choice,
    "multi-answer": _multi_answer,
    "matching": _prompts,
    "categorization": _categories,
    "rich-fill-blank": _blanks,
    "numeric": _numeric,
    "formula": _formula,
    "file-upload": _file_upload,
    "hot-spot": _hot_spot,
}
