"""What the checks say of matching."""

from app.checks.table import problems
from app.models.item import Item
from app.models.questions.matching import MatchingQuestion
from app.models.questions.pair import Pair

BASE = MatchingQuestion.new().replaced(item_body="<p>Capitals</p>")
NORWAY, ITALY = Pair("n", "Norway", "Oslo"), Pair("i", "Italy", "Rome")


def rules(*pairs: Pair, distractors: tuple[str, ...] = ()) -> set[str]:
    return {problem.rule for problem in problems(Item.of(BASE.with_pairs(pairs, distractors)))}


def test_sound_pairs_have_no_problem() -> None:
    assert rules(NORWAY, ITALY, distractors=("Berlin",)) == set()


def test_no_pair_is_told() -> None:
    assert rules() == {"no-pair"}


def test_an_empty_side_is_told() -> None:
    assert rules(NORWAY, Pair("x", "Spain", " ")) == {"empty-pair"}


def test_equal_sides_are_told_apart() -> None:
    assert rules(NORWAY, Pair("x", " norway ", "Bergen")) == {"equal-prompts"}
    assert rules(NORWAY, Pair("x", "Oslo fjord", "oslo")) == {"equal-answers"}


def test_a_wrong_answer_that_is_right_empty_or_twice_there_is_told() -> None:
    assert rules(NORWAY, ITALY, distractors=("Rome",)) == {"right-distractor"}
    assert rules(NORWAY, ITALY, distractors=("",)) == {"empty-distractor"}
    assert rules(NORWAY, ITALY, distractors=("Wien", "wien")) == {"equal-distractors"}
