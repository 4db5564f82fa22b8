"""Checks of matching (canvas-facts 3.5)."""

from collections import Counter
from collections.abc import Iterator

from app.checks.fix import ItemFix, question_fix
from app.checks.problem import Problem, error, warning
from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.matching import MatchingQuestion
from app.models.questions.pair import Pair
from app.models.rearranged import removed


def problems(_item: Item, question: Question) -> tuple[Problem, ...]:
    """No pair; a side that is empty; equal sides; wrong answers that are empty, equal, or right."""
    assert isinstance(question, MatchingQuestion)
    pairs = question.pairs
    return (*_of_pairs(pairs), *_of_distractors(question.distractors, pairs))


def _of_pairs(pairs: tuple[Pair, ...]) -> Iterator[Problem]:
    if not pairs:
        yield error("pairs", "no-pair", message("There is no pair to match."), message("Add a pair."))
    prompts, answers = Counter(_same(pair.prompt) for pair in pairs), Counter(_same(pair.answer) for pair in pairs)
    for place, pair in enumerate(pairs, start=1):
        field = f"pairs/{pair.id}"
        if not pair.prompt.strip() or not pair.answer.strip():
            words = message("Pair {place} has an empty side.", place=place)
            needless = len(pairs) > 1 and not pair.prompt.strip() and not pair.answer.strip()
            fix = _without_pair(pair.id) if needless else None
            yield error(field, "empty-pair", words, message("Write both sides or remove the pair."), fix)
        elif prompts[_same(pair.prompt)] > 1:
            words = message('The left side "{text}" stands there twice.', text=pair.prompt[:40])
            yield warning(field, "equal-prompts", words, message("Students cannot tell them apart: change one."))
        elif answers[_same(pair.answer)] > 1:
            words = message('The right side "{text}" fits several left sides.', text=pair.answer[:40])
            yield warning(field, "equal-answers", words, message("Students see it once. Keep it if that is meant."))


def _of_distractors(distractors: tuple[str, ...], pairs: tuple[Pair, ...]) -> Iterator[Problem]:
    right = {_same(pair.answer) for pair in pairs}
    counted = Counter(_same(text) for text in distractors)
    for place, text in enumerate(distractors):
        field = f"distractors/{place}"
        if not text.strip():
            words = message("Wrong answer {place} is empty.", place=place + 1)
            yield error(field, "empty-distractor", words, message("Write it or remove it."), _without_distractor(place))
        elif _same(text) in right:
            words = message('"{text}" is a wrong answer and the right one of a pair.', text=text[:40])
            yield error(field, "right-distractor", words, message("Change or remove it."), _without_distractor(place))
        elif counted[_same(text)] > 1:
            words = message('The wrong answer "{text}" stands there twice.', text=text[:40])
            yield warning(field, "equal-distractors", words, message("Remove one."), _without_distractor(place))


def _without_pair(key: str) -> ItemFix:
    def changed(question: MatchingQuestion) -> MatchingQuestion:
        return question.with_pairs(tuple(pair for pair in question.pairs if pair.id != key), question.distractors)

    return question_fix(MatchingQuestion, message("Remove the pair"), changed)


def _without_distractor(place: int) -> ItemFix:
    def changed(question: MatchingQuestion) -> MatchingQuestion:
        return question.with_pairs(question.pairs, removed(question.distractors, place))

    words = message("Remove wrong answer {place}", place=place + 1)
    return question_fix(MatchingQuestion, words, changed)


def _same(text: str) -> str:
    return " ".join(text.split()).casefold()
