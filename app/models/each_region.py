"""One question of each region: a figure is drawn and named once, and asked about many times (hot-spot.md)."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape
from uuid import uuid4

from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion, with_region_marks


def each_region(item: Item, texts: Mapping[str, str]) -> tuple[Item, ...]:
    """A new item for each region of a hot spot that has a text; `texts` are plain, by the region's id.

    Picture, note, points and feedback are the original's. The label is left out: the text tells the questions apart.
    """
    question = item.entry
    assert isinstance(question, HotSpotQuestion)
    made = []
    for region in question.regions(item.local):
        if region.id in texts:
            body = f"<p>{escape(texts[region.id], quote=False)}</p>"
            entry = question.only(region.id).replaced(item_body=body, title="")
            local = with_region_marks(item.local, (replace(region, hidden=False),))
            made.append(item.with_id(str(uuid4())).with_entry(entry).with_local(local))
    return tuple(made)
