"""Ordering."""

from app.interchange.maker import ordering
from app.interchange.moodle.draft import Draft
from app.interchange.moodle.entry import Entry, Read
from app.message import message
from app.models.item import Item
from app.models.number import whole_of
from app.models.questions.ordering import OrderingQuestion

_WHOLE = ("all_or_nothing", "-1")


def read(entry: Entry, _points: float) -> Read:
    """The rows stand in their right order; where a file numbers them otherwise, the numbers count."""
    places = [whole_of((row.get("fraction") or "").partition(".")[0] or None) for row in entry.rows]
    rows = list(entry.rows)
    if None not in places and len(set(places)) == len(places):
        rows = [row for _, row in sorted(zip(places, rows, strict=True), key=lambda one: one[0] or 0)]
    question = ordering(entry.stem, [entry.html(row) for row in rows])
    lost = []
    if entry.said("gradingtype") not in _WHOLE:
        lost.append(message("Points for a part of the order: Canvas gives all or none."))
    if entry.said("selecttype") not in ("", "all", "0"):
        lost.append(message("A part of the rows for each student: all are there."))
    return question.with_paragraph(entry.said("layouttype") in ("horizontal", "1")), lost


def write(question: OrderingQuestion, draft: Draft, _item: Item) -> None:
    """All or nothing, as in Canvas."""
    paragraph = question.labels.display_answers_paragraph
    draft.value("layouttype", "HORIZONTAL" if paragraph else "VERTICAL")
    draft.value("selecttype", "ALL")
    draft.value("selectcount", "0")
    draft.value("gradingtype", "ALL_OR_NOTHING")
    draft.value("showgrading", "SHOW")
    for place, row in enumerate(question.choices, start=1):
        draft.html("answer", row.item_body, fraction=f"{place}.0000000")
    if question.labels.top_label or question.labels.bottom_label:
        draft.lost.append(message("The labels at both ends."))
