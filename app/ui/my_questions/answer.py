"""The answers of a question of any type as they are read: each on a line, with whether it is right."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from app.models.question import Question, ScoringAlgorithm
from app.models.questions.blank import Blank
from app.models.questions.blank_rows import AnswerType
from app.models.questions.categorization import CategorizationQuestion
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.essay import EssayQuestion
from app.models.questions.formula import FormulaQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import (
    ExactAnswer,
    MarginAnswer,
    MarginType,
    NumericAnswer,
    NumericQuestion,
    PreciseAnswer,
    RangeAnswer,
)
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion


@dataclass(frozen=True, slots=True)
class Answer:
    """`html` is rich text; `right` is None for a line that is neither right nor wrong."""

    html: str
    right: bool | None = None


def answers(question: Question) -> tuple[Answer, ...]:
    """Every answer, the right ones marked; nothing for a type that has none, as an essay without notes."""
    read = _READERS.get(type(question))
    return tuple(read(question)) if read is not None else ()


def _choice(question: ChoiceQuestion) -> Iterator[Answer]:
    return (Answer(one.item_body or "", one.id == question.right) for one in question.choices)


def _multi_answer(question: MultiAnswerQuestion) -> Iterator[Answer]:
    return (Answer(one.item_body or "", one.id in question.right) for one in question.choices)


def _true_false(question: TrueFalseQuestion) -> Iterator[Answer]:
    for value, label in zip((True, False), question.labels, strict=True):
        yield Answer(escape(label), question.right is value)


def _matching(question: MatchingQuestion) -> Iterator[Answer]:
    for pair in question.pairs:
        yield Answer(escape(f"{pair.prompt} → {pair.answer}"), True)
    for text in question.distractors:
        yield Answer(escape(text), False)


def _categorization(question: CategorizationQuestion) -> Iterator[Answer]:
    for category in question.categories:
        held = ", ".join(one.item_body or "" for one in question.answers_of(category.id))
        yield Answer(escape(f"{category.item_body or ''}: {held}"), True)
    for one in question.distractors:
        yield Answer(escape(one.item_body or ""), False)


def _ordering(question: OrderingQuestion) -> Iterator[Answer]:
    return (Answer(one.item_body or "", True) for one in question.choices)


def _blanks(question: RichFillBlankQuestion) -> Iterator[Answer]:
    for number, blank in enumerate(question.blanks, start=1):
        yield Answer(escape(f"{number}. {_of_blank(blank)}"), True)
    for word in question.wrong_words:
        yield Answer(escape(word.item_body or ""), False)


def _of_blank(blank: Blank) -> str:
    if blank.answer_type == AnswerType.DROPDOWN:
        others = ", ".join(one.item_body or "" for one in blank.choices if one.id != blank.right)
        return _tr("{right} (not: {others})").format(right=blank.shown, others=others) if others else blank.shown
    if blank.algorithm == ScoringAlgorithm.TEXT_REGEX:
        return _tr("what the pattern {pattern} takes").format(pattern=" ".join(blank.accepted))
    return " / ".join(blank.accepted) or blank.shown


def _numeric(question: NumericQuestion) -> Iterator[Answer]:
    return (Answer(escape(text), True) for one in question.answers if (text := _of_number(one)))


def _of_number(answer: NumericAnswer) -> str:
    if isinstance(answer, ExactAnswer):
        return str(answer.value or "")
    if isinstance(answer, MarginAnswer):
        return _with_margin(str(answer.value or ""), answer.margin, answer.margin_type)
    if isinstance(answer, RangeAnswer):
        return _tr("{start} to {end}").format(start=answer.start, end=answer.end)
    if isinstance(answer, PreciseAnswer):
        return _tr("{value}, to {digits} digits").format(value=answer.value, digits=answer.precision)
    return ""


def _formula(question: FormulaQuestion) -> Iterator[Answer]:
    yield Answer(escape(_with_margin(question.formula, question.margin.margin, question.margin.margin_type)), True)
    for one in question.variables:
        yield Answer(escape(_tr("{name} from {least} to {most}").format(name=one.name, least=one.min, most=one.max)))


def _with_margin(text: str, margin: object, margin_type: object) -> str:
    if not margin or str(margin) == "0":
        return text
    return f"{text} ± {margin} %" if margin_type == MarginType.PERCENT else f"{text} ± {margin}"


def _essay(question: EssayQuestion) -> Iterator[Answer]:
    if question.notes:
        yield Answer(question.notes)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Answer", text)


_READERS: Final[dict[type[Question], Callable[[Any], Iterator[Answer]]]] = {
    ChoiceQuestion: _choice,
    MultiAnswerQuestion: _multi_answer,
    TrueFalseQuestion: _true_false,
    MatchingQuestion: _matching,
    CategorizationQuestion: _categorization,
    OrderingQuestion: _ordering,
    RichFillBlankQuestion: _blanks,
    NumericQuestion: _numeric,
    FormulaQuestion: _formula,
    EssayQuestion: _essay,
}
