"""A question of any type arrives, and so does any other question of its type in its place."""

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from app.library.library import Library
from app.models.item import Item
from app.models.question import Question
from app.models.reading import read_entry
from app.models.table import CREATABLE
from app.sync.held import held_reason
from app.sync.structure import elements
from app.sync.unit import ANSWERS, item_units
from app.sync.wire import NOWHERE, wire_item
from tests.support.strategies.questions import STRATEGIES
from tests.sync.test_histories import History
from tests.sync.test_run import photo


def with_picture_there(history: History, question: Question) -> Item:
    """The item; a hot spot with a picture that Canvas has, and the count of its regions as the drawer writes it.

    Without the count a server that merges would judge the new regions by the old one, and refuse them.
    """
    raw = question.wire()
    if "image_url" in (raw.get("interaction_data") or {}):
        regions = raw["scoring_data"]["value"]
        there = {
            "image_url": history.core.add_media(photo()),
            "hotspots_count": len(regions) if isinstance(regions, list) else 1,
        }
        raw["interaction_data"] = {**raw["interaction_data"], **there}
    return Item.of(read_entry("Item", raw), id="item", points=2)  # type: ignore[arg-type]


def put(history: History, item: Item) -> None:
    before = history.library.open_quiz(history.link.quiz_id).quiz
    history.library.save(before.with_items([item]), before=before, what="Edit", problem_counts={})


def said(raw: dict[str, Any]) -> tuple[object, ...]:
    """The elements and the right answers, which no server tidies."""
    answers = item_units(raw)[ANSWERS]
    return elements(answers), answers["scoring_data"].get("value"), answers["scoring_algorithm"]


@pytest.mark.parametrize("slug", CREATABLE)
@settings(max_examples=settings().max_examples // 4)
@given(data=st.data())
def test_a_question_and_its_successor_arrive(library: Library, slug: str, data: st.DataObject) -> None:
    history = History(library, 0)
    for switch in data.draw(st.sets(st.sampled_from(["patch-replace", "camel-case", "settings-extras"]))):
        history.core.set_fault(switch, 1.0)
    for _ in range(2):
        item = with_picture_there(history, data.draw(STRATEGIES[slug]()))
        assume(held_reason(item) is None)
        put(history, item)
        assert history.sync().conflicts == []
        [row] = history.core.items("1", history.canvas_id)
        assert said(row) == said(wire_item(item, NOWHERE))
        again = history.sync()
        assert (again.writes, again.brought_changed, again.conflicts) == (0, 0, [])
