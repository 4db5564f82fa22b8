"""A quiz is a value; one item is replaced, the others stay the same objects."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.item import Item
from app.models.questions.essay import EssayQuestion
from app.models.quiz import NewQuiz, Quiz
from tests.support.strategies.quizzes import quizzes


@given(quizzes(valid=False, read_only=True), st.data())
def test_other_items_stay_the_same_objects(quiz: Quiz, data: st.DataObject) -> None:
    if not quiz.items:
        return
    item = data.draw(st.sampled_from(quiz.items))
    changed = quiz.with_item(item.with_points(7))
    assert changed.item(item.id).points == 7
    assert all(a is b for a, b in zip(changed.items, quiz.items, strict=True) if b is not item)


@given(quizzes(valid=False))
def test_points_are_the_sum_of_the_questions(quiz: Quiz) -> None:
    assert quiz.points == sum(item.points or 0 for item in quiz.items)


def test_an_item_that_is_not_there_is_refused() -> None:
    with pytest.raises(KeyError):
        Quiz("q", NewQuiz(title="Cells")).with_item(Item.of(EssayQuestion.new()))


def test_a_duplicate_has_the_same_content_under_another_id() -> None:
    item = Item.of(EssayQuestion.new(), points=2)
    copy = item.with_id("other")
    assert (copy.id, copy.document, copy.points) == ("other", item.document, 2)
