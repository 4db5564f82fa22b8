"""Writing GIFT. What it has no words for is left out, and told."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from app.grading.numeric import written as number_text
from app.html.text import plain_text
from app.interchange.format import Media, Written
from app.interchange.gift.text import escaped, written
from app.interchange.left import ANSWER_FEEDBACK, FEEDBACK, LABEL, left_out, named
from app.interchange.material import Loss
from app.interchange.source import Step
from app.message import Message, message
from app.models.item import Item
from app.models.question import Question, ScoringAlgorithm
from app.models.questions.blank import Blank
from app.models.questions.blank_body import place as blank_place
from app.models.questions.blank_rows import AnswerType
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.essay import EssayQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import NumericQuestion
from app.models.questions.numeric_interval import taken_by
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import Quiz

Lines = tuple[str, list[Message]]
"""The answers as GIFT has them, and what is lost."""


def write(quiz: Quiz, _media: Media, step: Step) -> Written:
    """The questions, one block each."""
    parts, losses, missing = [f"// {quiz.title}".replace("\n", " ")], [], set()
    for place, item in enumerate(quiz.items, start=1):
        step(place, len(quiz.items))
        block, lost = _block(item)
        losses += [Loss(named(item, place), what) for what in lost]
        if block is None:
            missing.add(item.id)
        else:
            parts.append(block)
    return Written(("\n\n".join(parts) + "\n").encode(), tuple(losses), frozenset(missing))


def _block(item: Item) -> tuple[str | None, list[Message]]:
    """The block of an item, None where GIFT has no such question; and what is lost."""
    question = item.entry
    if not isinstance(question, Question):
        return None, [message("Stimuli and banks: they are not in the file.")]
    writer = _WRITERS.get(type(question))
    if writer is None:
        return None, [message("GIFT has no such question: it is not in the file.")]
    answers, lost = writer(question)
    if answers is None:
        return None, lost
    lost = [*left_out(item, {LABEL, FEEDBACK, ANSWER_FEEDBACK}), *_feedback_lost(question), *lost]
    title = f"::{escaped(question.title)}::" if question.title else ""
    general = question.feedback.neutral if question.feedback else None
    inside = f"{answers}####{written(general, plain_text(general))}" if general else answers
    before, after = _around(question)
    return f"{title}{before}{{{inside}}}{after}", lost


def _around(question: Question) -> tuple[str, str]:
    """What stands before the braces and after: a single blank stands where it is."""
    if isinstance(question, RichFillBlankQuestion):
        before, _, after = question.body.partition(blank_place(question.blanks[0].id))
        words = plain_text(after)
        if not words.strip():
            return _text(before if before.count("<p>") == before.count("</p>") else f"{before}</p>"), ""
        return f"{escaped(plain_text(before))} ", f" {escaped(words)}"
    return _text(question.item_body or ""), ""


def _text(html: str) -> str:
    return written(html, plain_text(html))


def _feedback_lost(question: Question) -> list[Message]:
    """GIFT has feedback for a right and for a wrong answer with true/false alone."""
    feedback = question.feedback
    if feedback is None or isinstance(question, TrueFalseQuestion) or not (feedback.correct or feedback.incorrect):
        return []
    return [message("Feedback for right and for wrong answers.")]


def _note(html: str | None) -> str:
    return f"#{_text(html)}" if html else ""


def _choice(question: ChoiceQuestion) -> Lines:
    notes: Mapping[str, str | None] = question.answer_feedback or {}
    earned = {one.id: question.points_of(one.id) for one in question.choices if question.varies_points}
    best = max(earned.values(), default=0)
    lost = _shuffle_lost(question)
    right = question.right
    if best > 0 and earned.get(right or "") != best:
        right = max(earned, key=lambda key: earned[key])
        lost.append(message("The right answer: in GIFT it is the one with the most points."))
    rows = []
    for one in question.choices:
        share = earned[one.id] / best if best > 0 else float(one.id == right)
        mark = "=" if one.id == right else "~" if share <= 0 else f"~%{100 * share:.5g}%"
        rows.append(f"{mark}{_text(one.item_body or '')}{_note(notes.get(one.id))}")
    return " ".join(rows), lost


def _multi_answer(question: MultiAnswerQuestion) -> Lines:
    right = sum(one.id in question.right for one in question.choices)
    lost = [] if question.gives_partial_credit else [message("All or nothing: GIFT counts each answer.")]
    if right < 2:
        lost.append(message("One right answer of several: it is read back as a multiple choice."))
    rows = [
        f"~%{(1 if one.id in question.right else -1) * 100 / max(right, 1):.5f}%{_text(one.item_body or '')}"
        for one in question.choices
    ]
    return " ".join(rows), [*lost, *_shuffle_lost(question)]


def _shuffle_lost(question: ChoiceQuestion | MultiAnswerQuestion) -> list[Message]:
    return [message("Shuffling of the answers.")] if question.shuffle.shuffled else []


def _true_false(question: TrueFalseQuestion) -> Lines:
    feedback = question.feedback
    notes = f"#{_text(feedback.incorrect or '')}" if feedback and (feedback.incorrect or feedback.correct) else ""
    if feedback and feedback.correct:
        notes += _note(feedback.correct)
    lost = [] if question.labels == ("True", "False") else [message("The labels of true and false.")]
    if question.right is None:
        lost.append(message("No right answer is chosen: false is written."))
    return f"{'TRUE' if question.right else 'FALSE'}{notes}", lost


def _matching(question: MatchingQuestion) -> Lines:
    rows = [f"={escaped(pair.prompt)} -> {escaped(pair.answer)}" for pair in question.pairs]
    rows += [f"= -> {escaped(text)}" for text in question.distractors]
    lost = [] if question.gives_partial_credit else [message("All or nothing: GIFT counts each pair.")]
    if question.shuffled:
        lost.append(message("Shuffling of the pairs."))
    return " ".join(rows), lost


def _numeric(question: NumericQuestion) -> Lines:
    rows, lost = [], []
    for answer in question.answers:
        interval = taken_by(answer)
        if interval is None:
            lost.append(message("A number that is not complete."))
            continue
        if not interval.closed:
            lost.append(message("A number to so many digits: it is written as the range that it takes."))
        low, high = number_text(interval.least), number_text(interval.most)
        rows.append(low if low == high else f"{low}..{high}")
    return "#" + (rows[0] if len(rows) == 1 else " ".join(f"={row}" for row in rows)), lost


def _essay(question: EssayQuestion) -> Lines:
    lost = [message("Grading notes.")] if question.notes else []
    if question.options.word_limit_enabled:
        lost.append(message("Word limits."))
    return "", lost


def _blanks(question: RichFillBlankQuestion) -> tuple[str | None, list[Message]]:
    if len(question.blanks) != 1:
        return None, [message("More than one blank: GIFT has one, so the question is not in the file.")]
    [blank] = question.blanks
    if blank.answer_type == AnswerType.OPEN_ENTRY:
        return _typed(blank)
    words = [(one.item_body or "", one.id == blank.right) for one in blank.choices or question.word_bank]
    lost = [] if blank.answer_type == AnswerType.DROPDOWN else [message("The word bank: it is written as a list.")]
    return " ".join(f"{'=' if right else '~'}{escaped(word)}" for word, right in words), lost


def _typed(blank: Blank) -> Lines:
    texts, lost = [escaped(text) for text in blank.accepted], []
    if blank.algorithm == ScoringAlgorithm.TEXT_CONTAINS_ANSWER:
        texts = [f"*{text}*" for text in texts[:1]]
    elif blank.algorithm == ScoringAlgorithm.TEXT_CLOSE_ENOUGH:
        lost.append(message("Close enough: GIFT takes the word alone."))
    elif blank.algorithm == ScoringAlgorithm.TEXT_REGEX:
        lost.append(message("The pattern: GIFT takes the word that stands for it."))
        texts = [escaped(blank.text)]
    elif blank.algorithm == ScoringAlgorithm.TEXT_EQUIVALENCE:
        lost.append(message("Upper and lower case: GIFT does not tell them apart."))
    return " ".join(f"={text}" for text in texts), lost


_WRITERS: Final[dict[type[Question], Callable[[Any], tuple[str | None, list[Message]]]]] = {
    ChoiceQuestion: _choice,
    MultiAnswerQuestion: _multi_answer,
    TrueFalseQuestion: _true_false,
    MatchingQuestion: _matching,
    NumericQuestion: _numeric,
    EssayQuestion: _essay,
    RichFillBlankQuestion: _blanks,
}
