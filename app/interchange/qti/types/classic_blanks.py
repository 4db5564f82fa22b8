"""Blanks of Canvas Classic: named in brackets, all of them typed or all of them lists."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.interchange.qti.build import add
from app.interchange.qti.draft import Draft, equal_to, share
from app.interchange.qti.material import add_words
from app.message import message
from app.models.question import ScoringAlgorithm
from app.models.questions.blank import Blank
from app.models.questions.blank_body import with_words
from app.models.questions.blank_rows import AnswerType
from app.models.questions.rich_fill_blank import RichFillBlankQuestion

_PREFIX = "response_"


@dataclass(frozen=True, slots=True)
class _Labels:
    """The answers of a blank by their names in the file, and the name of the right one."""

    texts: dict[str, str]
    right: str | None


def write_typed(question: RichFillBlankQuestion, draft: Draft) -> None:
    """Words that are to be typed."""
    blanks = question.blanks
    if any(blank.answer_type != AnswerType.OPEN_ENTRY for blank in blanks):
        draft.lost.append(message("The words that a blank is chosen from: its right one is to be typed."))
    if any(_is_compared_otherwise(blank) for blank in blanks):
        draft.lost.append(message("How a blank is compared: Classic takes the words that stand there."))
    _write(question, [_typed(blank) for blank in blanks], draft)


def write_dropdowns(question: RichFillBlankQuestion, draft: Draft) -> None:
    """Lists to choose from; each has all words of a bank."""
    blanks = question.blanks
    if any(blank.answer_type == AnswerType.WORDBANK for blank in blanks):
        draft.lost.append(message("The word bank: each blank is a list of its words."))
    if any(blank.shuffled for blank in blanks):
        draft.lost.append(message("Shuffling in blanks."))
    _write(question, [_listed(question, blank) for blank in blanks], draft)


def _is_compared_otherwise(blank: Blank) -> bool:
    return blank.answer_type == AnswerType.OPEN_ENTRY and blank.algorithm != ScoringAlgorithm.TEXT_IN_CHOICES


def _typed(blank: Blank) -> _Labels:
    plain = blank.answer_type == AnswerType.OPEN_ENTRY and blank.algorithm != ScoringAlgorithm.TEXT_REGEX
    texts = blank.accepted if plain else (blank.shown,) if blank.shown else ()
    labels = {f"{blank.id}-{n}": text for n, text in enumerate(texts)}
    return _Labels(labels, next(iter(labels), None))


def _listed(question: RichFillBlankQuestion, blank: Blank) -> _Labels:
    banked = blank.answer_type == AnswerType.WORDBANK
    rows = question.word_bank if banked else blank.choices
    names = {one.id: f"{blank.id}-{n}" if banked else one.id for n, one in enumerate(rows)}
    return _Labels({names[one.id]: one.item_body or "" for one in rows}, names.get(blank.right or ""))


def _write(question: RichFillBlankQuestion, labels: Sequence[_Labels], draft: Draft) -> None:
    names = _names(question)
    draft.stem(with_words(question.body, {key: f"[{name}]" for key, name in names.items()}))
    for name, one in zip(names.values(), labels, strict=True):
        row = draft.choose(f"{_PREFIX}{name}")
        add_words(row, name)
        shown = add(row, "render_choice")
        for ident, text in one.texts.items():
            add_words(add(shown, "response_label", ident=ident), text)
    for name, one in zip(names.values(), labels, strict=True):
        if one.right is None:
            draft.lost.append(message("A blank without a right answer."))
            continue
        variables = draft.condition(scored=share(len(labels)), action="Add")
        equal_to(variables, f"{_PREFIX}{name}", [one.right])
    if not labels:
        draft.lost.append(message("It has no blank."))


def _names(question: RichFillBlankQuestion) -> dict[str, str]:
    """Id of a blank → its name; none that stands in brackets in the text already."""
    word = "blank"
    while f"[{word}" in question.body:
        word += "_"
    return {blank.id: f"{word}{n}" for n, blank in enumerate(question.blanks, start=1)}
