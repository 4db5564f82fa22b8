"""What goes out over the wire of a link, whatever came in over it."""

from app.models.item import Item
from app.sync.wire import NOWHERE, wire_item
from tests.sync.test_recognise import choice


def positions(*places: int) -> list[int]:
    """Those of the choices that are sent for a question that came with these."""
    entry = choice("a").entry.wire()
    choices = [{**entry["interaction_data"]["choices"][0], "id": f"c{n}", "position": p} for n, p in enumerate(places)]
    raw = {"entry_type": "Item", "entry": {**entry, "interaction_data": {"choices": choices}}}
    sent = wire_item(Item.from_wire(raw, id="a"), NOWHERE)["entry"]["interaction_data"]["choices"]
    assert {one["id"] for one in sent} == {f"c{n}" for n in range(len(places))}
    return [int(one["position"]) for one in sorted(sent, key=lambda one: str(one["id"]))]


def test_choices_that_a_merging_server_left_at_one_place_are_sent_each_at_its_own() -> None:
    assert positions(1, 2, 2, 3, 4) == [1, 2, 3, 4, 5]
    assert positions(2, 1, 1) == [3, 1, 2]
    assert positions(0, 1) == [1, 2]


def test_choices_in_another_order_than_their_places_keep_them() -> None:
    assert positions(2, 3, 1) == [2, 3, 1]
