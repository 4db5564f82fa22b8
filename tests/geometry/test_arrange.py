"""Several shapes moved together, lined up and spread out."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.geometry.arrange import Axis, Side, aligned, distributed, moved_together
from app.geometry.box import Box
from app.geometry.shape import Oval, Rectangle, Shape
from tests.support.shapes import lies_within, shapes

SOME = st.dictionaries(st.text(max_size=2), shapes, min_size=1, max_size=6)
ROW: dict[str, Shape] = {
    "a": Rectangle(Box(0.1, 0.1, 0.2, 0.3)),
    "b": Oval(Box(0.25, 0.2, 0.35, 0.6)),
    "c": Rectangle(Box(0.7, 0.4, 0.9, 0.5)),
}


def bounds(made: Mapping[str, Shape]) -> list[tuple[float, ...]]:
    return [tuple(shape.bounds) for shape in made.values()]


@given(SOME, st.floats(-2, 2), st.floats(-2, 2))
def test_21_moved_together_they_stay_on_the_picture_as_they_lie(some: dict[str, Shape], dx: float, dy: float) -> None:
    made = moved_together(some, dx, dy)
    assert all(lies_within(shape) for shape in made.values())
    pairs = [(some[key].bounds, made[key].bounds) for key in some]
    shifts = [(after.left - before.left, after.top - before.top) for before, after in pairs]
    assert all(shift == pytest.approx(shifts[0], abs=1e-12) for shift in shifts)


@pytest.mark.parametrize(
    ("side", "edges"),
    [
        (Side.LEFT, [0.1, 0.1, 0.1]),
        (Side.CENTRE, [0.45, 0.45, 0.4]),
        (Side.RIGHT, [0.8, 0.8, 0.7]),
    ],
)
def test_21_edges_or_centres_are_lined_up_within_the_box_around_all(side: Side, edges: list[float]) -> None:
    made = aligned(ROW, side)
    assert [box[0] for box in bounds(made)] == pytest.approx(edges)
    assert [box[1] for box in bounds(made)] == [shape.bounds.top for shape in ROW.values()]


@pytest.mark.parametrize(
    ("side", "edges"), [(Side.TOP, [0.1] * 3), (Side.MIDDLE, [0.25, 0.15, 0.3]), (Side.BOTTOM, [0.4, 0.2, 0.5])]
)
def test_21_the_same_down(side: Side, edges: list[float]) -> None:
    assert [box[1] for box in bounds(aligned(ROW, side))] == pytest.approx(edges)


def test_21_equal_gaps_move_only_what_lies_between() -> None:
    made = distributed(ROW, Axis.ACROSS)
    assert made["a"] is ROW["a"]
    assert made["c"] is ROW["c"]
    assert made["b"].bounds.left == pytest.approx(0.4)
    assert distributed(ROW, Axis.DOWN)["b"].bounds.left == ROW["b"].bounds.left


@given(SOME)
def test_21_whatever_is_arranged_stays_on_the_picture(some: dict[str, Shape]) -> None:
    for made in (*(aligned(some, side) for side in Side), *(distributed(some, axis) for axis in Axis)):
        assert all(lies_within(shape) for shape in made.values())
