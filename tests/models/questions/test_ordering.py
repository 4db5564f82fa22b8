"""Ordering keeps the map of rows and their right order in step."""

from hypothesis import given
from hypothesis import strategies as st

from app.models.questions.choices import Choice
from app.models.questions.ordering import OrderingQuestion
from tests.support.strategies import ordering


@given(ordering.questions(), st.data())
def test_map_and_order_name_the_same_rows(question: OrderingQuestion, data: st.DataObject) -> None:
    kept = data.draw(st.lists(st.sampled_from(question.choices), unique=True))
    rows = (*kept, Choice.new("<p>new</p>"))
    changed = question.with_choices(rows)
    assert changed.choices == rows
    assert set(changed.wire()["interaction_data"]["choices"]) == set(changed.wire()["scoring_data"]["value"])


@given(ordering.questions(), st.data())
def test_another_order_leaves_the_map_as_it_is(question: OrderingQuestion, data: st.DataObject) -> None:
    rows = tuple(data.draw(st.permutations(question.choices)))
    changed = question.with_choices(rows)
    assert list(changed.wire()["interaction_data"]["choices"]) == list(question.wire()["interaction_data"]["choices"])


@given(ordering.questions())
def test_the_same_rows_change_nothing(question: OrderingQuestion) -> None:
    assert question.with_choices(question.choices).wire() == question.wire()


def test_a_row_that_the_order_forgot_comes_last() -> None:
    rows = {"a": {"id": "a"}, "b": {"id": "b"}}
    question = OrderingQuestion.model_validate(
        {
            "interaction_type_slug": "ordering",
            "interaction_data": {"choices": rows},
            "scoring_data": {"value": ["gone", "b"]},
        }
    )
    assert [choice.id for choice in question.choices] == ["b", "a"]


def test_labels_are_shown_while_there_is_one() -> None:
    question = OrderingQuestion.new().with_labels("first", "")
    assert question.labels.include_labels
    assert not question.with_labels("", "").labels.include_labels


def test_rows_can_stand_in_a_line() -> None:
    assert OrderingQuestion.new().with_paragraph(True).labels.display_answers_paragraph
