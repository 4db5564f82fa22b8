"""Questions that say the same, or nearly the same, are told; parallel ones are left alone."""

import pytest

from app.checks.glance import glance
from app.checks.together import twin_problems
from app.models.item import Item
from app.models.question import Question
from app.models.questions.essay import EssayQuestion
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.questions.numeric import NumericQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz, Quiz
from tests.support.measure.every_type import one_of_each
from tests.support.quiz import choice, stimulus

ROOTS = "Which part of a tall plant takes up most of the water that its leaves lose by day?"


def told(*questions: Question | Item) -> list[tuple[str, str]]:
    """Rule and words, for each question that is like an earlier one."""
    items = tuple(one if isinstance(one, Item) else Item.of(one) for one in questions)
    found = twin_problems(Quiz("q", NewQuiz(), items))
    return [(one.rule, str(one.message)) for one in found.values()]


def test_the_same_question_is_told_at_the_later_one() -> None:
    other = choice("Which is deep?", "root", "crown")
    again = choice("which is  DEEP", "root.", "crown")
    assert told(other, choice("Which is green?", "leaf", "bark"), again) == [
        ("same-question", "This is the same question as question 1.")
    ]


def test_answers_in_another_order_make_no_other_question() -> None:
    assert told(choice("Which is deep?", "root", "crown"), choice("Which is deep?", "crown", "root")) != []


@pytest.mark.parametrize(
    "text",
    [
        ROOTS.replace("takes up", "takes up by far"),
        ROOTS.replace("leaves", "leafs").replace("water", "watr"),
        ROOTS.replace(" of the water", " of water"),
    ],
)
def test_a_slip_or_a_word_more_makes_a_question_nearly_the_same(text: str) -> None:
    answers = ("its many fine roots", "the bark around its stem", "every one of its leaves")
    assert told(choice(ROOTS, *answers), choice(text, *answers)) == [
        ("nearly-same-question", "This is nearly the same question as question 1.")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What is the capital of France?", "What is the capital of Italy?"),
        ("Round 3.1415 to two decimals, please.", "Round 2.7182 to two decimals, please."),
        ("What is a cell?", "What is a cell wall?"),
        (f"{ROOTS} Say it of the oak and of the beech.", f"{ROOTS} Say it of the pine and of the beech."),
        ('<img src="media:1"> What is shown?', '<img src="media:2"> What is shown?'),
        ('<img src="a.png" data-equation-content="x+y">Solve.', '<img src="a.png" data-equation-content="x-z">Solve.'),
    ],
)
def test_parallel_questions_are_no_twins(one: str, other: str) -> None:
    questions = [EssayQuestion.new().replaced(item_body=f"<p>{text}</p>") for text in (one, other)]
    assert told(*questions) == []


def test_what_differs_in_its_answers_differs() -> None:
    assert told(choice("Which is true?", "Leaves breathe.", "No"), choice("Which is true?", "Roots drink.", "No")) == []


def test_pictures_tell_hot_spots_apart() -> None:
    asked = HotSpotQuestion.new().replaced(item_body="<p>Click the aorta.</p>")
    assert told(asked.with_picture("media:a1"), asked.with_picture("media:b2")) == []
    assert told(asked.with_picture("media:a1"), asked.with_picture("media:a1")) != []


def test_what_has_no_text_yet_is_like_nothing() -> None:
    assert told(TrueFalseQuestion.new(), TrueFalseQuestion.new(), NumericQuestion.new(), stimulus(), stimulus()) == []


def test_the_same_words_in_another_order_are_nearly_the_same() -> None:
    one, other = "Does the small dog bite the tall man today?", "Does the tall man bite the small dog today?"
    questions = [EssayQuestion.new().replaced(item_body=f"<p>{text}</p>") for text in (one, other)]
    assert [rule for rule, _ in told(*questions)] == ["nearly-same-question"]


def written() -> list[Item]:
    """One of each type, with a text."""
    return [item.with_entry(item.entry.replaced(item_body="<p>Which?</p>")) for item in one_of_each()]


def test_every_type_is_known_again_with_other_ids() -> None:
    for item in written():
        assert told(item, item.with_id("other")) == [("same-question", "This is the same question as question 1.")]


def test_words_of_every_kind_of_row_are_seen() -> None:
    seen = {item.summary.type: glance(item).wording for item in written()}
    assert seen["matching"] is not None
    assert {"aa", "ff", "e"} <= seen["matching"].words
    assert seen["categorization"] is not None
    assert {"fish", "dogs"} <= seen["categorization"].words
    assert seen["ordering"] is not None
    assert {"ava", "blake"} <= seen["ordering"].words
