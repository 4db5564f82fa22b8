"""Which kind of question an item is: as the file says it, else as its answers look."""

from app.interchange.qti.item import QtiItem, labels_of
from app.interchange.qti.material import words_in
from app.interchange.qti.types.table import TEXT_ONLY
from app.interchange.xml import first

_BINARY = ({"true", "false"}, {"t", "f"})


def kind_of(item: QtiItem) -> str:
    """`question_type`, the profile of Common Cartridge, or what the responses tell; "" where nothing tells it."""
    said = item.entry("question_type") or item.entry("cc_profile")
    return said or _seen(item)


def _seen(item: QtiItem) -> str:
    shown = item.presentation
    if first(shown, "response_xy") is not None:
        return "hot_spot_question"
    if first(item.element, "calculated") is not None:
        return "calculated_question"
    if item.lists:
        return _lists(item)
    row = first(shown, "response_str", "response_num", "response_fib")
    if row is None:
        return TEXT_ONLY if first(shown, "response_grp", "response_extension") is None else ""
    fib = first(row, "render_fib")
    if row.tag == "response_num" or (fib is not None and (fib.get("fibtype") or "").lower() in ("decimal", "integer")):
        return "numerical_question"
    return "short_answer_question" if any(one.equal for one in item.scoring) else "essay_question"


def _lists(item: QtiItem) -> str:
    cardinality = (item.lists[0].get("rcardinality") or "Single").lower()
    if cardinality == "ordered":
        return "ordering_question"
    if len(item.lists) > 1:
        return "matching_question"
    if cardinality == "multiple":
        return "multiple_answers_question"
    labels = {words_in(row).strip().lower() for row in labels_of(item.lists[0])}
    return "true_false_question" if labels in _BINARY else "multiple_choice_question"
