"""Smart guides: what pulls, how far, and the lines that show it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.geometry.box import Box
from app.geometry.guide import REACH, marks, pull
from app.geometry.point import Point, Scale
from tests.support.shapes import boxes

SCREEN = Scale(1000, 500)
OTHER = Box(0.2, 0.2, 0.3, 0.4)


def test_22_the_nearest_edge_pulls_and_a_line_joins_both() -> None:
    box = Box(0.203, 0.6, 0.36, 0.7)
    across, _ = marks(box)
    found = pull(box, [OTHER], SCREEN, across=across, down=[])
    assert (found.dx, found.dy) == pytest.approx((-0.003, 0))
    assert found.lines == ((Point(0.2, 0.2), Point(0.2, 0.7)),)


def test_22_the_middle_of_the_picture_pulls_over_its_whole_height() -> None:
    box = Box(0.4, 0.6, 0.606, 0.7)
    found = pull(box, [], SCREEN, across=marks(box)[0], down=[])
    assert found.dx == pytest.approx(-0.003)
    assert found.lines == ((Point(0.5, 0.0), Point(0.5, 1.0)),)


@given(boxes, st.lists(boxes, max_size=4))
def test_22_nothing_pulls_farther_than_six_pixels(box: Box, others: list[Box]) -> None:
    across, down = marks(box)
    found = pull(box, others, SCREEN, across=across, down=down)
    assert abs(found.dx) * SCREEN.width <= REACH + 1e-9
    assert abs(found.dy) * SCREEN.height <= REACH + 1e-9


def test_22_what_may_not_snap_does_not() -> None:
    found = pull(OTHER, [OTHER], SCREEN, across=[], down=[])
    assert (found.dx, found.dy, found.lines) == (0, 0, ())
