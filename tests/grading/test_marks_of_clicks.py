"""Marks worked out by hand: clicks in and beside regions, and on their edges."""

import pytest

from app.grading.response import Response
from app.grading.table import grade, key_of
from app.models.item import Item
from tests.support.graded import hot_spot
from tests.support.ovals import ovals_read_as

RECTANGLE = ("square", [(0.2, 0.3), (0.6, 0.5)])
OVAL = ("oval", [(0.2, 0.2), (0.8, 0.6)])
TRIANGLE = ("polygon", [(0.1, 0.1), (0.9, 0.1), (0.1, 0.9)])
EDGE = 1e-6


def _clicks(*places: tuple[float, float]) -> list[dict[str, float]]:
    return [{"x": x, "y": y} for x, y in places]


@pytest.mark.parametrize(
    ("region", "inside", "outside"),
    [
        (
            RECTANGLE,
            [(0.4, 0.4), (0.2, 0.3), (0.6, 0.5), (0.2, 0.5), (0.6, 0.3), (0.2, 0.4), (0.4, 0.5)],
            [(0.2 - EDGE, 0.4), (0.6 + EDGE, 0.4), (0.4, 0.3 - EDGE), (0.4, 0.5 + EDGE), (0, 0), (1, 1)],
        ),
        (("square", [(0.6, 0.5), (0.2, 0.3)]), [(0.4, 0.4), (0.2, 0.3)], [(0.61, 0.4)]),
        (
            OVAL,
            [(0.5, 0.4), (0.2, 0.4), (0.8, 0.4), (0.5, 0.2), (0.5, 0.6), (0.3, 0.3)],
            [(0.2, 0.2), (0.8, 0.6), (0.2 - EDGE, 0.4), (0.5, 0.6 + EDGE), (0.25, 0.25), (0.79, 0.59)],
        ),
        (
            TRIANGLE,
            [(0.2, 0.2), (0.1, 0.1), (0.9, 0.1), (0.1, 0.9), (0.5, 0.5), (0.5, 0.1), (0.1, 0.5)],
            [(0.51, 0.5), (0.09, 0.5), (0.5, 0.09), (0.9, 0.9), (0.91, 0.1)],
        ),
        (("polygon", [*TRIANGLE[1], (0.1, 0.1)]), [(0.2, 0.2), (0.1, 0.1)], [(0.6, 0.6)]),
        (("square", [(0, 0), (1, 1)]), [(0, 0), (1, 1), (0.5, 0.5), (0, 1)], [(-EDGE, 0.5), (1 + EDGE, 0.5)]),
    ],
)
def test_one_region(
    region: tuple[str, list[tuple[float, float]]],
    inside: list[tuple[float, float]],
    outside: list[tuple[float, float]],
) -> None:
    item = hot_spot(region, points=2)
    assert [place for place in inside if grade(item, _clicks(place)).points != 2] == []
    assert [place for place in outside if grade(item, _clicks(place)).points != 0] == []


def test_an_oval_is_marked_by_the_reading_that_counts_and_so_is_its_key() -> None:
    item = hot_spot(("oval", [(0.3, 0.5), (0.2, 0.6)]), points=2)
    in_corners, in_centre = _clicks((0.25, 0.55)), _clicks((0.35, 0.3))
    assert (grade(item, in_corners).points, grade(item, in_centre).points) == (2, 0)
    assert grade(item, key_of(item)).points == 2
    with ovals_read_as("centre-size"):
        assert (grade(item, _clicks((0.21, 0.5))).points, grade(item, in_centre).points) == (2, 2)
        assert key_of(item) == _clicks((0.3, 0.5))


LEFT, RIGHT = ("square", [(0.0, 0.0), (0.4, 1.0)]), ("square", [(0.6, 0.0), (1.0, 1.0)])
BOTH = hot_spot(LEFT, RIGHT, points=3)
OVERLAPPING = hot_spot(("square", [(0.0, 0.0), (0.6, 1.0)]), ("square", [(0.4, 0.0), (1.0, 1.0)]), points=2)
THREE = hot_spot(LEFT, RIGHT, ("square", [(0.45, 0.0), (0.55, 1.0)]), points=1)


@pytest.mark.parametrize(
    ("item", "given", "points"),
    [
        (BOTH, _clicks((0.2, 0.5), (0.8, 0.5)), 3),
        (BOTH, _clicks((0.8, 0.5), (0.2, 0.5)), 3),
        (BOTH, _clicks((0.2, 0.5)), 1.5),
        (BOTH, _clicks((0.2, 0.5), (0.3, 0.5)), 1.5),
        (BOTH, _clicks((0.5, 0.5), (0.8, 0.5)), 1.5),
        (BOTH, _clicks((0.5, 0.5), (0.5, 0.6)), 0),
        (BOTH, _clicks((0.5, 0.5), (0.2, 0.5), (0.8, 0.5)), 1.5),
        (BOTH, _clicks((0.2, 0.5), (0.8, 0.5), (0.5, 0.5)), 3),
        (BOTH, [], 0),
        (BOTH, None, 0),
        (BOTH, {"x": 0.2, "y": 0.5}, 1.5),
        (OVERLAPPING, _clicks((0.5, 0.5), (0.1, 0.5)), 2),
        (OVERLAPPING, _clicks((0.5, 0.5), (0.9, 0.5)), 2),
        (OVERLAPPING, _clicks((0.5, 0.5), (0.5, 0.5)), 2),
        (OVERLAPPING, _clicks((0.5, 0.5)), 1),
        (OVERLAPPING, _clicks((0.1, 0.5), (0.2, 0.5)), 1),
        (THREE, _clicks((0.2, 0.5), (0.8, 0.5), (0.5, 0.5)), 1),
        (THREE, _clicks((0.2, 0.5), (0.8, 0.5)), pytest.approx(2 / 3, abs=1e-15)),
        (THREE, _clicks((0.2, 0.5)), pytest.approx(1 / 3, abs=1e-15)),
        (hot_spot(LEFT), {"x": 0.2, "y": 0.5}, 1),
        (hot_spot(LEFT), [{"value": {"x": 0.2, "y": 0.5}}], 1),
        (hot_spot(LEFT), {"x": "0.2", "y": "0.5"}, 1),
        (hot_spot(LEFT), _clicks((0.5, 0.5), (0.2, 0.5)), 0),
        (hot_spot(LEFT), [], 0),
        (hot_spot(), {"x": 0.2, "y": 0.5}, 0),
        (hot_spot(("square", [(0.1, 0.1)]), LEFT), _clicks((0.1, 0.1), (0.2, 0.2)), 0.5),
        (hot_spot(("square", [(0.1, 0.1)])), _clicks((0.1, 0.1)), 0),
    ],
)
def test_clicks(item: Item, given: Response, points: float) -> None:
    assert grade(item, given).points == points
