"""Dragging the handles of a box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.geometry.box import Box
from app.geometry.handle import HANDLES, Handle, resized
from app.geometry.point import Point
from app.geometry.shape import Rectangle
from tests.support.shapes import PICTURE, anywhere, fair_boxes, lies_within, places

handles = st.sampled_from(HANDLES)


@given(fair_boxes, handles)
def test_a_handle_dragged_to_its_own_place_changes_nothing(box: Box, handle: Handle) -> None:
    assert resized(box, handle, handle.place(box), PICTURE) == box


@given(fair_boxes, handles, places)
def test_the_opposite_side_stays(box: Box, handle: Handle, to: Point) -> None:
    changed = resized(box, handle, to, PICTURE)
    across, down = handle.value
    if across:
        assert (box.right if across < 0 else box.left) in (changed.left, changed.right)
        assert to.x in (changed.left, changed.right)
    else:
        assert (changed.left, changed.right) == (box.left, box.right)
    if not down:
        assert (changed.top, changed.bottom) == (box.top, box.bottom)


@given(fair_boxes, handles, anywhere)
def test_kept_proportions_stay_as_they_were(box: Box, handle: Handle, to: Point) -> None:
    changed = resized(box, handle, to, PICTURE, keep_aspect=True)
    assert changed.width * box.height == pytest.approx(changed.height * box.width, abs=1e-9)


@given(fair_boxes, handles, anywhere, st.booleans(), st.booleans())
def test_no_handle_leaves_the_picture(box: Box, handle: Handle, to: Point, keep: bool, centre: bool) -> None:
    changed = resized(box, handle, to, PICTURE, keep_aspect=keep, from_centre=centre)
    assert lies_within(Rectangle(changed))
    assert changed.left <= changed.right
    assert changed.top <= changed.bottom


@given(fair_boxes, handles, anywhere, st.booleans())
def test_from_the_centre_the_middle_stays(box: Box, handle: Handle, to: Point, keep: bool) -> None:
    changed = resized(box, handle, to, PICTURE, keep_aspect=keep, from_centre=True)
    assert PICTURE.distance(changed.centre, box.centre) < 1e-6


def test_a_handle_dragged_past_the_other_side_turns_the_box_over() -> None:
    changed = resized(Box(0.4, 0.4, 0.6, 0.6), Handle.RIGHT, Point(0.1, 0.9), PICTURE)
    assert changed == Box(0.1, 0.4, 0.4, 0.6)
