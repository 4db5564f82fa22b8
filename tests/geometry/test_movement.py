"""Moving and stretching shapes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.geometry.box import Box
from app.geometry.movement import fitted, moved, moved_vertex
from app.geometry.point import Point
from app.geometry.shape import Oval, Polygon, Rectangle, Shape
from tests.support.shapes import anywhere, boxes, lies_within, polygons, shapes

steps = st.floats(-3, 3)


@given(shapes, steps, steps)
def test_a_moved_shape_keeps_its_size_and_stays_on_the_picture(shape: Shape, dx: float, dy: float) -> None:
    changed = moved(shape, dx, dy)
    assert lies_within(changed)
    assert changed.bounds.width == pytest.approx(shape.bounds.width, abs=1e-12)
    assert changed.bounds.height == pytest.approx(shape.bounds.height, abs=1e-12)


@given(shapes)
def test_a_shape_that_does_not_move_is_the_same_object(shape: Shape) -> None:
    assert moved(shape, 0, 0) is shape


def test_a_shape_pushed_against_an_edge_slides_along_it() -> None:
    changed = moved(Oval(Box(0.1, 0.1, 0.3, 0.3)), -0.5, 0.2)
    assert changed.bounds == pytest.approx((0, 0.3, 0.2, 0.5))


@given(polygons, anywhere, st.data())
def test_a_moved_vertex_moves_no_other(shape: Polygon, to: Point, data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(shape.points) - 1))
    changed = moved_vertex(shape, index, to)
    assert lies_within(changed)
    assert all(a is b for i, (a, b) in enumerate(zip(shape.points, changed.points, strict=True)) if i != index)


@given(shapes, boxes)
def test_a_stretched_shape_fills_the_box(shape: Shape, box: Box) -> None:
    changed = fitted(shape, box)
    assert lies_within(changed)
    if not isinstance(shape, Polygon):
        assert changed == type(shape)(box)


def test_a_stretched_polygon_keeps_its_form() -> None:
    shape = Polygon((Point(0, 0), Point(0.5, 0), Point(0.5, 1)))
    assert fitted(shape, Box(0.5, 0.5, 1, 1)) == Polygon((Point(0.5, 0.5), Point(1, 0.5), Point(1, 1)))
    assert fitted(Rectangle(Box(0, 0, 1, 1)), Box(0, 0, 0.5, 2)) == Rectangle(Box(0, 0, 0.5, 1))
