"""A question as one of another type: what goes along, and what is said to be lost."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.models.conversion import converted
from app.models.question import Question
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.table import CREATABLE, question_class
from tests.support.strategies.questions import questions


def choice(*texts: str) -> ChoiceQuestion:
    raw = [{"id": f"c{n}", "position": n, "item_body": text} for n, text in enumerate(texts, start=1)]
    made = ChoiceQuestion.new().replaced(item_body="<p>Which?</p>", title="mine", interaction_data={"choices": raw})
    return made.with_right("c1")


def lost(question: Question, slug: str) -> list[str]:
    return [str(loss) for loss in converted(question, slug).losses]


@pytest.mark.parametrize(("before", "after"), list(permutations(CREATABLE, 2)))
def test_a_new_question_loses_nothing(before: str, after: str) -> None:
    kind = question_class(before)
    assert kind is not None
    turned = converted(kind.new().replaced(item_body="<p>Why?</p>", title="mine"), after)
    assert (turned.question.interaction_type_slug, turned.question.item_body) == (after, "<p>Why?</p>")
    assert (turned.question.title, turned.losses) == ("mine", ())


def test_choices_their_ids_and_the_right_one_go_along_and_back() -> None:
    before = choice("<p>root</p>", "<p>leaf</p>")
    several = converted(before, "multi-answer").question
    assert isinstance(several, MultiAnswerQuestion)
    assert (several.choices, several.right) == (before.choices, ("c1",))
    assert converted(several, "choice").question == before


def test_two_answers_become_the_labels_of_true_and_false() -> None:
    turned = converted(choice("<p>Yes</p>", "<p>No</p>").with_right("c2"), "true-false").question
    assert isinstance(turned, TrueFalseQuestion)
    assert (turned.labels, turned.right) == (("Yes", "No"), False)


def test_a_true_false_becomes_a_multiple_choice_of_two() -> None:
    turned = converted(TrueFalseQuestion.new().with_right(True), "choice").question
    assert isinstance(turned, ChoiceQuestion)
    assert [one.item_body for one in turned.choices] == ["<p>True</p>", "<p>False</p>"]
    assert turned.right == turned.choices[0].id


def test_an_order_is_what_stood_there() -> None:
    turned = converted(choice("a", "b", "c"), "ordering").question
    assert isinstance(turned, OrderingQuestion)
    assert [one.item_body for one in turned.choices] == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("question", "slug", "words"),
    [
        (choice("a", "b"), "ordering", ["which answers are right"]),
        (choice("a", "b", "c"), "true-false", ["the answers, since there are not two"]),
        (choice("a", "b"), "essay", ["the answers"]),
        (choice("a", "b").with_answer_feedback("c1", "no"), "multi-answer", ["the feedback for single answers"]),
        (choice("a", "b").with_varied_points(True, 2), "multi-answer", ["the points of single answers"]),
    ],
)
def test_what_would_be_lost_is_named(question: Question, slug: str, words: list[str]) -> None:
    assert lost(question, slug) == words


@given(questions(), st.sampled_from(CREATABLE))
def test_every_question_turns_into_every_type(question: Question, slug: str) -> None:
    turned = converted(question, slug).question
    assert turned.interaction_type_slug == slug
    assert turned.feedback == question.feedback
