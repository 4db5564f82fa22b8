"""Marks worked out by hand: choosing, sorting, matching, ordering."""

import pytest

from app.grading.response import Response
from app.grading.table import grade
from app.models.item import Item
from tests.support.graded import categorization, choice, matching, multi_answer, ordering, true_false

ONE = choice("b", "abcd", 2)
VARIED = choice("a", "abcd", 3, {"a": 3, "b": 1.5, "c": -1, "d": 7})
UNLISTED = choice("a", "abc", 2, {"a": 2})


@pytest.mark.parametrize(
    ("item", "given", "points", "right"),
    [
        (ONE, "b", 2, True),
        (ONE, "a", 0, False),
        (ONE, "c", 0, False),
        (ONE, "d", 0, False),
        (ONE, "nobody", 0, False),
        (ONE, "B", 0, False),
        (ONE, "", 0, False),
        (ONE, None, 0, False),
        (choice("", "ab", 2), "a", 0, False),
        (choice("gone", "ab", 2), "a", 0, False),
        (choice("a", "ab", 0.1), "a", 0.1, True),
        (VARIED, "a", 3, True),
        (VARIED, "b", 1.5, False),
        (VARIED, "c", 0, False),
        (VARIED, "d", 3, False),
        (VARIED, "nobody", 0, False),
        (VARIED, None, 0, False),
        (UNLISTED, "a", 2, True),
        (UNLISTED, "b", 0, False),
        (UNLISTED, "c", 0, False),
        (true_false(True, 1), True, 1, True),
        (true_false(True, 1), False, 0, False),
        (true_false(False, 4), False, 4, True),
        (true_false(False, 4), True, 0, False),
        (true_false(None, 4), True, 0, False),
        (true_false(None, 4), False, 0, False),
        (true_false(True, 1), None, 0, False),
    ],
)
def test_one_answer(item: Item, given: Response, points: float, right: bool) -> None:
    mark = grade(item, given)
    assert (mark.points, mark.right, mark.possible) == (points, right, item.points)


# Four points, two of four right (a, b): each share is 2.
@pytest.mark.parametrize(
    ("given", "whole", "partial"),
    [
        ("", 0, 0),
        ("a", 0, 2),
        ("b", 0, 2),
        ("c", 0, 0),
        ("d", 0, 0),
        ("ab", 4, 4),
        ("ba", 4, 4),
        ("ac", 0, 0),
        ("ad", 0, 0),
        ("bc", 0, 0),
        ("cd", 0, 0),
        ("abc", 0, 2),
        ("abd", 0, 2),
        ("acd", 0, 0),
        ("bcd", 0, 0),
        ("abcd", 0, 0),
        ("dcba", 0, 0),
        ("aab", 4, 4),
        ("aa", 0, 2),
        ("ax", 0, 0),
        ("abx", 0, 2),
    ],
)
def test_two_of_four(given: str, whole: float, partial: float) -> None:
    assert grade(multi_answer("ab", "abcd", 4, partial=False), list(given)).points == whole
    assert grade(multi_answer("ab", "abcd", 4, partial=True), list(given)).points == partial


# One point, three of five right (a, b, c): each share is a third.
@pytest.mark.parametrize(
    ("given", "thirds"),
    [
        ("a", 1),
        ("ab", 2),
        ("abc", 3),
        ("cba", 3),
        ("abcd", 2),
        ("abcde", 1),
        ("abd", 1),
        ("abde", 0),
        ("ad", 0),
        ("de", 0),
        ("ade", 0),
        ("bc", 2),
        ("bce", 1),
    ],
)
def test_three_of_five(given: str, thirds: int) -> None:
    mark = grade(multi_answer("abc", "abcde", 1, partial=True), list(given))
    assert mark.points == pytest.approx(thirds / 3, abs=1e-15)
    assert mark.right == (thirds == 3)


@pytest.mark.parametrize("partial", [False, True])
def test_nothing_is_right_where_no_answer_is_marked(partial: bool) -> None:
    item = multi_answer("", "ab", 2, partial=partial)
    assert [grade(item, given).points for given in ([], ["a"], ["a", "b"])] == [0, 0, 0]


CAPITALS = {"n": "Oslo", "i": "Rome", "d": "Berlin", "v": "Rome"}


@pytest.mark.parametrize(
    ("given", "right_pairs"),
    [
        ({}, 0),
        ({"n": "Oslo"}, 1),
        ({"n": "Rome"}, 0),
        ({"n": "oslo"}, 0),
        ({"n": "Oslo "}, 0),
        ({"n": "Oslo", "i": "Rome"}, 2),
        ({"i": "Rome", "v": "Rome"}, 2),
        ({"i": "Oslo", "n": "Rome"}, 0),
        ({"n": "Oslo", "i": "Rome", "d": "Berlin"}, 3),
        ({"n": "Oslo", "i": "Rome", "d": "Berlin", "v": "Rome"}, 4),
        ({"v": "Rome", "d": "Berlin", "i": "Rome", "n": "Oslo"}, 4),
        ({"n": "Oslo", "i": "Rome", "d": "Paris", "v": "Rome"}, 3),
        ({"n": "Paris", "i": "Paris", "d": "Paris", "v": "Paris"}, 0),
        ({"n": "Oslo", "i": "Oslo", "d": "Oslo", "v": "Oslo"}, 1),
        ({"n": "", "i": "Rome"}, 1),
        ({"n": None, "i": "Rome"}, 1),
        ({"n": 1, "i": "Rome"}, 1),
        ({"nobody": "Oslo"}, 0),
        ({"n": "Oslo", "i": "Rome", "d": "Berlin", "v": "Rome", "nobody": "Oslo"}, 4),
    ],
)
def test_matching(given: dict[str, str], right_pairs: int) -> None:
    whole = matching(CAPITALS, 8, partial=False, distractors=["Paris"])
    shares = matching(CAPITALS, 8, partial=True, distractors=["Paris"])
    assert grade(whole, given).points == (8 if right_pairs == 4 else 0)
    assert grade(shares, given).points == 2 * right_pairs
    assert sum(part.right is True for part in grade(whole, given).parts) == right_pairs


def test_three_thirds_of_a_point_are_a_point() -> None:
    item = matching({"a": "1", "b": "2", "c": "3"}, 0.1, partial=True)
    assert grade(item, {"a": "1", "b": "2", "c": "3"}).points == 0.1
    assert grade(item, {"a": "1"}).points == pytest.approx(0.1 / 3, abs=1e-17)


def test_a_matching_question_without_pairs_earns_nothing() -> None:
    assert [grade(matching({}, 2, partial=one), {"a": "1"}).points for one in (False, True)] == [0, 0]


# Six points; m: a, b · f: c · empty; x belongs nowhere. Each category is worth 2.
SORTED = {"m": "ab", "f": "c", "empty": ""}


@pytest.mark.parametrize(
    ("given", "right_categories"),
    [
        ({"m": ["a", "b"], "f": ["c"], "empty": []}, 3),
        ({"m": ["b", "a"], "f": ["c"]}, 3),
        ({"m": ["a", "a", "b"], "f": ["c"]}, 3),
        ({"m": ["a", "b"], "f": []}, 2),
        ({"m": ["a", "b"]}, 2),
        ({"m": ["a"], "f": ["c"]}, 2),
        ({"m": ["a"], "f": ["b", "c"]}, 1),
        ({"m": ["a", "b", "x"], "f": ["c"]}, 2),
        ({"m": ["a", "b"], "f": ["c"], "empty": ["x"]}, 2),
        ({"m": ["a", "b", "c"], "f": []}, 1),
        ({"m": ["c"], "f": ["a", "b"]}, 1),
        ({"m": ["c"], "f": ["a"], "empty": ["b"]}, 0),
        ({}, 1),
        ({"f": ["c"]}, 2),
        ({"nobody": ["a", "b"], "f": ["c"]}, 2),
        ({"m": ["A", "B"], "f": ["c"]}, 2),
    ],
)
def test_categorization(given: dict[str, list[str]], right_categories: int) -> None:
    assert grade(categorization(SORTED, 6, distractors="x"), given).points == (6 if right_categories == 3 else 0)
    assert grade(categorization(SORTED, 6, distractors="x", whole=False), given).points == 2 * right_categories


@pytest.mark.parametrize(
    ("given", "right", "in_place"),
    [
        ("abcd", True, 4),
        ("abdc", False, 2),
        ("bacd", False, 2),
        ("dcba", False, 0),
        ("bcda", False, 0),
        ("acbd", False, 2),
        ("abc", False, 3),
        ("a", False, 1),
        ("", False, 0),
        ("abcde", False, 4),
        ("aabcd", False, 1),
        ("xbcd", False, 3),
    ],
)
def test_ordering(given: str, right: bool, in_place: int) -> None:
    mark = grade(ordering("abcd", 3), list(given))
    assert (mark.points, mark.right) == (3 if right else 0, right)
    assert sum(part.right is True for part in mark.parts) == in_place


def test_an_ordering_question_without_rows_earns_nothing() -> None:
    assert grade(ordering("", 2), []).points == 0
