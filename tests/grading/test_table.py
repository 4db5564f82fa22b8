"""What holds for the marks of all types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.checks.problem import Severity
from app.checks.table import problems
from app.geometry.containment import contains, inner_point
from app.geometry.point import Point
from app.geometry.shape import Polygon
from app.grading.response import Response, UnfitResponse
from app.grading.table import GRADERS, grade, is_graded, key_of
from app.models.item import Item
from app.models.table import QUESTIONS
from tests.support.graded import (
    blanks,
    by_hand,
    categorization,
    choice,
    formula,
    hot_spot,
    matching,
    multi_answer,
    numeric,
    ordering,
    true_false,
)
from tests.support.strategies.items import items

ONE_OF_EACH = {
    "choice": choice("a", "abc", 2),
    "multi-answer": multi_answer("ab", "abc", 2, partial=True),
    "true-false": true_false(True, 2),
    "matching": matching({"p": "x", "q": "y"}, 2, partial=True),
    "ordering": ordering("abc", 2),
    "categorization": categorization({"k": "a", "l": "b"}, 2),
    "rich-fill-blank": blanks({"algorithm": "TextEquivalence", "value": "x"}, points=2),
    "numeric": numeric({"type": "exactResponse", "value": "1"}, points=2),
    "formula": formula("0", "absolute", "7", points=2),
    "hot-spot": hot_spot(("square", [(0, 0), (1, 1)]), points=2),
}
UNFIT: dict[str, list[Response]] = {
    "choice": [True, ["a"], {"a": 1}],
    "multi-answer": ["a", True, {"a": 1}, [["a"]]],
    "true-false": ["true", 1, []],
    "matching": ["x", ["x"], True],
    "ordering": ["abc", {"a": 1}, [None]],
    "categorization": [["a"], {"k": "a"}, {"k": 1}],
    "rich-fill-blank": ["x", ["x"], {"0": ["x"]}],
    "numeric": [True, [1], {"x": 1}],
    "formula": [[1], {"solution": "0"}, {"solution": True, "answer": "7"}, {"solution": 5, "answer": "7"}],
    "hot-spot": ["0.5", 0.5, {"x": 1}, [{"y": 1}], {"x": "left", "y": 0}, [0.5, 0.5]],
}
anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


def test_every_type_has_marks() -> None:
    assert set(GRADERS) == set(QUESTIONS)


@pytest.mark.parametrize(("slug", "response"), [(slug, one) for slug, all in UNFIT.items() for one in all])
def test_an_answer_in_a_form_that_the_question_does_not_ask_for_is_told(slug: str, response: Response) -> None:
    with pytest.raises(UnfitResponse) as told:
        grade(ONE_OF_EACH[slug], response)
    assert "{{" not in str(told.value)


@pytest.mark.parametrize("slug", ["essay", "file-upload"])
@pytest.mark.parametrize("response", [None, "", "words", ["file.pdf"], {"any": 1}])
def test_what_a_person_marks_waits(slug: str, response: Response) -> None:
    mark = grade(by_hand(slug, 5), response)
    assert (mark.points, mark.possible, mark.right) == (None, 5, None)


def test_a_type_that_is_not_known_waits() -> None:
    item = Item.from_wire({"points_possible": 2, "entry": {"interaction_type_slug": "dance", "item_body": "?"}})
    assert grade(item, "x").points is None


def test_stimuli_and_banks_are_not_marked() -> None:
    kinds = {"Item": True, "Stimulus": False, "BankEntry": False, "Bank": False}
    assert {one: is_graded(Item.from_wire({"entry_type": one, "entry": {}})) for one in kinds} == kinds


@given(item=items(), response=anything)
def test_points_stay_between_nothing_and_all(item: Item, response: Response) -> None:
    try:
        mark = grade(item, response)
    except UnfitResponse:
        return
    assert mark.points is None or 0 <= mark.points <= max(mark.possible, 0)
    assert mark.right is not True or mark.points == mark.possible
    assert all(str(part.words) for part in mark.parts)


@pytest.mark.parametrize("slug", ONE_OF_EACH)
def test_the_key_earns_all_points(slug: str) -> None:
    item = ONE_OF_EACH[slug]
    assert grade(item, key_of(item)).points == 2


@given(items())
def test_the_key_of_a_complete_question_earns_all_points(item: Item) -> None:
    if is_graded(item) and not any(one.severity == Severity.ERROR for one in problems(item)):
        key = key_of(item)
        mark = grade(item, key)
        assert key is None or mark.points in (None, mark.possible)


@given(st.permutations(["a", "b", "c", "d"]))
def test_the_order_of_chosen_answers_never_counts(given: list[str]) -> None:
    assert grade(multi_answer("abcd", "abcde", 4, partial=True), given).points == 4
    assert grade(categorization({"k": "abcd"}, 4), {"k": given}).points == 4


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=3, max_size=9, unique=True))
def test_the_inner_point_of_a_polygon_is_inside(places: list[tuple[float, float]]) -> None:
    polygon = Polygon(tuple(Point(x, y) for x, y in places))
    assert contains(polygon, inner_point(polygon))
