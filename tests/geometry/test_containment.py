"""Clicks inside, outside and on the edge; areas, conversions, crossings."""

import math

import pytest
from hypothesis import assume, given

from app.geometry.area import area
from app.geometry.box import Box
from app.geometry.containment import contains
from app.geometry.conversion import to_oval, to_polygon, to_rectangle
from app.geometry.crossing import crossings
from app.geometry.point import Point
from app.geometry.shape import Oval, Polygon, Rectangle, Shape
from tests.support.shapes import boxes, fair_boxes, places, polygons, shapes

UNIT = Box(0.2, 0.2, 0.6, 0.6)
BOW_TIE = Polygon((Point(0.2, 0.2), Point(0.8, 0.8), Point(0.8, 0.2), Point(0.2, 0.8)))


@given(fair_boxes)
def test_the_edge_counts_as_inside(box: Box) -> None:
    for corner in box.corners:
        assert contains(Rectangle(box), corner)
        assert contains(Polygon(box.corners), corner)
        assert not contains(Oval(box), corner)
    for turn in range(16):
        x = box.centre.x + box.width / 2 * math.cos(turn)
        assert contains(Oval(box), Point(x, box.centre.y + box.height / 2 * math.sin(turn)))


@given(polygons)
def test_every_vertex_and_the_middle_of_every_edge_is_inside(shape: Polygon) -> None:
    for one, other in zip(shape.points, (*shape.points[1:], shape.points[0]), strict=True):
        assert contains(shape, one)
        assert contains(shape, Point((one.x + other.x) / 2, (one.y + other.y) / 2))


@given(shapes, places)
def test_nothing_outside_the_bounds_is_inside(shape: Shape, at: Point) -> None:
    box = shape.bounds
    assume(not Box(box.left - 1e-6, box.top - 1e-6, box.right + 1e-6, box.bottom + 1e-6).holds(at))
    assert not contains(shape, at)


@given(boxes, places)
def test_a_box_as_polygon_judges_alike(box: Box, at: Point) -> None:
    assume(min(abs(at.x - box.left), abs(at.x - box.right), abs(at.y - box.top), abs(at.y - box.bottom)) > 1e-6)
    assert contains(Rectangle(box), at) == contains(Polygon(box.corners), at)


def test_the_middle_of_a_crossing_outline_is_judged_even_odd() -> None:
    assert contains(BOW_TIE, Point(0.7, 0.5))
    assert not contains(BOW_TIE, Point(0.5, 0.3))


def test_areas_are_parts_of_the_picture() -> None:
    assert area(Rectangle(UNIT)) == pytest.approx(0.16)
    assert area(Oval(UNIT)) == pytest.approx(math.pi * 0.04)
    assert area(Polygon((Point(0, 0), Point(1, 0), Point(0, 1)))) == pytest.approx(0.5)


@given(fair_boxes)
def test_24_turning_into_a_polygon_keeps_the_area_also_at_the_picture_s_edge(box: Box) -> None:
    for shape in (Oval(box), Rectangle(box), Oval(Box(0, 0, 1, 1))):
        assert area(to_polygon(shape)) == pytest.approx(area(shape), rel=0.005)


@given(shapes)
def test_a_shape_turned_into_its_own_kind_is_the_same_object(shape: Shape) -> None:
    turned = {Polygon: to_polygon, Oval: to_oval, Rectangle: to_rectangle}[type(shape)]
    assert turned(shape) is shape


def test_a_bow_tie_crosses_itself_once_in_the_middle() -> None:
    assert crossings(BOW_TIE) == (Point(0.5, 0.5),)
    assert crossings(to_polygon(Oval(UNIT))) == ()
