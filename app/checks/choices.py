"""Checks of rows of choices, as multiple choice, multiple answers and ordering have them."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from app.checks.fix import ItemFix, question_fix
from app.checks.problem import Problem, error, warning
from app.html.text import is_blank, plain_text
from app.message import Message, message
from app.models.item import Item
from app.models.questions.choices import Choice, ChoicesQuestion
from app.models.questions.ordering import OrderingQuestion
from app.models.rearranged import place_of

_LAST_WORDS = ("all of the above", "none of the above", "all of these", "none of these", "all the above")

LEAST: Final = 2
"""There is nothing to choose from fewer."""

Rows = ChoicesQuestion | OrderingQuestion


def choices_problems(rows: Rows, too_few: Message, right: Collection[str] = ()) -> Iterator[Problem]:
    """Fewer than two, blank ones, equal ones. `right` are the ids of those that no fix takes away."""
    choices = rows.choices
    if len(choices) < LEAST:
        yield error("choices", "too-few-choices", too_few, message("Add an answer."))
    same: dict[str, list[int]] = defaultdict(list)
    for place, choice in enumerate(choices, start=1):
        if is_blank(choice.item_body):
            words = message("Answer {place} is empty.", place=place)
            fix = None if choice.id in right else _removal(choices, place)
            yield error(f"choices/{choice.id}", "empty-choice", words, message("Write it or remove it."), fix)
        else:
            same[_words(choice.item_body or "")].append(place)
    for text, places in same.items():
        if len(places) > 1:
            yield _equal(choices, text, places, right)


def shuffle_problems(question: ChoicesQuestion) -> Iterator[Problem]:
    """An answer that speaks of those above it, and is shuffled among them."""
    rules = question.shuffle
    if not rules.shuffled:
        return
    for place, choice in enumerate(question.choices):
        if place not in rules.locked and _words(choice.item_body or "").rstrip(". ") in _LAST_WORDS:
            words = message("Answer {place} speaks of the others but is shuffled with them.", place=place + 1)
            advice = message("Lock it in its place.")
            yield warning(f"choices/{choice.id}", "shuffled-last-word", words, advice, _lock(choice.id))


def feedback_problems(question: ChoicesQuestion) -> Iterator[Problem]:
    """Feedback for answers that are not there any more: other programs leave it behind, and nobody can see it."""
    feedback = question.answer_feedback
    if not feedback:
        return
    ids = {choice.id for choice in question.choices}
    gone = sum(key not in ids and not is_blank(html) for key, html in feedback.items())
    if gone:
        words = message(
            "There is feedback for an answer that is gone.",
            plural="There is feedback for {count} answers that are gone.",
            count=gone,
        )
        fix = question_fix(ChoicesQuestion, message("Remove the feedback"), _without_lost_feedback)
        yield warning("choices", "feedback-of-no-answer", words, message("Nobody will see it: remove it."), fix)


def _without_lost_feedback(question: ChoicesQuestion) -> ChoicesQuestion:
    ids = {choice.id for choice in question.choices}
    return question.replaced(
        answer_feedback={key: html for key, html in (question.answer_feedback or {}).items() if key in ids}
    )


def _words(html: str) -> str:
    return plain_text(html).casefold() or html


def _equal(choices: Sequence[Choice], text: str, places: list[int], right: Collection[str]) -> Problem:
    """The last one that is not right is one too many."""
    wrong = [place for place in places if choices[place - 1].id not in right]
    extra = wrong[-1] if wrong else places[-1]
    words = message(
        'Two answers are equal: "{text}" ({first} and {last}).', text=text[:40], first=places[0], last=places[-1]
    )
    advice = message("Change or remove {last}.", last=extra)
    field = f"choices/{choices[extra - 1].id}"
    return warning(field, "equal-choices", words, advice, _removal(choices, extra))


def _removal(choices: Sequence[Choice], place: int) -> ItemFix | None:
    """None where too few would be left."""
    if len(choices) <= LEAST:
        return None
    key = choices[place - 1].id
    words = message("Remove {place}", place=place)
    return ItemFix(words, lambda item: _without(item, key))


def _without(item: Item, key: str) -> Item:
    question = item.entry
    if not isinstance(question, ChoicesQuestion | OrderingQuestion):
        return item
    return item.with_entry(question.with_choices(tuple(one for one in question.choices if one.id != key)))


def _lock(key: str) -> ItemFix:
    def locked(question: ChoicesQuestion) -> ChoicesQuestion:
        place = place_of(question.choices, key)
        return question.with_shuffle(question.shuffle.with_locked((*question.shuffle.locked, place)))

    return question_fix(ChoicesQuestion, message("Lock it in its place"), locked)
