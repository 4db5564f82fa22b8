"""Each type of question as lines of a list."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from app.interchange.number import decimal_text, number_text
from app.interchange.word.draft import Draft
from app.message import message
from app.models.question import Question, ScoringAlgorithm
from app.models.questions.blank import Blank
from app.models.questions.blank_body import with_words
from app.models.questions.blank_rows import AnswerType
from app.models.questions.categorization import CategorizationQuestion
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.essay import EssayInteraction, EssayQuestion
from app.models.questions.file_upload import FileUploadQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import (
    MarginAnswer,
    MarginType,
    NumericAnswer,
    NumericQuestion,
    PreciseAnswer,
    RangeAnswer,
)
from app.models.questions.numeric_interval import taken_by
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.office.rich import GAP

_NO_KEY: Final = message("No right answer is chosen.")
_SHUFFLED: Final = message("Shuffling.")


def write_choice(question: ChoiceQuestion, draft: Draft) -> None:
    """Answers under letters, a star at the right one."""
    draft.stem(question.item_body)
    for one in question.choices:
        draft.answer(one.item_body, right=one.id == question.right)
    draft.says("Type", "MC")
    if question.right is None:
        draft.lost.append(_NO_KEY)
    if question.varies_points:
        draft.lost.append(message("Points by answer."))
    if question.shuffle.shuffled:
        draft.lost.append(_SHUFFLED)


def write_multi_answer(question: MultiAnswerQuestion, draft: Draft) -> None:
    """Answers under letters, a star at each right one."""
    draft.stem(question.item_body)
    for one in question.choices:
        draft.answer(one.item_body, right=one.id in question.right)
    draft.says("Type", "MA")
    if not question.right:
        draft.lost.append(_NO_KEY)
    if question.gives_partial_credit:
        draft.lost.append(message("A part of the points for a part of the answers."))
    if question.shuffle.shuffled:
        draft.lost.append(_SHUFFLED)


def write_true_false(question: TrueFalseQuestion, draft: Draft) -> None:
    """True and false, a star at one of them."""
    draft.stem(question.item_body)
    for word, value in (("True", True), ("False", False)):
        draft.plain_answer(word, right=question.right is value)
    draft.says("Type", "TF")
    if question.labels != ("True", "False"):
        draft.lost.append(message("The labels of true and false."))
    if question.right is None:
        draft.lost.append(_NO_KEY)


def write_matching(question: MatchingQuestion, draft: Draft) -> None:
    """A pair in each line; a distractor has no left side."""
    draft.stem(question.item_body)
    draft.pairs([(pair.prompt, pair.answer) for pair in question.pairs] + [("", text) for text in question.distractors])
    draft.says("Type", "MT")
    if question.gives_partial_credit:
        draft.lost.append(message("A part of the points for a part of the answers."))
    if any(not pair.prompt.strip() or not pair.answer.strip() for pair in question.pairs):
        draft.lost.append(message("A pair that is not whole."))
    if question.shuffled:
        draft.lost.append(_SHUFFLED)


def write_categorization(question: CategorizationQuestion, draft: Draft) -> None:
    """Answer and category in each line; an answer of none has no right side."""
    draft.stem(question.item_body)
    rows = [
        (one.item_body or "", category.item_body or "")
        for category in question.categories
        for one in question.answers_of(category.id)
    ]
    draft.pairs([*rows, *((one.item_body or "", "") for one in question.distractors)])
    draft.says("Type", "CAT")
    names = [category.item_body or "" for category in question.categories]
    if any(not question.answers_of(category.id) for category in question.categories):
        draft.lost.append(message("A category without an answer."))
    if len(set(names)) < len(names) or not all(name.strip() for name in names):
        draft.lost.append(message("Categories of the same name, or without one."))
    if question.properties and question.properties.shuffled:
        draft.lost.append(_SHUFFLED)


def write_ordering(question: OrderingQuestion, draft: Draft) -> None:
    """The rows in their right order."""
    draft.stem(question.item_body)
    for one in question.choices:
        draft.answer(one.item_body)
    draft.says("Type", "ORD")
    labels = question.labels
    if labels.include_labels and (labels.top_label or labels.bottom_label):
        draft.lost.append(message("The words above and below the rows."))
    if labels.display_answers_paragraph:
        draft.lost.append(message("Rows side by side."))


def write_blanks(question: RichFillBlankQuestion, draft: Draft) -> None:
    """A line to write on for each blank, and below what it takes."""
    blanks = question.blanks
    draft.stem(with_words(question.body, dict.fromkeys((blank.id for blank in blanks), GAP)))
    draft.says("Type", "F")
    if not blanks:
        draft.lost.append(message("It has no blank."))
    if (question.body or "").count("___"):
        draft.lost.append(message("Underscores in the text: read again, they are a blank."))
    for n, blank in enumerate(blanks, start=1):
        texts = list(blank.accepted) if blank.answer_type == AnswerType.OPEN_ENTRY else [blank.shown]
        draft.says(f"Blank {n}", " | ".join(" ".join(text.split()) for text in texts))
        draft.lost += _left_of_blank(blank, texts)


def _left_of_blank(blank: Blank, texts: list[str]) -> Iterator[Any]:
    if blank.answer_type != AnswerType.OPEN_ENTRY:
        yield message("The words that a blank is chosen from: its right one is to be typed.")
    elif blank.algorithm != ScoringAlgorithm.TEXT_IN_CHOICES:
        yield message("How a blank is compared: it takes the words that stand there.")
    if not any(text.strip() for text in texts):
        yield message("A blank without a right answer.")
    if any("|" in text or text != " ".join(text.split()) for text in texts):
        yield message("An answer of a blank with | or several spaces in it.")


def write_numeric(question: NumericQuestion, draft: Draft) -> None:
    """Each answer with its margin."""
    draft.stem(question.item_body)
    draft.says("Type", "NUM")
    told = [text for text in (_number(one, draft) for one in question.answers) if text]
    draft.says("Answer", "; ".join(told))
    if not told:
        draft.lost.append(_NO_KEY)


def _number(answer: NumericAnswer, draft: Draft) -> str:
    interval = taken_by(answer)
    if interval is None:
        draft.lost.append(message("A number that is not complete."))
        return ""
    if isinstance(answer, RangeAnswer):
        return f"{decimal_text(interval.least)} to {decimal_text(interval.most)}"
    value = number_text(getattr(answer, "value", None))
    if isinstance(answer, MarginAnswer):
        percent = "%" if answer.margin_type == MarginType.PERCENT else ""
        return f"{value} ± {number_text(answer.margin)}{percent}"
    if isinstance(answer, PreciseAnswer):
        draft.lost.append(message("The precision of a number: a margin is written."))
        return f"{decimal_text(interval.least)} to {decimal_text(interval.most)}"
    return value


def write_essay(question: EssayQuestion, draft: Draft) -> None:
    """A text to write, with the notes for whoever grades."""
    draft.stem(question.item_body)
    draft.says("Type", "E")
    notes = question.notes or ""
    draft.says("Grading notes", " ".join(notes.split()))
    if notes != " ".join(notes.split()):
        draft.lost.append(message("Line breaks in the notes for grading."))
    if question.options != (EssayQuestion.new().interaction_data or EssayInteraction()):
        draft.lost.append(message("What students write with, and how much."))


def write_upload(question: FileUploadQuestion, draft: Draft) -> None:
    """Files to hand in."""
    draft.stem(question.item_body)
    draft.says("Type", "UPL")
    if question.restricts_count or question.restricts_types:
        draft.lost.append(message("How many files are taken, and of what kind."))


WRITERS: Final[dict[type[Question], Callable[[Any, Draft], None]]] = {
    ChoiceQuestion: write_choice,
    MultiAnswerQuestion: write_multi_answer,
    TrueFalseQuestion: write_true_false,
    MatchingQuestion: write_matching,
    CategorizationQuestion: write_categorization,
    OrderingQuestion: write_ordering,
    RichFillBlankQuestion: write_blanks,
    NumericQuestion: write_numeric,
    EssayQuestion: write_essay,
    FileUploadQuestion: write_upload,
}
"""The types that a list has; formulas and hot spots are none of them."""
