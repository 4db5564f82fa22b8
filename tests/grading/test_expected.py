"""The expected points of guessing, beside what chance gives."""

import pytest

from app.checks.guessing import guessed, guessing_said
from app.grading.expected import expected_points
from app.models.item import Item
from tests.support.graded import blanks, by_hand, choice, matching, multi_answer, numeric, ordering, true_false
from tests.support.quiz import stimulus

WORD = {"kind": "openEntry", "algorithm": "TextEquivalence", "value": "leaf"}


@pytest.mark.parametrize(
    ("item", "earned"),
    [
        (choice("a", "abcd", 4), 1),
        (choice("a", "abcd", 4, {"a": 4, "b": 2}), 1.5),
        (choice("a", "", 4), 0),
        (true_false(True, 2), 1),
        (multi_answer("ab", "abcd", 16, partial=False), 1),
        (multi_answer("ab", "ab", 4, partial=True), 2),
        (numeric({"type": "exactResponse", "value": "1"}), 0),
        (by_hand("essay", 5), 0),
        (blanks(WORD, points=5), 0),
        (stimulus(), 0),
    ],
)
def test_few_answers_are_counted_out(item: Item, earned: float) -> None:
    assert expected_points(item) == earned


@pytest.mark.parametrize(
    ("item", "earned", "spread"),
    [
        (matching({"p": "x", "q": "y"}, 4, partial=True, distractors=["z", "w"]), 1, 1.3),
        (ordering("abc", 6), 1, 2.3),
        (multi_answer("abcdefgh", "abcdefgh", 8, partial=True), 4, 1.5),
    ],
)
def test_many_are_tried(item: Item, earned: float, spread: float) -> None:
    assert abs(expected_points(item, 2_000) - earned) <= 4 * spread / 2_000**0.5
    assert expected_points(item) == expected_points(item)


def test_one_line_says_it() -> None:
    items = (choice("a", "abcd", 4), true_false(True, 2), by_hand("essay", 2))
    assert str(guessed(items)) == "Guessing earns about 2 (25 %)"
    assert str(guessing_said(1.25, 3)) == "Guessing earns about 1.2 (42 %)"
    assert guessed((stimulus(),)) is None
