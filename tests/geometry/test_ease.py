"""Regions that students can hit."""

import pytest
from hypothesis import given

from app.geometry.area import area
from app.geometry.box import Box
from app.geometry.ease import LEAST_SIDE, STUDENT_WIDTH, easier, hard_to_hit
from app.geometry.point import Point, Scale
from app.geometry.shape import Oval, Polygon, Rectangle, Shape
from tests.support.shapes import shapes

PHOTO = Scale(4000, 3000)
SIDE = LEAST_SIDE / STUDENT_WIDTH


def test_15_both_sides_count_in_pixels_as_students_see_the_picture() -> None:
    assert not hard_to_hit(Oval(Box(0.5, 0.5, 0.5 + SIDE * 1.001, 0.5 + SIDE * 4 / 3 * 1.001)), PHOTO)
    assert hard_to_hit(Oval(Box(0.5, 0.5, 0.5 + SIDE * 0.999, 0.9)), PHOTO)
    assert hard_to_hit(Oval(Box(0.5, 0.5, 0.9, 0.5 + SIDE * 4 / 3 * 0.999)), PHOTO)


@given(shapes)
def test_15_grown_it_is_easy_to_hit_and_on_the_picture(shape: Shape) -> None:
    if area(shape) > 0:
        grown = easier(shape, PHOTO)
        assert not hard_to_hit(grown, PHOTO)
        assert grown.bounds == grown.bounds.within()


@pytest.mark.parametrize("kind", [Oval, Rectangle])
def test_15_it_grows_about_its_centre_and_no_more_than_needed(kind: type[Oval | Rectangle]) -> None:
    grown = easier(kind(Box(0.4, 0.3, 0.401, 0.5)), PHOTO)
    assert grown.bounds.centre == pytest.approx(Point(0.4005, 0.4))
    assert grown.bounds.width == pytest.approx(SIDE)
    assert grown.bounds.height == pytest.approx(0.2)


def test_15_at_the_edge_it_slides_inwards() -> None:
    grown = easier(Rectangle(Box(0.0, 0.999, 0.001, 1.0)), PHOTO)
    assert (grown.bounds.left, grown.bounds.bottom) == (0.0, 1.0)


def test_15_a_polygon_keeps_its_form() -> None:
    grown = easier(Polygon((Point(0.5, 0.5), Point(0.51, 0.5), Point(0.5, 0.52))), PHOTO)
    assert isinstance(grown, Polygon)
    assert len(grown.points) == 3


def test_15_one_that_is_large_enough_stays_the_same_object() -> None:
    shape = Oval(Box(0.1, 0.1, 0.5, 0.5))
    assert easier(shape, PHOTO) is shape
