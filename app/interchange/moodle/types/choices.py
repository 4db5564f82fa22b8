"""Multiple choice, multiple answers, true/false."""

from collections.abc import Mapping
from typing import Final

from app.interchange.maker import Answer, choice, multi_answer, true_false, varies, with_points_by_answer
from app.interchange.moodle.draft import Draft
from app.interchange.moodle.entry import Entry, Read, share_of
from app.interchange.moodle.text import raw
from app.message import Message, message
from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.true_false import TrueFalseQuestion

_LISTED: Final = (1, 0.9, 0.8, 0.75, 0.7, 0.6, 0.5, 0.4, 0.3, 0.25, 0.2, 0.1, 0.05, 0, *(n / d for n, d in (
    (5, 6), (2, 3), (1, 3), (1, 6), (1, 7), (1, 8), (1, 9),
)))  # fmt: skip
"""The shares that Moodle lets a person choose; at others its import stops unless it may take the nearest."""


def read_choices(entry: Entry, points: float) -> Read:
    """One right answer or several, as the file says."""
    answers, shuffled = entry.answers, entry.flag("shuffleanswers")
    if entry.said("single") in ("false", "0"):
        question, lost = multi_answer(entry.stem, answers, partial=True, shuffled=shuffled)
        return question, [*lost, *_unkeyed(answers)]
    made, lost = choice(entry.stem, answers, shuffled=shuffled)
    if varies(answers) and isinstance(made, ChoiceQuestion):
        made = with_points_by_answer(made, answers, points)
    return made, [*lost, *_unkeyed(answers)]


def _unkeyed(answers: list[Answer]) -> list[Message]:
    return [] if any(one.right for one in answers) else [message("No right answer: the file has none.")]


def read_true_false(entry: Entry, _points: float) -> Read:
    """Feedback of the right answer is that for a right one."""
    texts = [raw(row).strip().lower() for row in entry.rows]
    right = next((text for text, row in zip(texts, entry.rows, strict=True) if share_of(row) > 0), None)
    question = true_false(entry.stem, None if right is None else right == "true")
    lost = [message("No right answer: the file has none.")] if right is None else []
    for text, row in zip(texts, entry.rows, strict=True):
        if html := entry.html(row.find("feedback")):
            question = question.with_feedback("correct" if text == right else "incorrect", html)
    return question, lost


def write_choice(question: ChoiceQuestion, draft: Draft, item: Item) -> None:
    """Shares of the best answer, which earns all points."""
    draft.value("single", "true")
    _write_shuffle(question, draft)
    notes: Mapping[str, str | None] = question.answer_feedback or {}
    for one in question.choices:
        draft.answer(one.item_body, _share(question, one.id), notes.get(one.id))
    shares = [_share(question, one.id) for one in question.choices]
    if question.right is None:
        draft.lost.append(message("No right answer is chosen, and Moodle wants one."))
    if not question.varies_points:
        return
    best = max((question.points_of(one.id) for one in question.choices), default=0)
    if best != item.points:
        draft.lost.append(message("Points by answer: the best one earns all points of the question."))
    if question.right is not None and question.points_of(question.right) < best:
        draft.lost.append(message("The right answer: in Moodle it is the one with the most points."))
    elif sum(share == 1 for share in shares) > 1:
        draft.lost.append(message("The right answer: several earn all points, and Moodle tells them not apart."))
    if any(min(abs(share - one) for one in _LISTED) > 1e-5 for share in shares):
        draft.lost.append(message('Points by answer: Moodle has not all of them; choose "nearest grade" there.'))


def _share(question: ChoiceQuestion, choice_id: str) -> float:
    if not question.varies_points:
        return float(choice_id == question.right)
    best = max((question.points_of(one.id) for one in question.choices), default=0)
    return max(question.points_of(choice_id), 0) / best if best > 0 else float(choice_id == question.right)


def write_multi_answer(question: MultiAnswerQuestion, draft: Draft, _item: Item) -> None:
    """Right ones share the points; a wrong one takes off as much, as in Canvas."""
    draft.value("single", "false")
    _write_shuffle(question, draft)
    right = [one.id in question.right for one in question.choices]
    for one, earns in zip(question.choices, right, strict=True):
        draft.answer(one.item_body, (1 if earns else -1) / max(sum(right), 1))
    if not question.gives_partial_credit:
        draft.lost.append(message("All or nothing: Moodle counts each answer."))
    if not any(right):
        draft.lost.append(message("No right answer is chosen, and Moodle wants one."))


def _write_shuffle(question: ChoiceQuestion | MultiAnswerQuestion, draft: Draft) -> None:
    draft.value("shuffleanswers", str(question.shuffle.shuffled).lower())
    draft.value("answernumbering", "abc")
    if question.shuffle.shuffled and question.shuffle.locked:
        draft.lost.append(message("Answers that keep their place."))


def write_true_false(question: TrueFalseQuestion, draft: Draft, _item: Item) -> None:
    """Feedback stands at the answers in Moodle."""
    feedback = question.feedback
    for value in (True, False):
        right = value == bool(question.right)
        row = draft.plain("answer", str(value).lower(), fraction="100" if right else "0", format="moodle_auto_format")
        told = feedback and (feedback.correct if right else feedback.incorrect)
        if told:
            draft.html("feedback", told, row)
    if question.labels != ("True", "False"):
        draft.lost.append(message("The labels of true and false."))
    if question.right is None:
        draft.lost.append(message("No right answer is chosen: false is written."))
