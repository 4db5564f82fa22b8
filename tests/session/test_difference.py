"""What differs between two values of a quiz, and how one question comes back."""

from hypothesis import given
from hypothesis import strategies as st

from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz
from app.session.difference import differences, restored
from tests.support.quiz import choice, three_items

A, B, C = three_items()
THEN = Quiz("q", NewQuiz(title="Leaves"), (A, B, C))


def kinds(now: Quiz) -> list[tuple[str, str]]:
    return [(one.kind, one.item.id if one.item else "") for one in differences(THEN, now)]


def test_equal_quizzes_do_not_differ() -> None:
    again = THEN.with_items(
        [Item.stored(one.id, one.points, one.entry_type, one.document, one.summary) for one in THEN.items]
    )
    assert kinds(again) == []


def test_changed_deleted_and_added_questions_are_told() -> None:
    added = Item.of(choice("New?", "a", "b"), id="n")
    assert kinds(THEN.with_items((A.with_points(9), C, added))) == [("changed", A.id), ("gone", B.id), ("new", "n")]


def test_another_title_and_another_order_are_told() -> None:
    now = THEN.with_fields(NewQuiz(title="Roots")).with_items((C, A, B))
    assert kinds(now) == [("fields", ""), ("order", "")]


def test_a_deleted_question_comes_back_where_it_stood() -> None:
    assert [one.id for one in restored(THEN, THEN.with_items((C, A)), B.id).items] == [C.id, A.id, B.id]
    assert [one.id for one in restored(THEN, THEN.with_items((B, C)), A.id).items] == [A.id, B.id, C.id]


def test_a_changed_question_comes_back_in_its_place() -> None:
    now = THEN.with_items((C, A.with_points(9)))
    assert restored(THEN, now, A.id).items == (C, A)


@given(st.lists(st.sampled_from([A, B, C, A.with_points(7)]), unique_by=lambda item: item.id), st.sampled_from("abc"))
def test_what_was_put_back_does_not_differ_any_more(items: list[Item], item_id: str) -> None:
    back = restored(THEN, THEN.with_items(items), item_id)
    assert item_id not in [one.item.id for one in differences(THEN, back) if one.item]
