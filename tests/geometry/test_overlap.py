"""Regions that share a part of the picture, and neighbours that do not."""

from itertools import combinations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from app.geometry.area import area
from app.geometry.box import Box
from app.geometry.overlap import overlap, overlaps
from app.geometry.point import Point
from app.geometry.shape import Oval, Polygon, Rectangle, Shape
from tests.support.shapes import shapes

LEFT, RIGHT = Rectangle(Box(0.1, 0.1, 0.5, 0.5)), Rectangle(Box(0.5, 0.1, 0.9, 0.5))
CORNER = Polygon((Point(0, 0), Point(0.6, 0), Point(0.6, 0.2), Point(0.2, 0.2), Point(0.2, 0.6), Point(0, 0.6)))


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (LEFT, RIGHT, False),
        (LEFT, Rectangle(Box(0.4, 0.3, 0.6, 0.4)), True),
        (LEFT, Oval(Box(0.2, 0.2, 0.3, 0.3)), True),
        (LEFT, LEFT, True),
        (LEFT, Oval(LEFT.box), True),
        (LEFT, Oval(Box(0.5, 0.1, 0.7, 0.3)), False),
        (Oval(LEFT.box), Oval(Box(0.45, 0.45, 0.6, 0.6)), False),
        (CORNER, Rectangle(Box(0.2, 0.2, 0.6, 0.6)), False),
        (CORNER, Oval(Box(0.3, 0.3, 0.6, 0.6)), False),
        (CORNER, Rectangle(Box(0.19, 0.3, 0.6, 0.6)), True),
    ],
)
def test_15_a_border_in_common_is_no_overlap(one: Shape, other: Shape, *, shared: bool) -> None:
    assert overlap(one, other) is shared
    assert overlap(other, one) is shared


@given(st.lists(shapes, max_size=8))
def test_15_a_sweep_finds_the_pairs_that_overlap(some: list[Shape]) -> None:
    pairs = combinations(range(len(some)), 2)
    assume(all(area(shape) > 1e-6 for shape in some))
    assert overlaps(some) == tuple(pair for pair in pairs if overlap(some[pair[0]], some[pair[1]]))


@given(shapes)
def test_15_a_shape_with_an_area_overlaps_the_whole_picture(shape: Shape) -> None:
    if area(shape) > 1e-6:
        assert overlap(shape, Rectangle(Box(0, 0, 1, 1)))
