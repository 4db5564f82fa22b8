"""Versions of an exam: the same seed gives the same, A is as the quiz is written, and all of it can be kept."""

from hypothesis import given
from hypothesis import strategies as st

from app.grading.deal import Deal
from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz
from app.paper.kept import read, written
from app.paper.paper import MOST, Mixing, papers, papers_named
from tests.support.graded import choice, formula
from tests.support.quiz import stimulus
from tests.support.strategies.quizzes import quizzes

SEEDS = st.integers(0, 2**32)


def named(item: Item, item_id: str) -> Item:
    return Item.from_wire(item.wire(), id=item_id)


FIVE = Quiz("q", NewQuiz(title="Leaves"), tuple(named(choice("a", "abcd", 1), one) for one in "vwxyz"))


@given(quizzes(valid=False, read_only=True), SEEDS, st.integers(1, 5))
def test_more_versions_begin_with_the_same(quiz: Quiz, seed: int, count: int) -> None:
    assert papers(quiz, count, seed) == papers(quiz, count + 1, seed)[:count]


@given(quizzes(valid=False, read_only=True), SEEDS)
def test_a_is_in_the_order_of_the_quiz_and_every_other_has_the_same_rows(quiz: Quiz, seed: int) -> None:
    first, *others = papers(quiz, 3, seed)
    assert first.order == tuple(item.id for item in quiz.items)
    assert all(sorted(one.order) == sorted(first.order) for one in others)


@given(quizzes(valid=False, read_only=True), SEEDS)
def test_what_is_kept_comes_back_the_same(quiz: Quiz, seed: int) -> None:
    made = papers(quiz, 3, seed)
    assert read(written(made)) == made


def test_answers_of_a_are_as_they_are_written_and_those_of_others_mixed() -> None:
    first, *others = papers(FIVE, 9, 1)
    assert {one.order for one in first.deals.values()} == {("a", "b", "c", "d")}
    assert len({dealt.order for one in others for dealt in one.deals.values()}) > 5


def test_nothing_is_mixed_that_shall_not_be() -> None:
    first, second = papers(FIVE, 2, 1, Mixing(questions=False, answers=False))
    assert (first.order, first.deals) == (second.order, second.deals)


def test_questions_stay_behind_what_is_read_before_them() -> None:
    led = Item.from_wire({**choice("a", "ab", 1).wire(), "stimulus_quiz_entry_id": "s"}, id="led")
    quiz = Quiz("q", NewQuiz(title="Leaves"), (*FIVE.items, stimulus("s"), led))
    for one in papers(quiz, 9, 4):
        assert one.order[one.order.index("s") + 1] == "led"


def test_each_version_has_numbers_of_its_own_while_there_are_some() -> None:
    quiz = Quiz("q", NewQuiz(title="Leaves"), (named(formula("0", "absolute", "1", "2", "3"), "f"),))
    made = papers(quiz, 4, 7)
    assert sorted(one.deals["f"].solution for one in made[:3]) == [0, 1, 2]
    assert made[3].deals["f"].solution == made[0].deals["f"].solution


def test_there_are_as_many_versions_as_letters() -> None:
    made = papers(FIVE, 1000, 1)
    assert len(made) == MOST
    assert made[-1].letter == "Z"
    assert (papers_named(made[:1]), papers_named(made[:4])) == ("A", "A–D")


def test_a_question_that_is_gone_is_left_out() -> None:
    [made] = papers(FIVE, 1, 1)
    assert [item.id for item in made.items(Quiz("q", FIVE.fields, FIVE.items[1:]))] == ["w", "x", "y", "z"]
    assert made.deals["v"] == Deal(("a", "b", "c", "d"))
