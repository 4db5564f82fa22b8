"""A question as one of another type: what fits goes along, what does not is named before."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

from app.html.text import plain_text
from app.message import Message, message
from app.models.question import Question
from app.models.questions.categorization import CategorizationQuestion
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.choices import Choice, ChoicesQuestion
from app.models.questions.essay import EssayQuestion
from app.models.questions.file_upload import FileUploadQuestion
from app.models.questions.fill_blank import FillBlankQuestion
from app.models.questions.formula import FormulaQuestion
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import NumericQuestion
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.table import question_class

_COMMON = ("title", "item_body", "calculator_type", "feedback")


@dataclass(frozen=True, slots=True)
class Conversion:
    """The question as another type makes it, and what it loses on the way."""

    question: Question
    losses: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class _Answers:
    """The answers of a question with choices: texts in rich HTML, and the ids of the right ones."""

    choices: tuple[Choice, ...]
    right: tuple[str, ...]


def converted(question: Question, slug: str) -> Conversion:
    """The question as one of the type `slug`. Raises KeyError for a type that cannot be created."""
    kind = question_class(slug)
    if kind is None or slug == FillBlankQuestion.slug:
        raise KeyError(slug)
    if isinstance(question, FillBlankQuestion):
        rich = question.as_rich()
        return Conversion(rich) if slug == rich.slug else converted(rich, slug)
    kept = {name: getattr(question, name) for name in _COMMON if name in question.model_fields_set}
    target = kind.new().replaced(**(kept | _body(question)))
    answers = _answers(question)
    filler = _FILLERS.get(slug)
    if answers is None or filler is None:
        return Conversion(target, _lost_answers(question))
    filled, losses = filler(target, answers)
    return Conversion(_shuffled(filled, question), (*losses, *_lost_extras(question, slug)))


def _body(question: Question) -> dict[str, str]:
    """A text with blanks gets their words back."""
    if not isinstance(question, RichFillBlankQuestion):
        return {}
    working = question.scoring_data.working_item_body if question.scoring_data else None
    return {"item_body": (working or question.item_body or "").replace("`", "")}


def _answers(question: Question) -> _Answers | None:
    if isinstance(question, ChoiceQuestion):
        return _Answers(question.choices, (question.right,) if question.right else ())
    if isinstance(question, MultiAnswerQuestion):
        return _Answers(question.choices, question.right)
    if isinstance(question, OrderingQuestion):
        return _Answers(question.choices, ())
    if isinstance(question, TrueFalseQuestion):
        choices = tuple(Choice.new(f"<p>{escape(label, quote=False)}</p>") for label in question.labels)
        right = () if question.right is None else (choices[0 if question.right else 1].id,)
        return _Answers(choices, right)
    return None


def _as_choice(question: Question, answers: _Answers) -> tuple[Question, tuple[Message, ...]]:
    assert isinstance(question, ChoiceQuestion)
    filled = question.with_choices(answers.choices)
    lost = (message("every right answer but the first"),) if len(answers.right) > 1 else ()
    return (filled.with_right(answers.right[0]) if answers.right else filled), lost


def _as_multi_answer(question: Question, answers: _Answers) -> tuple[Question, tuple[Message, ...]]:
    assert isinstance(question, MultiAnswerQuestion)
    filled = question.with_choices(answers.choices)
    for key in answers.right:
        filled = filled.with_right(key, True)
    return filled, ()


def _as_ordering(question: Question, answers: _Answers) -> tuple[Question, tuple[Message, ...]]:
    assert isinstance(question, OrderingQuestion)
    lost = (message("which answers are right"),) if answers.right else ()
    return question.with_choices(answers.choices), lost


def _as_true_false(question: Question, answers: _Answers) -> tuple[Question, tuple[Message, ...]]:
    """Two answers are the two labels, which are plain text."""
    assert isinstance(question, TrueFalseQuestion)
    if len(answers.choices) != 2:
        written = any(_written(one) for one in answers.choices)
        return question, (message("the answers, since there are not two"),) if written else ()
    first, second = answers.choices
    filled = question.with_labels(plain_text(first.item_body or ""), plain_text(second.item_body or ""))
    if len(answers.right) == 1:
        filled = filled.with_right(answers.right[0] == first.id)
    rich = any("<" in (one.item_body or "").removeprefix("<p>").removesuffix("</p>") for one in answers.choices)
    return filled, (message("the formatting of the answers"),) if rich else ()


_FILLERS: dict[str, Callable[[Question, _Answers], tuple[Question, tuple[Message, ...]]]] = {
    "choice": _as_choice,
    "multi-answer": _as_multi_answer,
    "ordering": _as_ordering,
    "true-false": _as_true_false,
}


def _shuffled(filled: Question, question: Question) -> Question:
    """Shuffling and locks go along where both types have them."""
    if isinstance(filled, ChoicesQuestion) and isinstance(question, ChoicesQuestion):
        return filled.with_shuffle(question.shuffle)
    return filled


def _lost_extras(question: Question, slug: str) -> tuple[Message, ...]:
    lost = []
    if isinstance(question, OrderingQuestion) and any(_written(one) for one in question.choices):
        lost.append(message("that the order counts"))
        if question.labels.include_labels:
            lost.append(message("the labels"))
    if isinstance(question, ChoicesQuestion) and question.shuffle.shuffled and slug not in ("choice", "multi-answer"):
        lost.append(message("the shuffling"))
    if question.answer_feedback and slug != ChoiceQuestion.slug:
        lost.append(message("the feedback for single answers"))
    if isinstance(question, ChoiceQuestion) and question.varies_points:
        lost.append(message("the points of single answers"))
    return tuple(lost)


def _lost_answers(question: Question) -> tuple[Message, ...]:
    """What the other type has no place for; nothing where nothing was written yet."""
    answers = _answers(question)
    if answers is not None:
        return (message("the answers"),) if any(_written(one) for one in answers.choices) else ()
    return tuple(words for kind, is_written, words in _LOST if isinstance(question, kind) and is_written(question))


def _written(choice: Choice) -> bool:
    """Whether a person wrote it: the labels that a new true/false has are Canvas's own."""
    return plain_text(choice.item_body or "") not in ("", "True", "False") or "<img" in (choice.item_body or "")


_LOST: tuple[tuple[type[Question], Callable[[Any], object], Message], ...] = (
    (MatchingQuestion, lambda one: any(pair.prompt or pair.answer for pair in one.pairs), message("the pairs")),
    (CategorizationQuestion, lambda one: any(row.item_body for row in one.answers), message("categories and answers")),
    (RichFillBlankQuestion, lambda one: one.blanks, message("the blanks; their words stay in the text")),
    (
        NumericQuestion,
        lambda one: any(taken.wire().get("value") for taken in one.answers),
        message("the right numbers"),
    ),
    (FormulaQuestion, lambda one: one.formula or one.variables, message("formula, variables and solutions")),
    (EssayQuestion, lambda one: one.notes or one.options.word_limit_enabled, message("word limits and grading notes")),
    (FileUploadQuestion, lambda one: one.restricts_count or one.restricts_types, message("the limits on files")),
    (HotSpotQuestion, lambda one: one.picture, message("the picture and its regions")),
)
"""A type, whether something was written that only it has, and what that is called."""
