"""Strategies for places and shapes on a picture."""

from hypothesis import strategies as st

from app.geometry.box import Box
from app.geometry.point import Point, Scale
from app.geometry.shape import Oval, Polygon, Rectangle, Shape

PICTURE = Scale(1600, 900)
"""The pixel size of a picture that is wider than high."""

proportions = st.floats(0, 1)
places = st.builds(Point, proportions, proportions)
anywhere = st.builds(Point, st.floats(-2, 3), st.floats(-2, 3))
boxes = st.tuples(places, places).map(Box.around)
fair_boxes = boxes.filter(lambda box: box.width > 0.01 and box.height > 0.01)
polygons = st.lists(places, min_size=3, max_size=12, unique=True).map(lambda points: Polygon(tuple(points)))
shapes: st.SearchStrategy[Shape] = st.one_of(st.builds(Oval, boxes), st.builds(Rectangle, boxes), polygons)


def lies_within(shape: Shape) -> bool:
    """Whether every stored number is in 0..1 (a NaN is not)."""
    points = shape.points if isinstance(shape, Polygon) else shape.box.corners
    return all(0 <= point.x <= 1 and 0 <= point.y <= 1 for point in points)
