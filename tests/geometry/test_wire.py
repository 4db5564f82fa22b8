"""Shapes as the API writes them."""

import pytest
from hypothesis import given

from app.geometry.box import Box
from app.geometry.oval_reading import OVALS, OvalReading
from app.geometry.point import Point
from app.geometry.shape import Oval, Polygon, Rectangle, Shape
from app.geometry.wire import read_shape, written_shape
from tests.support.ovals import ovals_read_as
from tests.support.shapes import shapes


@given(shapes)
def test_a_written_shape_is_read_back_to_the_last_bit(shape: Shape) -> None:
    assert read_shape(*written_shape(shape)) == shape


@given(shapes)
def test_with_centre_and_size_an_oval_comes_back(shape: Shape) -> None:
    reading = OvalReading.CENTRE_SIZE
    read = read_shape(*written_shape(shape, reading), reading)
    assert read is not None
    assert read.bounds == pytest.approx(shape.bounds, abs=1e-12)


def test_the_same_numbers_are_two_ovals_in_the_two_readings() -> None:
    numbers = (Point(0.5, 0.5), Point(0.2, 0.4))
    assert read_shape("oval", numbers) == Oval(Box(0.2, 0.4, 0.5, 0.5))
    assert read_shape("oval", numbers, OvalReading.CENTRE_SIZE) == Oval(Box(0.4, 0.3, 0.6, 0.7))


def test_without_a_reading_the_switch_decides_and_knows_no_third_one() -> None:
    numbers = (Point(0.5, 0.5), Point(0.2, 0.4))
    with ovals_read_as(OvalReading.CENTRE_SIZE):
        assert read_shape("oval", numbers) == Oval(Box(0.4, 0.3, 0.6, 0.7))
        assert written_shape(Oval(Box(0.25, 0.25, 0.75, 0.5))) == ("oval", (Point(0.5, 0.375), Point(0.5, 0.25)))
    assert read_shape("oval", numbers) == Oval(Box(0.2, 0.4, 0.5, 0.5))
    with pytest.raises(ValueError, match="radius"):
        OVALS.turn("radius")


def test_corners_are_read_in_any_order() -> None:
    assert read_shape("square", (Point(0.7, 0.1), Point(0.3, 0.9))) == Rectangle(Box(0.3, 0.1, 0.7, 0.9))


def test_a_repeated_first_vertex_is_dropped() -> None:
    points = (Point(0, 0), Point(1, 0), Point(0, 1))
    assert read_shape("polygon", (*points, points[0])) == Polygon(points)
    assert written_shape(Polygon(points)) == ("polygon", points)


@pytest.mark.parametrize(
    ("kind", "points"),
    [
        ("star", (Point(0, 0), Point(1, 1))),
        ("oval", (Point(0, 0),)),
        ("polygon", (Point(0, 0), Point(1, 1), Point(0, 0))),
        ("square", (Point(float("nan"), 0), Point(1, 1))),
    ],
)
def test_what_makes_no_shape_is_not_read(kind: str, points: tuple[Point, ...]) -> None:
    assert read_shape(kind, points) is None
