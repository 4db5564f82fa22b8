"""Minimal moves and the merge of two orders."""

from bisect import bisect_left
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sync.order import Move, merged_order, moves

ROWS = st.integers(1, 12).flatmap(lambda n: st.permutations([f"r{i}" for i in range(n)]))


def carried_out(present: list[str], steps: tuple[Move, ...]) -> list[str]:
    """What a server that makes room does with the moves."""
    rows = list(present)
    for step in steps:
        rows.remove(step.id)
        rows.insert(step.position - 1, step.id)
    return rows


def longest_increasing(places: list[int]) -> int:
    tails: list[int] = []
    for place in places:
        n = bisect_left(tails, place)
        tails[n : n + 1] = [place]
    return len(tails)


@given(ROWS)
def test_the_moves_give_the_wanted_order_and_are_as_few_as_can_be(present: list[str]) -> None:
    wanted = sorted(present)
    steps = moves(present, wanted)
    assert carried_out(present, steps) == wanted
    assert len(steps) == len(present) - longest_increasing([wanted.index(row) for row in present])


@given(ROWS, st.data())
def test_pinned_rows_never_move(present: list[str], data: st.DataObject) -> None:
    wanted = sorted(present)
    pins = data.draw(st.sets(st.sampled_from(present)))
    if [row for row in present if row in pins] != [row for row in wanted if row in pins]:
        with pytest.raises(ValueError, match="cannot move"):
            moves(present, wanted, pins)
        return
    steps = moves(present, wanted, pins)
    assert carried_out(present, steps) == wanted
    assert not pins & {step.id for step in steps}


def test_one_drag_is_one_move() -> None:
    assert len(moves(list("abcdefgh"), list("bcdaefgh"))) == 1


@given(ROWS, ROWS)
def test_an_order_changed_on_one_side_is_taken(base: list[str], other: list[str]) -> None:
    changed = [row for row in other if row in base] + [row for row in base if row not in other]
    assert merged_order(changed, base, base) == tuple(changed)
    assert merged_order(base, base, changed) == tuple(changed)


@given(ROWS, st.randoms(use_true_random=False))
def test_two_changed_orders_keep_every_row_once(base: list[str], rng: Random) -> None:
    mine, theirs = list(base), list(base)
    rng.shuffle(mine)
    rng.shuffle(theirs)
    assert sorted(merged_order(mine, base, theirs)) == sorted(base)


def test_a_move_here_survives_a_move_there() -> None:
    assert merged_order(list("bacde"), list("abcde"), list("abced")) == tuple("baced")
