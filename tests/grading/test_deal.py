"""What each student sees."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from app.grading.deal import Deal, deal, mixed, shuffled
from app.models.item import Item
from tests.support.graded import choice, formula, numeric, ordering
from tests.support.strategies.items import items

SEEDS = st.integers(0, 10_000)


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=2), unique=True), st.data(), SEEDS)
def test_locked_answers_stay_and_none_is_lost(ids: list[str], data: st.DataObject, seed: int) -> None:
    locked = data.draw(st.sets(st.integers(0, len(ids))))
    order = shuffled(ids, Random(seed), locked)
    assert sorted(order) == sorted(ids)
    assert all(order[place] == ids[place] for place in locked if place < len(ids))


def test_every_order_of_three_comes_up() -> None:
    assert len({shuffled("abc", Random(seed)) for seed in range(200)}) == 6


@given(st.integers(0, 5), SEEDS)
def test_an_ordering_question_is_never_shown_solved(count: int, seed: int) -> None:
    ids = "abcde"[:count]
    order = mixed(ids, Random(seed))
    assert sorted(order) == list(ids)
    assert count < 2 or order != tuple(ids)
    assert deal(ordering(ids, 1), Random(seed)).order == mixed(ids, Random(seed))


def test_what_is_not_shuffled_stands_as_it_is_written() -> None:
    assert deal(choice("a", "abcd", 1), Random(1)).order == ("a", "b", "c", "d")


def test_each_solution_is_dealt() -> None:
    item = formula("0", "absolute", "1", "2", "3")
    assert {deal(item, Random(seed)).solution for seed in range(50)} == {0, 1, 2}
    assert deal(formula("0", "absolute"), Random(1)) == Deal()


@given(items(), SEEDS)
def test_the_same_seed_deals_the_same(item: Item, seed: int) -> None:
    assert deal(item, Random(seed)) == deal(item, Random(seed))


def test_where_nothing_can_differ_nothing_is_dealt() -> None:
    assert deal(numeric({"type": "exactResponse", "value": "1"}), Random(1)) == Deal()
