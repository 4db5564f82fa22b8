"""Checks of fill in the blank (canvas-facts 3.9)."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from app.checks.blank_pattern import of_pattern
from app.checks.fix import ItemFix, question_fix
from app.checks.problem import Problem, error, hint, warning
from app.message import Message, message
from app.models.item import Item
from app.models.question import Question, ScoringAlgorithm
from app.models.questions.blank import Blank
from app.models.questions.blank_body import placed
from app.models.questions.blank_rows import AnswerType
from app.models.questions.choices import Choice
from app.models.questions.rich_fill_blank import RichFillBlankQuestion

Wrong = tuple[str, Message, Message, ItemFix | None]
"""Rule, what is wrong, what to do, what a click does."""
_WOULD_BE_BLANK: Final = re.compile(r"`[^`]*`")


def problems(item: Item, question: Question) -> tuple[Problem, ...]:
    """No blank; blanks without what is right; dropdowns, words and patterns that do not do; stray backticks."""
    assert isinstance(question, RichFillBlankQuestion)
    blanks, examples = question.blanks, item.local.pattern_examples
    found = [*_of_text(question, blanks)]
    for number, blank in enumerate(blanks, start=1):
        field = f"blanks/{blank.id}"
        found += [error(field, *wrong) for wrong in _of_blank(blank, number)]
        if blank.algorithm == ScoringAlgorithm.TEXT_REGEX and blank.answer_type == AnswerType.OPEN_ENTRY:
            found += of_pattern(field, blank, number, examples.get(blank.id, ()) if examples else ())
    return (*found, *_of_words(question))


def _of_text(question: RichFillBlankQuestion, blanks: tuple[Blank, ...]) -> Iterator[Problem]:
    if not blanks:
        words = message("There is no blank.")
        yield error("item_body", "no-blank", words, message("Select a word in the text and make a blank of it."))
    body = question.body
    places = set(placed(body))
    if _WOULD_BE_BLANK.search(body):
        words = message("Canvas would make a blank of what stands between backticks in the text.")
        yield error("item_body", "stray-backtick", words, message("Make a blank of it, or delete the backticks."))
    elif "`" in body or "&#96;" in body:
        words = message("There is a backtick in the text.")
        yield hint("item_body", "backtick", words, message("Canvas may take it for the edge of a blank."))
    for number, blank in enumerate(blanks, start=1):
        if blank.id not in places:
            words = message("Blank {number} has no place in the text.", number=number)
            yield error(f"blanks/{blank.id}", "unplaced-blank", words, message("Remove it."), _without(blank.id))


def _of_blank(blank: Blank, number: int) -> Iterator[Wrong]:
    if blank.answer_type == AnswerType.DROPDOWN:
        yield from _of_dropdown(blank, number)
    elif blank.answer_type == AnswerType.WORDBANK:
        if not blank.text.strip() or blank.right is None:
            words = message("Blank {number} has no right word.", number=number)
            yield "no-right-word", words, message("Write the word of the word bank that belongs there."), None
    elif blank.answer_type == AnswerType.OPEN_ENTRY:
        yield from _of_open_entry(blank, number)


def _of_open_entry(blank: Blank, number: int) -> Iterator[Wrong]:
    if not any(answer.strip() for answer in blank.accepted):
        words = message("Blank {number} has no right answer.", number=number)
        yield "no-blank-answer", words, message("Write what students should type."), None
    elif not all(answer.strip() for answer in blank.accepted):
        words = message("Blank {number} has an accepted answer that is empty.", number=number)
        fix = _changed(blank.id, message("Remove what is empty"), _without_empty)
        yield "empty-blank-answer", words, message("Write it or remove it."), fix
    elif len(set(blank.accepted)) < len(blank.accepted):
        words = message("Blank {number} accepts the same answer twice.", number=number)
        fix = _changed(blank.id, message("Keep one of each"), _without_doubles)
        yield "equal-blank-answers", words, message("Remove one."), fix
    if blank.algorithm == ScoringAlgorithm.TEXT_CLOSE_ENOUGH and blank.edit_distance < 1:
        words = message("In blank {number} no letter may be wrong.", number=number)
        fix = _changed(blank.id, message("Allow 1"), lambda blank: replace(blank, edit_distance=1))
        yield "no-distance", words, message("Allow at least 1, or choose “Exactly”."), fix


def _of_dropdown(blank: Blank, number: int) -> Iterator[Wrong]:
    texts = [(choice.item_body or "").strip() for choice in blank.choices]
    if len(texts) < 2:
        words = message("The dropdown of blank {number} has fewer than two choices.", number=number)
        yield "few-dropdown-choices", words, message("Add one."), None
    if not any(choice.id == blank.right for choice in blank.choices):
        words = message("No choice of blank {number} is marked as right.", number=number)
        yield "no-right-choice", words, message("Mark one."), None
    if not all(texts):
        words = message("A choice of blank {number} is empty.", number=number)
        yield "empty-dropdown-choice", words, message("Write it or remove it."), _thinned(blank, message("Remove it"))
    twice = next((text for text, count in Counter(texts).items() if text and count > 1), None)
    if twice is not None:
        words = message('Two choices of blank {number} are equal: "{text}".', number=number, text=twice[:40])
        yield "equal-dropdown-choices", words, message("Change or remove one."), _thinned(blank, message("Remove one"))


def _of_words(question: RichFillBlankQuestion) -> Iterator[Problem]:
    if not question.word_bank:
        return
    counted = Counter((word.item_body or "").strip() for word in question.word_bank)
    for place, word in enumerate(question.wrong_words, start=1):
        text = (word.item_body or "").strip()
        if not text:
            words = message("Wrong word {place} is empty.", place=place)
            yield error(
                f"words/{word.id}", "empty-word", words, message("Write it or remove it."), _without_word(word.id)
            )
        elif counted[text] > 1:
            words = message('The word bank has "{text}" twice.', text=text[:40])
            yield warning(
                f"words/{word.id}", "equal-words", words, message("Change or remove one."), _without_word(word.id)
            )


def _changed(key: str, words: Message, change: Callable[[Blank], Blank]) -> ItemFix:
    return question_fix(RichFillBlankQuestion, words, lambda question: question.with_blank(change(question.blank(key))))


def _without_empty(blank: Blank) -> Blank:
    return replace(blank, accepted=tuple(answer for answer in blank.accepted if answer.strip()))


def _without_doubles(blank: Blank) -> Blank:
    return replace(blank, accepted=tuple(dict.fromkeys(blank.accepted)))


def _thinned(blank: Blank, words: Message) -> ItemFix | None:
    """Every choice once and none that is empty, the right one among them; None where too few would be left."""
    return _changed(blank.id, words, _with_fewer) if len(_kept(blank)) > 1 else None


def _with_fewer(blank: Blank) -> Blank:
    return replace(blank, choices=_kept(blank))


def _kept(blank: Blank) -> tuple[Choice, ...]:
    right = [choice for choice in blank.choices if choice.id == blank.right]
    texts = {(choice.item_body or "").strip(): choice.id for choice in reversed((*right, *blank.choices))}
    return tuple(
        choice
        for choice in blank.choices
        if choice.id == blank.right or (texts.get(text := (choice.item_body or "").strip()) == choice.id and text)
    )


def _without(key: str) -> ItemFix:
    return question_fix(RichFillBlankQuestion, message("Remove it"), lambda question: question.without_blank(key))


def _without_word(key: str) -> ItemFix:
    def changed(question: RichFillBlankQuestion) -> RichFillBlankQuestion:
        return question.with_wrong_words(tuple(word for word in question.wrong_words if word.id != key))

    return question_fix(RichFillBlankQuestion, message("Remove it"), changed)
