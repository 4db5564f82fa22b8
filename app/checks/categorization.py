"""Checks of categorization (canvas-facts 3.6)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from app.checks.fix import ItemFix, question_fix
from app.checks.problem import Problem, error, warning
from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.categorization import CategorizationQuestion, Labelled

Key = Mapping[str, tuple[str, ...]]
"""Category id → ids of its answers, for every category."""


def problems(_item: Item, question: Question) -> tuple[Problem, ...]:
    """No category; names or answers that are empty or equal; a category without answers."""
    assert isinstance(question, CategorizationQuestion)
    key = question.key
    return (*_of_categories(question.categories, key), *_of_answers(question.answers, key))


def _of_categories(categories: Sequence[Labelled], key: Key) -> Iterator[Problem]:
    if not categories:
        yield error("categories", "no-category", message("There is no category."), message("Add one."))
    counted = Counter(_same(one.item_body) for one in categories)
    for place, category in enumerate(categories, start=1):
        field = f"categories/{category.id}"
        if not _same(category.item_body):
            words = message("Category {place} has no name.", place=place)
            needless = len(categories) > 1 and not key[category.id]
            fix = _without_category(category.id) if needless else None
            yield error(field, "empty-category-name", words, message("Write it or remove the category."), fix)
        elif counted[_same(category.item_body)] > 1:
            words = message('Two categories are called "{name}".', name=(category.item_body or "")[:40])
            yield warning(field, "equal-categories", words, message("Change or remove one."))
        if not key[category.id]:
            words = message("Category {place} has no answers.", place=place)
            yield warning(field, "empty-category", words, message("Canvas takes it. Keep it if it is meant as a trap."))


def _of_answers(answers: Sequence[Labelled], key: Key) -> Iterator[Problem]:
    placed = {id for ids in key.values() for id in ids}
    if not placed:
        yield error("categories", "no-answer", message("No answer belongs in a category."), message("Add one."))
    counted = Counter(_same(one.item_body) for one in answers)
    for answer in answers:
        wrong = answer.id not in placed
        field = f"{'distractors' if wrong else 'answers'}/{answer.id}"
        if not _same(answer.item_body):
            advice = message("Write it or remove it.")
            yield error(field, "empty-answer", message("An answer is empty."), advice, _without_answer(answer.id))
        elif counted[_same(answer.item_body)] > 1:
            words = message('The answer "{text}" stands there twice.', text=(answer.item_body or "")[:40])
            fix = _without_answer(answer.id) if wrong else None
            advice = message("Students cannot tell them apart: change one.")
            yield warning(field, "equal-answers", words, advice, fix)


def _without_category(key: str) -> ItemFix:
    words = message("Remove the category")
    return question_fix(CategorizationQuestion, words, lambda question: question.without_category(key))


def _without_answer(key: str) -> ItemFix:
    def changed(question: CategorizationQuestion) -> CategorizationQuestion:
        home = next((category for category, answers in question.key.items() if key in answers), None)
        kept = tuple(answer for answer in question.answers_of(home) if answer.id != key)
        return question.with_answers(home, kept)

    return question_fix(CategorizationQuestion, message("Remove it"), changed)


def _same(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()
