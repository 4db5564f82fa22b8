"""What may still change once students have submitted: texts and points, not the structure of a question."""

from app.sandbox.exchange import Json, JsonObject

_TEXTS = frozenset({
    "item_body", "true_choice", "false_choice", "question_body", "answer_body", "blank_text",
    "working_item_body", "top_label", "bottom_label", "instructions",
})  # fmt: skip
_STRUCTURE = ("interaction_type_slug", "interaction_data", "scoring_data", "properties", "scoring_algorithm")


def same_structure(before: JsonObject, after: JsonObject) -> bool:
    """Whether two entries differ in texts alone."""
    return all(_skeleton(before.get(key)) == _skeleton(after.get(key)) for key in _STRUCTURE)


def _skeleton(value: Json) -> Json:
    if isinstance(value, dict):
        return {key: _skeleton(part) for key, part in value.items() if key not in _TEXTS}
    if isinstance(value, list):
        return [_skeleton(part) for part in value]
    return value
