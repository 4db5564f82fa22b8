"""Checks of rows of choices, as multiple choice, multiple answers and ordering have them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from app.checks.problem import Problem, error, warning
from app.html.text import is_blank, plain_text
from app.message import Message, message
from app.models.questions.choices import Choice, ShuffleRules

_LAST_WORDS = ("all of the above", "none of the above", "all of these", "none of these", "all the above")


def choices_problems(choices: Sequence[Choice], too_few: Message) -> Iterator[Problem]:
    """Fewer than two, blank ones, equal ones."""
    if len(choices) < 2:
        yield error("choices", "too-few-choices", too_few, message("Add an answer."))
    same: dict[str, list[int]] = defaultdict(list)
    for place, choice in enumerate(choices, start=1):
        if is_blank(choice.item_body):
            words = message("Answer {place} is empty.", place=place)
            yield error(f"choices/{choice.id}", "empty-choice", words, message("Write it or remove it."))
        else:
            same[_words(choice.item_body or "")].append(place)
    for text, places in same.items():
        if len(places) > 1:
            yield _equal(choices[places[-1] - 1], text, places)


def shuffle_problems(choices: Sequence[Choice], rules: ShuffleRules) -> Iterator[Problem]:
    """An answer that speaks of those above it, and is shuffled among them."""
    if not rules.shuffled:
        return
    for place, choice in enumerate(choices):
        if place not in rules.locked and _words(choice.item_body or "").rstrip(". ") in _LAST_WORDS:
            words = message("Answer {place} speaks of the others but is shuffled with them.", place=place + 1)
            yield warning(f"choices/{choice.id}", "shuffled-last-word", words, message("Lock it in its place."))


def _words(html: str) -> str:
    return plain_text(html).casefold() or html


def _equal(last: Choice, text: str, places: list[int]) -> Problem:
    words = message(
        'Two answers are equal: "{text}" ({first} and {last}).', text=text[:40], first=places[0], last=places[-1]
    )
    return warning(f"choices/{last.id}", "equal-choices", words, message("Change or remove {last}.", last=places[-1]))
