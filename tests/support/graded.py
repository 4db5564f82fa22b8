"""Questions for marking, short to write: only what counts for the mark."""

from collections.abc import Sequence
from typing import Any

from app.models.item import Item


def choice(key: str, ids: str, points: float, varied: dict[str, float] | None = None) -> Item:
    """Multiple choice; each letter of `ids` is a choice."""
    scoring: dict[str, Any] = {"value": key}
    if varied is not None:
        scoring["values"] = [{"value": one, "points": earned} for one, earned in varied.items()]
    return _item(
        "choice",
        "Equivalence" if varied is None else "VaryPointsByAnswer",
        points,
        interaction_data={"choices": _choices(ids)},
        properties={"vary_points_by_answer": varied is not None},
        scoring_data=scoring,
    )


def multi_answer(key: str, ids: str, points: float, *, partial: bool) -> Item:
    """Multiple answers; each letter of `key` is right."""
    return _item(
        "multi-answer",
        "PartialScore" if partial else "AllOrNothing",
        points,
        interaction_data={"choices": _choices(ids)},
        properties={},
        scoring_data={"value": list(key)},
    )


def true_false(key: bool | None, points: float) -> Item:
    """True/false; None for a draft."""
    return _item(
        "true-false",
        "Equivalence",
        points,
        interaction_data={"true_choice": "Yes", "false_choice": "No"},
        properties={},
        scoring_data={} if key is None else {"value": key},
    )


def matching(key: dict[str, str], points: float, *, partial: bool, distractors: Sequence[str] = ()) -> Item:
    """Matching: prompt id → text of the right answer."""
    return _item(
        "matching",
        "PartialDeep" if partial else "DeepEquals",
        points,
        interaction_data={
            "answers": [*dict.fromkeys((*key.values(), *distractors))],
            "questions": [{"id": one, "item_body": one.upper()} for one in key],
        },
        properties={},
        scoring_data={"value": key},
    )


def categorization(key: dict[str, str], points: float, *, distractors: str = "", whole: bool = True) -> Item:
    """Categorization: category id → the letters of its answers."""
    answers = "".join(key.values()) + distractors
    method = {"score_method": "all_or_nothing"} if whole else {}
    return _item(
        "categorization",
        "Categorization",
        points,
        interaction_data={
            "categories": {one: {"id": one, "item_body": one} for one in key},
            "distractors": {one: {"id": one, "item_body": one} for one in answers},
            "category_order": list(key),
        },
        properties={},
        scoring_data={
            "value": [{"id": one, "scoring_data": {"value": list(ids)}} for one, ids in key.items()],
            **method,
        },
    )


def ordering(key: str, points: float) -> Item:
    """Ordering: the letters in their right order."""
    rows = {one: {"id": one, "item_body": one} for one in sorted(key)}
    return _item(
        "ordering",
        "DeepEquals",
        points,
        interaction_data={"choices": rows},
        properties={},
        scoring_data={"value": list(key)},
    )


def numeric(*answers: dict[str, str], points: float = 1) -> Item:
    """Numeric: rows of the wire without ids."""
    rows = [{"id": str(place), **one} for place, one in enumerate(answers, start=1)]
    return _item("numeric", "Numeric", points, interaction_data={}, properties={}, scoring_data={"value": rows})


def formula(margin: str, kind: str, *outputs: str, points: float = 1) -> Item:
    """Formula: the results of its solutions."""
    solutions = [{"inputs": [{"name": "x", "value": "1"}], "output": one} for one in outputs]
    key = {
        "formula": "x",
        "numeric": {"type": "marginOfError", "margin": margin, "margin_type": kind},
        "variables": [{"name": "x", "min": "1", "max": "9", "precision": 0}],
        "answer_count": str(len(outputs)),
        "generated_solutions": solutions,
    }
    return _item("formula", "Numeric", points, interaction_data={}, properties={}, scoring_data={"value": key})


def blanks(*rows: dict[str, Any], points: float = 1, bank: str = "") -> Item:
    """Fill in the blank: for each blank `algorithm`, `value` and more of its key, `kind` and `choices` of its row."""
    keys = ("kind", "choices", "algorithm")
    return _item(
        "rich-fill-blank",
        "MultipleMethods",
        points,
        interaction_data={
            "blanks": [
                {"id": str(n), "answer_type": row.get("kind", "openEntry"), "choices": row.get("choices")}
                for n, row in enumerate(rows)
            ],
            "word_bank_choices": [{"id": f"w{one}", "item_body": one} for one in bank],
        },
        properties={},
        scoring_data={
            "value": [
                {
                    "id": str(n),
                    "scoring_algorithm": row["algorithm"],
                    "scoring_data": {key: value for key, value in row.items() if key not in keys},
                }
                for n, row in enumerate(rows)
            ]
        },
    )


def hot_spot(*regions: tuple[str, Sequence[tuple[float, float]]], points: float = 1) -> Item:
    """Hot spot: each region its type and its coordinates; one region is the document's single object."""
    rows = [
        {"id": n, "type": kind, "coordinates": [{"x": x, "y": y} for x, y in places]}
        for n, (kind, places) in enumerate(regions, start=1)
    ]
    value = rows if len(rows) != 1 else {key: part for key, part in rows[0].items() if key != "id"}
    return _item(
        "hot-spot",
        "HotSpot",
        points,
        interaction_data={"hotspots_count": len(rows)},
        properties={},
        scoring_data={"value": value},
    )


def by_hand(slug: str, points: float) -> Item:
    """What a person marks."""
    return _item(slug, "None", points, interaction_data={}, properties={}, scoring_data={"value": ""})


def _choices(ids: str) -> list[dict[str, Any]]:
    return [{"id": one, "position": n, "item_body": f"<p>{one}</p>"} for n, one in enumerate(ids, start=1)]


def _item(slug: str, algorithm: str, points: float, **parts: object) -> Item:
    entry = {"interaction_type_slug": slug, "item_body": "<p>?</p>", "scoring_algorithm": algorithm, **parts}
    return Item.from_wire({"entry_type": "Item", "points_possible": points, "entry": entry})
