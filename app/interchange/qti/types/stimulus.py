"""A text that several questions share: an item without an answer."""

from app.interchange.qti.draft import Draft
from app.interchange.qti.item import QtiItem, yes
from app.interchange.qti.material import add_html
from app.interchange.xml import first
from app.models.entry import Stimulus


def read(item: QtiItem) -> Stimulus:
    """The text with what stands around it."""
    material = first(item.presentation, "material")
    orientation = (material.get("orientation") or "") if material is not None else ""
    raw = {
        "title": item.title,
        "body": item.stem,
        "instructions": item.element.get("instructions"),
        "source_url": item.entry("source_url") or None,
        "orientation": orientation or None,
        "passage": True if yes(item.entry("passage")) else None,
    }
    return Stimulus.model_validate({key: value for key, value in raw.items() if value is not None})


def write(stimulus: Stimulus, draft: Draft) -> None:
    """The text; it goes as a passage, because Canvas drops a text that no question belongs to."""
    if stimulus.instructions:
        draft.element.set("instructions", stimulus.instructions)
    if stimulus.source_url:
        draft.field("source_url", stimulus.source_url)
    draft.field("passage", "true")
    add_html(draft.presentation, draft.html(stimulus.body), orientation=str(stimulus.orientation or "top"))
