"""Inserting, deleting and thinning out vertices."""

import math

from hypothesis import given
from hypothesis import strategies as st

from app.geometry.point import Point
from app.geometry.shape import Polygon
from app.geometry.vertex import distinct, midpoint, segment_distance, simplified, with_vertex, without_vertex
from tests.support.shapes import PICTURE, places, polygons


@given(polygons, st.data())
def test_an_inserted_vertex_deleted_again_gives_the_same_polygon(shape: Polygon, data: st.DataObject) -> None:
    edge = data.draw(st.integers(0, len(shape.points) - 1))
    grown = with_vertex(shape, edge, midpoint(shape, edge))
    assert len(grown.points) == len(shape.points) + 1
    assert without_vertex(grown, edge + 1) == shape


def test_three_vertices_are_the_fewest() -> None:
    shape = Polygon((Point(0, 0), Point(1, 0), Point(0, 1)))
    assert without_vertex(shape, 1) is shape


@given(st.lists(places, min_size=2, max_size=60))
def test_a_thinned_line_stays_near_every_point_it_lost(points: list[Point]) -> None:
    kept = simplified(points, PICTURE, tolerance=1.5)
    assert kept[0] == points[0]
    assert kept[-1] == points[-1]
    for point in points:
        nearest = min(segment_distance(point, kept[i], kept[i + 1], PICTURE) for i in range(len(kept) - 1))
        assert nearest <= 1.5 + 1e-6


def test_a_drawn_circle_needs_few_vertices() -> None:
    stroke = [Point(0.5 + 0.1 * math.cos(n / 100), 0.5 + 0.1 * math.sin(n / 100)) for n in range(628)]
    assert len(simplified(stroke, PICTURE, tolerance=1.5)) < 40


def test_repeated_places_count_once() -> None:
    a, b = Point(0, 0), Point(1, 1)
    assert distinct((a, a, b, b, a)) == (a, b)
