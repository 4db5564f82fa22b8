"""What a magic wand finds in a grid of pixels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.geometry.area import area
from app.geometry.box import Box
from app.geometry.crossing import crossings
from app.geometry.flood import MOST_VERTICES, connected, outline, similar, wand_polygon
from tests.support.shapes import lies_within

WHOLE = Box(0, 0, 1, 1)


def grid(*rows: str) -> tuple[bytes, int]:
    """Letters as grey values."""
    return bytes(ord(letter) for row in rows for letter in row), len(rows[0])


def test_45_only_pixels_that_are_near_in_every_channel_count() -> None:
    red, green = bytes([100, 110, 130, 100]), bytes([50, 50, 50, 80])
    assert list(similar([red, green], 0, 10)) == [1, 1, 0, 0]


def test_45_what_hangs_together_edge_to_edge_is_found() -> None:
    pixels, width = grid("aab", "bab", "aba", "aaa")
    near = similar([pixels], 0, 0)
    found = connected(near, width, 0)
    assert [found[row * width : (row + 1) * width] for row in range(4)] == [b"\1\1\0", b"\0\1\0", b"\0\0\0", b"\0\0\0"]


@given(st.integers(1, 12), st.integers(1, 12), st.data())
def test_45_a_flood_finds_what_a_slow_search_finds_and_its_outline_holds_as_much(
    width: int, height: int, data: st.DataObject
) -> None:
    near = bytes(data.draw(st.lists(st.integers(0, 1), min_size=width * height, max_size=width * height)))
    seed = data.draw(st.integers(0, width * height - 1))
    wanted, todo = set(), [seed] if near[seed] else []
    while todo:
        at = todo.pop()
        if at in wanted or not near[at]:
            continue
        wanted.add(at)
        column = at % width
        todo += [
            next_
            for next_, fits in (
                (at - 1, column > 0),
                (at + 1, column < width - 1),
                (at - width, at >= width),
                (at + width, at + width < width * height),
            )
            if fits
        ]
    found = connected(near, width, seed)
    assert {place for place, one in enumerate(found) if one} == wanted
    ring = outline(found, width)
    enclosed = abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], *ring[:1]], strict=True))) / 2
    assert enclosed >= len(wanted)
    if not wanted:
        assert ring == []


def test_45_a_square_is_its_four_corners() -> None:
    pixels, width = grid("......", ".aaaa.", ".aaaa.", ".aaaa.", ".aaaa.", "......")
    found = wand_polygon([pixels], width, width + 1, 0, WHOLE)
    assert found is not None
    assert len(found.points) == 4
    assert tuple(found.bounds) == pytest.approx((1 / 6, 1 / 6, 5 / 6, 5 / 6))


@given(st.binary(min_size=1600, max_size=1600), st.integers(0, 1599), st.integers(0, 255))
def test_45_noise_makes_no_more_than_forty_vertices_and_no_crossing(noise: bytes, seed: int, tolerance: int) -> None:
    found = wand_polygon([noise], 40, seed, tolerance, WHOLE)
    if found is not None:
        assert len(found.points) <= MOST_VERTICES
        assert lies_within(found)
        assert crossings(found) == ()
        assert area(found) > 0


def test_45_next_to_nothing_is_nothing() -> None:
    assert wand_polygon([bytes(range(100))], 10, 5, 1, WHOLE) is None
