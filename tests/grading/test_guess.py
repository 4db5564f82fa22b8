"""What guessing earns, beside what can be worked out by hand."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.grading.guess import Guessing, guess, guessing, unreachable
from app.grading.table import grade
from app.models.item import Item
from tests.support.graded import blanks, by_hand, choice, hot_spot, matching, multi_answer, numeric, true_false
from tests.support.strategies.items import items

NUMBER = numeric({"type": "exactResponse", "value": "1"})
DROPDOWN = {
    "kind": "dropdown",
    "algorithm": "Equivalence",
    "value": "b",
    "choices": [{"id": one, "item_body": one} for one in "abcde"],
}


# The mean of 4,000 tries is within 4 standard errors of what it must be.
@pytest.mark.parametrize(
    ("item", "mean"),
    [
        (choice("a", "abcd", 4), 1),
        (choice("a", "abcd", 4, {"a": 4, "b": 2}), 1.5),
        (true_false(True, 2), 1),
        (multi_answer("ab", "abcd", 16, partial=False), 1),
        (matching({"p": "x", "q": "y"}, 4, partial=True, distractors=["z", "w"]), 1),
        (blanks(DROPDOWN, points=5), 1),
        (hot_spot(("square", [(0, 0), (0.5, 0.5)]), points=4), 1),
        (NUMBER, 0),
        (by_hand("essay", 5), 0),
    ],
)
def test_guessing_earns_what_chance_gives(item: Item, mean: float) -> None:
    tries = 4_000
    found = guessing([item], tries, Random(7))
    assert abs(found.mean - mean) <= 4 * found.spread / tries**0.5
    assert found.possible == item.points


def test_a_quiz_of_nothing_earns_nothing() -> None:
    assert guessing([], 10, Random(1)) == Guessing(0, 0, 0)


@given(items(), st.integers(0, 1000))
def test_every_guess_can_be_graded(item: Item, seed: int) -> None:
    points = grade(item, guess(item, Random(seed))).points
    assert points is None or 0 <= points <= (item.points or 0)


def test_a_question_that_cannot_be_got_right_is_named() -> None:
    broken, sound = choice("gone", "ab", 1), choice("a", "ab", 1)
    half = multi_answer("ax", "ab", 1, partial=False)
    assert unreachable([sound, broken, half, by_hand("essay", 2), NUMBER]) == (broken.id, half.id)
