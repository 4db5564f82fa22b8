"""Crossing outlines, and the same places without a crossing."""

import math
from itertools import combinations

from hypothesis import assume, given
from hypothesis import strategies as st

from app.geometry.area import area
from app.geometry.crossing import crossings, meeting, meetings
from app.geometry.point import Point
from app.geometry.shape import Polygon
from app.geometry.untangle import untangled

SHARES = st.integers(0, 100_000).map(lambda step: step / 100_000)
ANY = st.lists(st.builds(Point, SHARES, SHARES), min_size=3, max_size=14, unique=True)
GRID = st.integers(0, 5).map(lambda step: step / 5)
ON_A_GRID = st.lists(st.builds(Point, GRID, GRID), min_size=3, max_size=14)


@given(ANY)
def test_14_a_sweep_finds_every_crossing(points: list[Point]) -> None:
    edges = list(zip(points, [*points[1:], points[0]], strict=True))
    last = len(edges) - 1
    pairs = [(i, j) for i in range(len(edges)) for j in range(i + 2, len(edges)) if j - i != last]
    met = [(i, j, place) for i, j in pairs if (place := meeting(*edges[i], *edges[j])) is not None]
    assert [pair[:2] for pair in meetings(points, closed=True)] == [pair[:2] for pair in met]


@given(ANY)
def test_14_untangling_any_places_makes_a_simple_polygon_through_all_of_them(points: list[Point]) -> None:
    simple = untangled(Polygon(tuple(points)))
    assert crossings(simple) == ()
    assert set(simple.points) == set(points)
    assert len(simple.points) == len(points)


@given(ON_A_GRID)
def test_14_places_in_a_row_or_twice_are_untangled_too(points: list[Point]) -> None:
    assume(not _in_one_row(points))
    simple = untangled(Polygon(tuple(points)))
    assert crossings(simple) == ()
    assert set(simple.points) == set(points)


def _in_one_row(points: list[Point]) -> bool:
    """All of them make a line, which no order makes a polygon of."""
    return all(area(Polygon(three)) < 1e-9 for three in combinations(points, 3))


def test_14_a_simple_polygon_stays_the_same_object() -> None:
    shape = Polygon((Point(0, 0), Point(1, 0), Point(1, 1), Point(0.5, 0.2), Point(0, 1)))
    assert untangled(shape) is shape


def test_14_only_what_crosses_is_turned() -> None:
    ring = [Point(0.5 + 0.4 * math.cos(turn / 3), 0.5 + 0.4 * math.sin(turn / 3)) for turn in range(18)]
    swapped = [*ring[:5], ring[6], ring[5], *ring[7:]]
    assert untangled(Polygon(tuple(swapped))) == Polygon(tuple(ring))


def test_14_an_open_line_crosses_without_its_closing_edge() -> None:
    line = (Point(0.1, 0.1), Point(0.9, 0.9), Point(0.9, 0.1), Point(0.1, 0.9))
    assert [place for *_, place in meetings(line, closed=False)] == [Point(0.5, 0.5)]
    assert meetings(line[:3], closed=False) == ()
