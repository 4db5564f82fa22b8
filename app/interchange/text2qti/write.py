"""Writing the plain text of text2qti. What it has no words for is left out, and told."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from string import ascii_lowercase
from typing import Any, Final

from app.html.text import plain_text
from app.interchange.format import Media, Written
from app.interchange.left import ANSWER_FEEDBACK, FEEDBACK, LABEL, POINTS, left_out, named
from app.interchange.material import Loss, each_once
from app.interchange.number import decimal_text, number_text
from app.interchange.source import Step
from app.interchange.text2qti.markdown import markdown_of
from app.interchange.unsaid import unsaid
from app.message import Message, message
from app.models.entry import Stimulus
from app.models.item import Item
from app.models.question import Question, ScoringAlgorithm
from app.models.questions.blank_body import with_words
from app.models.questions.blank_rows import AnswerType
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.essay import EssayQuestion
from app.models.questions.file_upload import FileUploadQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import MarginAnswer, MarginType, NumericQuestion, RangeAnswer
from app.models.questions.numeric_interval import taken_by
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import Quiz

_KEPT: Final = {LABEL, POINTS, FEEDBACK}
Lines = tuple[list[str] | None, list[Message]]
"""The lines of the answers, None where there is no such question; and what is lost."""


def write(quiz: Quiz, _media: Media, step: Step) -> Written:
    """The questions, numbered."""
    head = [f"Quiz title: {_line(quiz.title) or '…'}"]
    if quiz.fields.instructions:
        head.append(f"Quiz description: {markdown_of(quiz.fields.instructions)}")
    blocks, losses, missing = ["\n".join(head)], [], set()
    number = 0
    for place, item in enumerate(quiz.items, start=1):
        step(place, len(quiz.items))
        lines, lost = _block(item, number + 1)
        losses += [Loss(named(item, place), what) for what in each_once(lost)]
        if lines is None:
            missing.add(item.id)
            continue
        number += not isinstance(item.entry, Stimulus)
        blocks.append("\n".join(lines))
    if quiz.fields.quiz_settings:
        losses.append(Loss(quiz.title, message("Settings of the quiz.")))
    return Written(("\n\n".join(blocks) + "\n").encode(), tuple(losses), frozenset(missing))


def _line(text: str) -> str:
    return " ".join(text.split())


def _block(item: Item, number: int) -> Lines:
    question = item.entry
    if isinstance(question, Stimulus):
        together = message("Which questions belong to the text: they stand behind it in the file.")
        title = [f"Text title: {_line(question.title)}"] if question.title else []
        return [*title, f"Text: {markdown_of(question.body)}"], [together]
    if not isinstance(question, Question):
        return None, [message("A question or draw of an item bank, or of a kind that is not known here: not there.")]
    writer = _WRITERS.get(type(question))
    if writer is None:
        return None, [message("text2qti has no such question: it is not in the file.")]
    answers, lost = writer(question)
    if answers is None:
        return None, lost
    head = [f"Title: {_line(question.title)}"] if question.title and _line(question.title) else []
    points = Decimal(str(1 if item.points is None else item.points))
    head.append(f"Points: {number_text(str(points)) or 1}")
    if points <= 0 or points * 2 % 1:
        lost.append(message("Points ({points:g}): text2qti itself takes whole and half ones.", points=float(points)))
    stem = f"{number}. {markdown_of(_stem(question))}"
    keeps = {*_KEPT, *((ANSWER_FEEDBACK,) if isinstance(question, ChoiceQuestion) else ())}
    lines = [*head, stem, *_feedback(question), *answers]
    return lines, [*lost, *left_out(item, keeps), *unsaid(item)]


def _stem(question: Question) -> str:
    if isinstance(question, RichFillBlankQuestion):
        return with_words(question.body, {blank.id: "" for blank in question.blanks}).replace("<p></p>", "")
    return question.item_body or ""


def _feedback(question: Question) -> list[str]:
    told = question.feedback
    if told is None:
        return []
    rows = (("...", told.neutral), ("+  ", told.correct), ("-  ", told.incorrect))
    return [f"{mark} {text}" for mark, html in rows if (text := markdown_of(html))]


def _choice(question: ChoiceQuestion) -> Lines:
    lost = _shuffle_lost(question)
    if question.varies_points:
        lost.append(message("Points by answer."))
    if question.right is None:
        lost.append(message("No right answer is chosen, and text2qti wants one."))
    if len(question.choices) > len(ascii_lowercase):
        lost.append(message("More answers than letters: they repeat."))
    notes: Mapping[str, str | None] = question.answer_feedback or {}
    rows = []
    for n, one in enumerate(question.choices):
        star = "*" if one.id == question.right else ""
        rows.append(f"{star}{ascii_lowercase[n % len(ascii_lowercase)]}) {markdown_of(one.item_body)}")
        if text := markdown_of(notes.get(one.id)):
            rows.append(f"... {text}")
    texts = sorted(plain_text(one.item_body or "").lower() for one in question.choices)
    if texts == ["false", "true"]:
        lost.append(message("Answers that say true and false: it is read as true or false."))
    return rows, lost


def _multi_answer(question: MultiAnswerQuestion) -> Lines:
    lost = _shuffle_lost(question)
    if not question.gives_partial_credit:
        lost.append(message("All or nothing."))
    if not question.right:
        lost.append(message("No right answer is chosen, and text2qti wants one."))
    return [
        f"[{'*' if one.id in question.right else ' '}] {markdown_of(one.item_body)}" for one in question.choices
    ], lost


def _shuffle_lost(question: ChoiceQuestion | MultiAnswerQuestion) -> list[Message]:
    return [message("Shuffling of the answers.")] if question.shuffle.shuffled else []


def _true_false(question: TrueFalseQuestion) -> Lines:
    lost = [] if question.labels == ("True", "False") else [message("The labels of true and false.")]
    if question.right is None:
        lost.append(message("No right answer is chosen: false is written."))
    star, other = ("*", "") if question.right else ("", "*")
    return [f"{star}a) True", f"{other}b) False"], lost


def _numeric(question: NumericQuestion) -> Lines:
    answers = [one for one in question.answers if taken_by(one) is not None]
    lost = [message("A number that is not complete.")] if len(answers) < len(question.answers) else []
    if not answers:
        return None, [*lost, message("No number is right: it is not in the file.")]
    if len(answers) > 1:
        lost.append(message("Numbers after the first one."))
    answer = answers[0]
    interval = taken_by(answer)
    assert interval is not None
    if not interval.closed:
        lost.append(message("A number to so many digits: it is written as the range that it takes."))
    if isinstance(answer, MarginAnswer) and answer.target is not None and answer.tolerance:
        percent = "%" if answer.margin_type == MarginType.PERCENT else ""
        return [f"= {decimal_text(answer.target)} +- {decimal_text(answer.tolerance)}{percent}"], lost
    if interval.least == interval.most and not isinstance(answer, RangeAnswer):
        exact = decimal_text(interval.least)
        return [f"= {exact}" if interval.least % 1 == 0 else f"= {exact} +- 0"], lost
    return [f"= [{decimal_text(interval.least)}, {decimal_text(interval.most)}]"], lost


def _blanks(question: RichFillBlankQuestion) -> Lines:
    if len(question.blanks) != 1 or question.blanks[0].answer_type != AnswerType.OPEN_ENTRY:
        return None, [message("text2qti has one blank that is typed into: the question is not in the file.")]
    [blank] = question.blanks
    texts = [text for text in (_line(text) for text in blank.accepted) if text]
    lost = [message("The place of its blank: it stands behind the text.")]
    if blank.algorithm == ScoringAlgorithm.TEXT_REGEX:
        texts = [blank.text]
    if blank.algorithm != ScoringAlgorithm.TEXT_IN_CHOICES:
        lost.append(message("How its answer is compared: one of these words is right."))
    if not texts:
        return None, [message("A blank without a right answer: the question is not in the file.")]
    return [f"*   {text}" for text in texts], lost


def _essay(question: EssayQuestion) -> Lines:
    lost = [message("Grading notes.")] if question.notes else []
    if question.options.word_limit_enabled:
        lost.append(message("Word limits."))
    if question.options.rce is False or question.options.word_count or question.options.spell_check:
        lost.append(message("What the answer is written with."))
    return ["____"], lost


def _upload(question: FileUploadQuestion) -> Lines:
    limited = question.restricts_count or question.restricts_types
    return ["^^^^"], [message("The number and kinds of files.")] if limited else []


_WRITERS: Final[dict[type[Question], Callable[[Any], Lines]]] = {
    ChoiceQuestion: _choice,
    MultiAnswerQuestion: _multi_answer,
    TrueFalseQuestion: _true_false,
    NumericQuestion: _numeric,
    RichFillBlankQuestion: _blanks,
    EssayQuestion: _essay,
    FileUploadQuestion: _upload,
}
