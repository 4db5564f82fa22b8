"""Hot-spot questions: both shapes of the wire, regions with their marks, nothing lost."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.geometry.box import Box
from app.geometry.oval_reading import OvalReading
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon, Rectangle, Shape
from app.models.item import Item
from app.models.local import Local
from app.models.questions.hot_spot import HotSpotQuestion, with_region_marks
from tests.support.ovals import ovals_read_as
from tests.support.shapes import shapes

CORNERS = [{"x": 0.10, "y": 0.18}, {"x": 0.94, "y": 0.55}]
BACKWARD = [{"x": 0.9, "y": 0.1}, {"x": 0.5, "y": 0.4}]
CLOSED = [{"x": 0, "y": 0}, {"x": 1, "y": 0}, {"x": 0.5, "y": 1}, {"x": 0, "y": 0}]
OVAL = Oval(Box(0.25, 0.25, 0.5, 0.75))


def question(value: object, **data: object) -> HotSpotQuestion:
    return HotSpotQuestion.model_validate(
        {
            "interaction_type_slug": "hot-spot",
            "interaction_data": {"image_url": "https://canvas.example/item_media/1", **data},
            "scoring_data": {"value": value},
        }
    )


def listed(*regions: dict[str, Any]) -> HotSpotQuestion:
    return question(list(regions), hotspots_count=len(regions))


def value_of(entry: HotSpotQuestion) -> Any:  # noqa: ANN401  (the wire)
    return entry.wire()["scoring_data"]["value"]


SINGLE = question({"type": "oval", "coordinates": CORNERS})
THREE = listed(
    {"id": 3, "type": "square", "coordinates": BACKWARD, "colour": "red"},
    {"id": 1, "type": "star", "coordinates": CORNERS},
    {"id": 7, "type": "polygon", "coordinates": CLOSED},
)


@pytest.mark.parametrize("entry", [SINGLE, THREE, question([]), question(None), HotSpotQuestion.new()])
def test_38_a_stored_question_comes_back_byte_for_byte(entry: HotSpotQuestion) -> None:
    stored = json.dumps(entry.wire())
    item = Item.from_wire({"entry_type": "Item", "points_possible": 1, "entry": json.loads(stored)})
    assert json.dumps(item.entry.wire()) == stored


@pytest.mark.parametrize("entry", [SINGLE, THREE, question([]), question(None)])
def test_38_regions_given_back_unchanged_leave_the_question_as_it_is(entry: HotSpotQuestion) -> None:
    assert entry.with_regions(entry.regions(Local())) is entry


def test_regions_are_read_in_canonical_order_and_without_the_closing_vertex() -> None:
    assert [(region.id, region.shape) for region in THREE.regions(Local())] == [
        ("3", Rectangle(Box(0.5, 0.1, 0.9, 0.4))),
        ("7", Polygon((Point(0, 0), Point(1, 0), Point(0.5, 1)))),
    ]


def test_a_single_object_stays_one_while_one_region_remains() -> None:
    (only,) = SINGLE.regions(Local())
    changed = SINGLE.with_regions((Region(only.id, OVAL),))
    assert value_of(changed) == {"type": "oval", "coordinates": [{"x": 0.25, "y": 0.25}, {"x": 0.5, "y": 0.75}]}
    assert "hotspots_count" not in changed.wire()["interaction_data"]


def test_a_second_region_turns_a_single_object_into_a_list_with_ids() -> None:
    changed = SINGLE.with_regions((*SINGLE.regions(Local()), Region("2", OVAL)))
    assert [(stored["id"], stored["coordinates"] == CORNERS) for stored in value_of(changed)] == [(1, True), (2, False)]
    assert changed.wire()["interaction_data"]["hotspots_count"] == 2


def test_38_a_changed_region_keeps_its_unknown_keys_and_the_others_every_byte() -> None:
    first, last = THREE.regions(Local())
    before, after = value_of(THREE), value_of(THREE.with_regions((Region(first.id, OVAL), last)))
    assert after[0] == {"id": 3, "type": "oval", "coordinates": after[0]["coordinates"], "colour": "red"}
    assert after[1:] == before[1:]


def test_40_ids_stay_when_regions_are_deleted_added_and_re_ordered() -> None:
    first, last = THREE.regions(Local())
    changed = THREE.with_regions((last, Region("8", OVAL), first))
    assert [stored["id"] for stored in value_of(changed)] == [7, 1, 8, 3]
    assert changed.wire()["interaction_data"]["hotspots_count"] == 4
    assert [stored["id"] for stored in value_of(THREE.with_regions((last,)))] == [7, 1]


def test_ids_that_are_texts_stay_texts() -> None:
    entry = listed({"id": "a1", "type": "oval", "coordinates": CORNERS})
    changed = entry.with_regions((*entry.regions(Local()), Region("2", OVAL)))
    assert [stored["id"] for stored in value_of(changed)] == ["a1", "2"]


def test_regions_without_an_id_or_with_the_same_one_get_ids_of_their_own() -> None:
    entry = listed(*({"id": id, "type": "oval", "coordinates": CORNERS} for id in (None, 1, 1)))
    assert [region.id for region in entry.regions(Local())] == ["2", "1", "3"]


@given(st.lists(shapes, max_size=4), st.sampled_from(OvalReading))
def test_38_drawn_shapes_come_back(drawn: list[Shape], reading: OvalReading) -> None:
    regions = tuple(Region(str(number), shape) for number, shape in enumerate(drawn, start=1))
    with ovals_read_as(reading):
        entry = HotSpotQuestion.new().with_regions(regions)
        back = HotSpotQuestion.model_validate(json.loads(json.dumps(entry.wire()))).regions(Local())
    assert [region.id for region in back] == [region.id for region in regions]
    for region, shape in zip(back, drawn, strict=True):
        assert region.shape.bounds == pytest.approx(shape.bounds, abs=1e-6)


def test_names_locks_and_hiding_are_local_and_never_sent() -> None:
    regions = (Region("3", OVAL, "Aorta", locked=True), Region("7", OVAL, hidden=True))
    local = with_region_marks(Local(), regions)
    assert THREE.with_regions(regions).regions(local) == regions
    assert "Aorta" not in json.dumps(THREE.with_regions(regions).wire())


def test_marks_of_a_deleted_region_go_with_it_and_unchanged_marks_change_nothing() -> None:
    regions = (Region("3", OVAL, "Aorta", locked=True),)
    local = with_region_marks(Local(tags=("heart",)), regions)
    assert with_region_marks(local, regions) is local
    assert with_region_marks(Local(), (Region("3", OVAL),)).wire() == {}
    assert with_region_marks(local, ()).wire() == {"tags": ["heart"], "region_names": {}, "locked_regions": []}


def test_another_picture_keeps_the_regions() -> None:
    changed = THREE.with_picture("media:abc")
    assert changed.picture == "media:abc"
    assert changed.regions(Local()) == THREE.regions(Local())
    assert HotSpotQuestion.new().picture is None


def test_the_document_s_single_object_is_written_where_it_is_preferred() -> None:
    entry = HotSpotQuestion.new().with_regions((Region("1", OVAL),), single=True)
    assert value_of(entry) == {"type": "oval", "coordinates": [{"x": 0.25, "y": 0.25}, {"x": 0.5, "y": 0.75}]}
    assert entry.wire()["interaction_data"]["hotspots_count"] == 1
    (region,) = entry.regions(Local())
    assert (region.id, region.shape) == ("1", OVAL)
    moved = entry.with_regions((Region("1", Oval(Box(0.5, 0.25, 0.75, 0.75))),))
    assert isinstance(value_of(moved), dict)


def test_a_second_region_makes_a_list_of_it_and_a_list_that_came_stays_one() -> None:
    single = HotSpotQuestion.new().with_regions((Region("1", OVAL),), single=True)
    both = single.with_regions((*single.regions(Local()), Region("2", OVAL)), single=True)
    assert [one["id"] for one in value_of(both)] == [1, 2]
    assert isinstance(value_of(both.with_regions(both.regions(Local())[:1], single=True)), list)
