"""What several questions have in common, and one change made to each of them."""

from dataclasses import replace

import pytest

from app.models.question import Question
from app.models.questions.blank_rows import AnswerType
from app.models.questions.categorization import CategorizationQuestion
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.essay import EssayQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.several import several, traits, with_calculator, with_feedback
from app.models.shuffle import shuffles, with_shuffle

ON, OFF, NOTHING = frozenset({True}), frozenset({False}), frozenset[bool]()


def blanks(*dropdowns: bool) -> RichFillBlankQuestion:
    """A text with an open blank and a dropdown for each of these, shuffled or not."""
    places = "".join(f'<span id="blank_d{n}"></span>' for n in range(len(dropdowns)))
    question = RichFillBlankQuestion.new().with_body(f'<p><span id="blank_o"></span>{places}</p>')
    for n, shuffled in enumerate(dropdowns):
        blank = question.blank(f"d{n}").turned(AnswerType.DROPDOWN)
        question = question.with_blank(replace(blank, shuffled=shuffled))
    return question


@pytest.mark.parametrize("kind", [ChoiceQuestion, MultiAnswerQuestion, MatchingQuestion])
def test_shuffling_is_turned_on_and_off_again(kind: type[Question]) -> None:
    question = kind.new()
    assert shuffles(question) == OFF
    shuffled = with_shuffle(question, True)
    assert shuffles(shuffled) == ON
    assert with_shuffle(shuffled, False) == question


@pytest.mark.parametrize("kind", [CategorizationQuestion, OrderingQuestion, EssayQuestion])
def test_what_cannot_be_shuffled_stays_the_same_object(kind: type[Question]) -> None:
    question = kind.new()
    assert shuffles(question) == NOTHING
    assert with_shuffle(question, True) is question


def test_every_dropdown_of_a_text_is_shuffled_and_no_other_blank() -> None:
    question = blanks(True, False)
    assert shuffles(question) == ON | OFF
    shuffled = with_shuffle(question, True)
    assert shuffles(shuffled) == ON
    assert isinstance(shuffled, RichFillBlankQuestion)
    assert not shuffled.blank("o").shuffled


def test_a_text_without_dropdowns_has_nothing_to_shuffle() -> None:
    assert shuffles(blanks()) == NOTHING


def test_locks_stay_when_shuffling_is_turned_on() -> None:
    question = ChoiceQuestion.new()
    locked = question.with_shuffle(question.shuffle.with_locked((3,)))
    shuffled = with_shuffle(locked, True)
    assert isinstance(shuffled, ChoiceQuestion)
    assert shuffled.shuffle.locked == (3,)


def test_what_says_nothing_new_stays_the_same_object() -> None:
    question = with_shuffle(ChoiceQuestion.new(), True).with_feedback("correct", "<p>Yes</p>")
    assert with_shuffle(question, True) is question
    assert with_calculator(question, "none") is question
    assert with_feedback(question, {"correct": "<p>No</p>"}, replacing=False) is question
    assert with_feedback(question, {"correct": "<p>Yes</p>"}, replacing=True) is question


def test_feedback_goes_only_where_there_is_none() -> None:
    question = EssayQuestion.new().with_feedback("correct", "<p>Yes</p>").with_feedback("incorrect", "<p> </p>")
    texts = {"correct": "<p>Right</p>", "incorrect": "<p>Wrong</p>"}
    kept = with_feedback(question, texts, replacing=False).feedback
    assert kept is not None
    assert (kept.correct, kept.incorrect) == ("<p>Yes</p>", "<p>Wrong</p>")
    replaced = with_feedback(question, texts, replacing=True).feedback
    assert replaced is not None
    assert replaced.correct == "<p>Right</p>"


def test_it_tells_how_many_it_is_about() -> None:
    shuffled = with_shuffle(ChoiceQuestion.new(), True)
    found = several(
        [traits(one) for one in (shuffled, MatchingQuestion.new(), with_calculator(EssayQuestion.new(), "basic"))]
    )
    assert (found.count, found.can_shuffle, found.shuffles) == (3, 2, ON | OFF)
    assert found.calculators == {"none", "basic"}


def test_it_tells_how_many_have_each_kind_of_feedback() -> None:
    one = EssayQuestion.new().with_feedback("correct", "<p>Yes</p>")
    both = one.with_feedback("incorrect", "<p>No</p>")
    found = several([traits(question) for question in (one, both, EssayQuestion.new())])
    assert [found.with_feedback(), found.with_feedback("correct"), found.with_feedback("correct", "incorrect")] == [
        2,
        2,
        1,
    ]
