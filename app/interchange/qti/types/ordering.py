"""Ordering: `response_lid` of cardinality Ordered; its labels stand beside the rows."""

from lxml.etree import _Element as Element

from app.interchange.qti.build import add
from app.interchange.qti.draft import Draft, equal_to
from app.interchange.qti.item import QtiItem, Read
from app.interchange.qti.material import add_html, add_words, words_in
from app.interchange.qti.types.choices import RESPONSE, rows_of
from app.interchange.xml import first, within
from app.message import Message, message
from app.models.questions.choices import Choice
from app.models.questions.ordering import OrderingInteraction, OrderingQuestion


def read(item: QtiItem) -> Read:
    """The rows as the file shows them, and their right order."""
    rows = rows_of(item)
    question = _shown(OrderingQuestion.new().replaced(item_body=item.stem), rows.choices)
    named = [rows.ids[test.value] for one in item.conditions for test in one.equal if test.value in rows.ids]
    order = dict.fromkeys(named)
    by_id = {one.id: one for one in rows.choices}
    question = question.with_choices(tuple(by_id[id] for id in dict.fromkeys((*order, *by_id))))
    labels = {row.get("position") or "": words_in(row) for row in within(_extension(item), "material")}
    top, bottom = labels.get("top", ""), labels.get("bottom", "")
    if top or bottom:
        question = question.with_labels(top, bottom)
    frame = first(item.presentation, "ims_render_object")
    if frame is not None and (frame.get("orientation") or "").lower() == "row":
        question = question.with_paragraph(True)
    lost: list[Message] = []
    if len(order) < len(by_id):
        lost.append(message("The order of some rows: the file does not say it."))
    return question, lost


def _extension(item: QtiItem) -> Element | None:
    return first(item.presentation, "render_extension")


def _shown(question: OrderingQuestion, rows: tuple[Choice, ...]) -> OrderingQuestion:
    """The question whose rows students see in this order before they are mixed."""
    data = question.interaction_data or OrderingInteraction()
    return question.replaced(interaction_data=data.replaced(choices={one.id: one for one in rows}))


def write(question: OrderingQuestion, draft: Draft) -> None:
    """The rows as they are shown, then the order."""
    draft.stem(question.item_body)
    labels = question.labels
    inner = add(draft.choose(RESPONSE, "Ordered"), "render_extension")
    if labels.include_labels and labels.top_label:
        add_words(inner, labels.top_label, position="top")
    across = "Row" if labels.display_answers_paragraph else None
    frame = add(inner, "ims_render_object", shuffle="No", orientation=across)
    shown = question.interaction_data.choices if question.interaction_data else None
    for key, one in (shown or {}).items():
        add_html(add(add(frame, "flow_label"), "response_label", ident=key), draft.html(one.item_body))
    if labels.include_labels and labels.bottom_label:
        add_words(inner, labels.bottom_label, position="bottom")
    equal_to(draft.condition(scored="100"), RESPONSE, [one.id for one in question.choices])
