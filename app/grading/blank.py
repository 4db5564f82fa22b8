"""Whether one blank is filled right (canvas-facts 3.9 and 3.15)."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from app.grading.score import NO_ANSWER, Part
from app.matching.pattern import Fit, fit, flaw
from app.matching.text import among, contains, distance, is_blank, same
from app.message import Message, message
from app.models.question import ScoringAlgorithm
from app.models.questions.blank import Blank
from app.models.questions.blank_rows import AnswerType
from app.models.questions.choices import Choice

PATTERN_FITS: Final = frozenset({Fit.WHOLE, Fit.PART})
"""A pattern may fit a part of the answer: whether Canvas wants the whole is written nowhere."""


def filled(blank: Blank, given: str, bank: Sequence[Choice]) -> Part:
    """The mark of a blank; `bank` are the words of the question's word bank. A chosen word is its id or its text."""
    if is_blank(given):
        return Part(blank.id, False, NO_ANSWER)
    if blank.answer_type == AnswerType.DROPDOWN:
        return _chosen(blank, given)
    if blank.answer_type == AnswerType.WORDBANK:
        text = next((word.item_body or "" for word in bank if word.id == given), given)
        return _told(blank.id, text, bool(blank.text) and same(text, blank.text))
    return _typed(blank, given)


def right_text(blank: Blank) -> str:
    """What fills a blank right: the id of the choice of a dropdown, else the word that stands there for teachers."""
    return (blank.right or "") if blank.answer_type == AnswerType.DROPDOWN else blank.shown


def _chosen(blank: Blank, given: str) -> Part:
    picked = next((one for one in blank.choices if given in (one.id, one.item_body)), None)
    text = (picked.item_body if picked else None) or given
    return _told(blank.id, text, picked is not None and picked.id == blank.right)


def _typed(blank: Blank, given: str) -> Part:
    answer = blank.accepted[0] if blank.accepted else ""
    match blank.algorithm:
        case ScoringAlgorithm.TEXT_CONTAINS_ANSWER:
            return _told(blank.id, given, contains(given, answer))
        case ScoringAlgorithm.TEXT_CLOSE_ENOUGH:
            away = distance(given, answer, ignore_case=blank.ignore_case)
            words = message(
                '"{given}" is {count} sign away.', plural='"{given}" is {count} signs away.', given=given, count=away
            )
            return Part(blank.id, bool(answer) and away <= blank.edit_distance, words)
        case ScoringAlgorithm.TEXT_IN_CHOICES:
            return _told(blank.id, given, among(given, blank.accepted))
        case ScoringAlgorithm.TEXT_EQUIVALENCE | ScoringAlgorithm.EQUIVALENCE:
            return _told(blank.id, given, bool(answer) and same(given, answer))
        case ScoringAlgorithm.TEXT_REGEX:
            return _fitted(blank, given, answer)
    return Part(blank.id, None, message('How Canvas scores "{given}" is not known here.', given=given))


def _fitted(blank: Blank, given: str, pattern: str) -> Part:
    if not pattern or flaw(pattern) is not None:
        return Part(blank.id, False, message("The pattern cannot be read: nothing fits it."))
    found = fit(pattern, given)
    return Part(blank.id, found in PATTERN_FITS, _fit_said(found, given))


def _fit_said(found: Fit, given: str) -> Message:
    match found:
        case Fit.WHOLE:
            return message('The pattern fits "{given}".', given=given)
        case Fit.PART:
            return message('The pattern fits a part of "{given}" only: Canvas may want the whole.', given=given)
        case Fit.SLOW:
            return message('The pattern came to no end with "{given}".', given=given)
    return message('The pattern does not fit "{given}".', given=given)


@lru_cache(maxsize=4096)  # many students write the same
def _told(blank_id: str, given: str, right: bool) -> Part:
    if right:
        return Part(blank_id, True, message('"{given}" is right.', given=given))
    return Part(blank_id, False, message('"{given}" is wrong.', given=given))
