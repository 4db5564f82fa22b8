"""Parts on pages: none is split that fits on one, none is lost, and what leads stands with what it leads to."""

import itertools
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from app.paper.pages import Block, Slice, pages

ROOM, GAP = 100.0, 5.0


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    height = draw(st.floats(1, 350))
    cuts = sorted(draw(st.lists(st.floats(0.5, 349), max_size=12)))
    return Block(height, tuple(cut for cut in cuts if cut < height), draw(st.booleans()))


def placed(parts: Sequence[Block]) -> tuple[tuple[Slice, ...], ...]:
    return pages(parts, ROOM, GAP)


@given(st.lists(blocks(), max_size=30))
def test_every_part_stands_there_once_in_its_order_within_the_page(parts: list[Block]) -> None:
    made = placed(parts)
    slices = [one for page in made for one in page]
    assert [one.block for one in slices] == sorted(one.block for one in slices)
    for number, part in enumerate(parts):
        own = [one for one in slices if one.block == number]
        assert own[0].top == 0
        assert own[-1].bottom == part.height
        assert all(one.bottom == after.top for one, after in itertools.pairwise(own))
    assert all(one.y + one.bottom - one.top <= ROOM + 1e-6 for one in slices)
    assert all(page for page in made[1:])


@given(st.lists(blocks(), max_size=30))
def test_what_fits_on_a_page_is_never_split(parts: list[Block]) -> None:
    slices = [one for page in placed(parts) for one in page]
    split = {one.block for one in slices if one.top > 0}
    assert all(parts[number].height > ROOM for number in split)


@given(st.lists(blocks(), max_size=30))
def test_parts_of_a_page_do_not_overlap(parts: list[Block]) -> None:
    for page in placed(parts):
        for one, after in itertools.pairwise(page):
            assert after.y >= one.y + one.bottom - one.top + GAP - 1e-6


def test_a_part_that_is_taller_than_a_page_is_cut_between_its_lines() -> None:
    [first, second] = placed([Block(150, (40, 80, 120))])
    assert (first[0].bottom, second[0].top) == (80, 80)


def test_what_leads_waits_for_the_page_of_the_next() -> None:
    made = placed([Block(50), Block(20, leads=True), Block(60)])
    assert [[one.block for one in page] for page in made] == [[0], [1, 2]]


def test_nothing_is_one_empty_page() -> None:
    assert placed([]) == ((),)
