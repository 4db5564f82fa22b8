"""Turning a region into another kind of shape."""

import pytest

from app.geometry.area import area
from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon, Rectangle, Shape
from app.ui.hot_spot.convert import ConvertMenu, convert
from tests.support.desk import Desk

OVAL = Region("1", Oval(Box(0.2, 0.2, 0.6, 0.6)), "aorta")
RECTANGLE = Region("1", Rectangle(Box(0.2, 0.2, 0.6, 0.6)))
TRIANGLE = Region("1", Polygon((Point(0.3, 0.3), Point(0.7, 0.3), Point(0.5, 0.8))))


@pytest.mark.parametrize("region", [OVAL, RECTANGLE])
def test_24_to_a_polygon_keeps_the_area_and_is_one_step(desk: Desk, region: Region) -> None:
    desk.put(region)
    desk.drawer.board.select("1")
    convert(desk.drawer.board, Polygon)
    (changed,) = desk.regions
    assert isinstance(changed.shape, Polygon)
    assert area(changed.shape) == pytest.approx(area(region.shape), rel=0.005)
    assert (changed.id, changed.name) == (region.id, region.name)
    assert [edit.field for edit in desk.edits] == ["Convert to a polygon"]
    desk.document.undo_stack.undo()
    assert desk.regions == (region,)


@pytest.mark.parametrize(("kind", "after"), [(Rectangle, "20.0 %"), (Oval, "15.7 %")])
def test_24_to_a_box_says_what_is_lost_and_undo_brings_it_back(desk: Desk, kind: type[Shape], after: str) -> None:
    desk.put(TRIANGLE)
    said: list[str] = []
    desk.drawer.board.said.connect(said.append)
    desk.drawer.board.select("1")
    convert(desk.drawer.board, kind)
    (words,) = said
    assert "3 corners are gone" in words
    assert f"covers {after} of the picture, before it was 10.0 %" in words
    desk.document.undo_stack.undo()
    assert desk.regions == (TRIANGLE,)


def choices(menu: ConvertMenu) -> list[str]:
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions()]


def test_24_the_button_offers_the_other_kinds_and_says_before_what_they_cost(desk: Desk) -> None:
    desk.put(OVAL, Region("2", TRIANGLE.shape))
    menu = desk.drawer.regions.convert.menu()
    assert isinstance(menu, ConvertMenu)
    desk.drawer.board.select("1")
    assert choices(menu) == ["Rectangle", "Polygon"]
    desk.drawer.board.select("2")
    assert choices(menu) == ["Oval (3 corners go)", "Rectangle (3 corners go)"]
    menu.actions()[1].trigger()
    assert desk.regions[1].shape == Rectangle(TRIANGLE.shape.bounds)


def test_24_several_are_converted_as_one_step_and_locked_ones_stay(desk: Desk) -> None:
    locked = Region("3", Rectangle(Box(0.7, 0.1, 0.9, 0.2)), locked=True)
    desk.put(OVAL, Region("2", TRIANGLE.shape), locked)
    said: list[str] = []
    desk.drawer.board.said.connect(said.append)
    desk.drawer.board.select_all(["1", "2", "3"])
    menu = desk.drawer.regions.convert.menu()
    assert isinstance(menu, ConvertMenu)
    assert choices(menu) == ["Oval (3 corners go)", "Rectangle (3 corners go)", "Polygon"]
    menu.actions()[1].trigger()
    assert [region.shape for region in desk.regions[:2]] == [
        Rectangle(OVAL.shape.bounds),
        Rectangle(TRIANGLE.shape.bounds),
    ]
    assert desk.regions[2] == locked
    assert [edit.field for edit in desk.edits] == ["Convert to a rectangle"]
    assert said == ["2 regions converted."]


def test_24_the_menu_of_a_region_has_the_same(desk: Desk) -> None:
    desk.put(OVAL)
    desk.drawer.board.select("1")
    desk.drawer.regions.open_menu(desk.drawer.mapToGlobal(desk.drawer.rect().center()))
    others = (
        menu for menu in desk.drawer.regions.findChildren(ConvertMenu) if menu.parent() is not desk.drawer.regions
    )
    assert [choices(menu) for menu in others] == [["Rectangle", "Polygon"]]


def test_24_a_locked_region_is_not_converted(desk: Desk) -> None:
    desk.put(Region("1", OVAL.shape, locked=True))
    desk.drawer.board.select("1")
    assert not desk.drawer.regions.convert.isEnabled()
    convert(desk.drawer.board, Polygon)
    assert desk.regions[0].shape == OVAL.shape
