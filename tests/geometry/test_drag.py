"""Shapes out of drags."""

import pytest
from hypothesis import given

from app.geometry.box import Box
from app.geometry.drag import dragged, snapped
from app.geometry.point import Point, Scale
from app.geometry.shape import Oval
from tests.support.shapes import PICTURE, anywhere, lies_within, places


@given(places, places)
def test_a_plain_drag_is_the_box_between_press_and_release(start: Point, to: Point) -> None:
    assert dragged(start, to, PICTURE) == Box.around((start, to))


@given(places, anywhere)
def test_shift_makes_both_sides_equally_long_in_pixels(start: Point, to: Point) -> None:
    box = dragged(start, to, PICTURE, square=True)
    assert box.width * PICTURE.width == pytest.approx(box.height * PICTURE.height, abs=1e-6)


@given(places, anywhere)
def test_alt_keeps_the_start_as_the_centre(start: Point, to: Point) -> None:
    for square in (False, True):
        box = dragged(start, to, PICTURE, square=square, from_centre=True)
        assert PICTURE.distance(box.centre, start) < 1e-6


@given(anywhere, anywhere)
def test_no_drag_leaves_the_picture(start: Point, to: Point) -> None:
    for square in (False, True):
        for centre in (False, True):
            assert lies_within(Oval(dragged(start, to, PICTURE, square=square, from_centre=centre)))


def test_a_square_drag_follows_the_pointer_into_each_quarter() -> None:
    middle, size = Point(0.5, 0.5), Scale(100, 100)
    for x, y in ((0.7, 0.6), (0.3, 0.6), (0.3, 0.4), (0.7, 0.4)):
        box = dragged(middle, Point(x, y), size, square=True)
        assert box.holds(Point(x, y))
        assert box.width == pytest.approx(0.2)


@given(places, anywhere)
def test_shift_turns_an_edge_to_multiples_of_45_degrees(start: Point, to: Point) -> None:
    end = snapped(start, to, PICTURE)
    across, down = abs(end.x - start.x) * PICTURE.width, abs(end.y - start.y) * PICTURE.height
    assert min(across, down, abs(across - down)) < 1e-6
    assert 0 <= end.x <= 1
    assert 0 <= end.y <= 1
