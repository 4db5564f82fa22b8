"""Categorization keeps categories, their order, answers and the key in step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.questions.categorization import CategorizationQuestion, Labelled
from tests.support.strategies import categorization


def _assert_in_step(question: CategorizationQuestion) -> None:
    data, rows = question.wire()["interaction_data"], question.wire()["scoring_data"]["value"]
    assert sorted(data["category_order"]) == sorted(data["categories"]) == sorted(row["id"] for row in rows)
    placed = [id for row in rows for id in row["scoring_data"]["value"]]
    assert len(placed) == len(set(placed))
    assert set(placed) <= set(data["distractors"])


@given(categorization.questions(), st.data())
def test_categories_agree_everywhere(question: CategorizationQuestion, data: st.DataObject) -> None:
    kept = data.draw(st.lists(st.sampled_from(question.categories), unique=True))
    changed = question.with_categories((*kept, Labelled.new("new")))
    _assert_in_step(changed)
    assert changed.categories[:-1] == tuple(kept)
    assert changed.answers == question.answers


@given(categorization.questions(), st.data())
def test_answers_of_a_category_are_in_no_other(question: CategorizationQuestion, data: st.DataObject) -> None:
    category = data.draw(st.sampled_from([None, *(one.id for one in question.categories)]))
    answers = (*data.draw(st.lists(st.sampled_from(question.answers), unique=True)), Labelled.new("new"))
    changed = question.with_answers(category, answers)
    _assert_in_step(changed)
    assert set(changed.answers_of(category)) == set(answers)
    gone = set(question.answers_of(category)) - set(answers)
    assert set(changed.answers) == (set(question.answers) | set(answers)) - gone


@given(categorization.questions(), st.data())
def test_a_category_goes_with_its_answers(question: CategorizationQuestion, data: st.DataObject) -> None:
    category = data.draw(st.sampled_from(question.categories))
    changed = question.without_category(category.id)
    _assert_in_step(changed)
    assert category not in changed.categories
    assert set(changed.answers) == set(question.answers) - set(question.answers_of(category.id))


@given(categorization.questions())
def test_every_answer_has_one_place(question: CategorizationQuestion) -> None:
    placed = [answer for one in (None, *(one.id for one in question.categories)) for answer in question.answers_of(one)]
    assert sorted(answer.id for answer in placed) == sorted(answer.id for answer in question.answers)


def test_an_unknown_category_is_refused() -> None:
    with pytest.raises(KeyError):
        CategorizationQuestion.new().with_answers("nowhere", ())


def test_scoring_rows_keep_what_nobody_knows() -> None:
    question = CategorizationQuestion.new()
    category = question.categories[0]
    assert question.scoring_data is not None
    first, second = question.wire()["scoring_data"]["value"]
    rows = [{**first, "future": 1}, second]
    question = question.replaced(scoring_data=question.scoring_data.replaced(value=rows))
    changed = question.with_answers(category.id, (Labelled.new("x"),))
    assert changed.wire()["scoring_data"]["value"][0]["future"] == 1
