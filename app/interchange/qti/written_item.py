"""Writing one row of a quiz: a question, or a text that questions share."""

import hashlib

from lxml.etree import _Element as Element

from app.interchange.left import ANSWER_FEEDBACK, left_out
from app.interchange.number import number_text
from app.interchange.qti.draft import Draft
from app.interchange.qti.files import Files
from app.interchange.qti.item import ident_of
from app.interchange.qti.kept import write_kept
from app.interchange.qti.profile import Profile
from app.interchange.qti.types.table import TEXT_ONLY
from app.interchange.unsaid import unsaid
from app.message import Message, message
from app.models.entry import Opaque, Stimulus
from app.models.item import Item
from app.models.question import Question
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.fill_blank import FillBlankQuestion


def write_item(item: Item, section: Element, files: Files, profile: Profile) -> tuple[list[Message], bool]:
    """Write one row; gives what is lost of it, and whether it is there."""
    entry = item.entry
    files.lost = []
    if isinstance(entry, Stimulus):
        return [*_write_stimulus(item, entry, section, files, profile), *files.lost], True
    lost: list[Message] = []
    if isinstance(entry, FillBlankQuestion):
        entry = entry.as_rich()
        lost.append(message("The old kind of fill in the blank: it is written as today's."))
    if isinstance(entry, Opaque) and write_kept(entry, section):
        return [message("Its kind is not known here: it goes back as it came, without its pictures.")], True
    if not isinstance(entry, Question):
        return [message("A question or draw of an item bank, or of a kind that is not known here: not there.")], False
    writer = profile.writers.get(type(entry))
    if writer is None:
        return [message("This format has no such question: it is not in the file.")], False
    kind, write_answers = writer
    draft = Draft(section, files, item.id, entry.title or "", profile.fields)
    _write_fields(draft, kind, item.points, entry)
    write_answers(entry, draft)
    _write_names(draft)
    for name, html in _feedback(entry).items():
        draft.feedback(name, html)
    if profile.refers:
        _refer(entry, draft)
    keeps = {*profile.keeps, *([ANSWER_FEEDBACK] if isinstance(entry, ChoiceQuestion) else [])}
    return [*lost, *draft.lost, *files.lost, *left_out(item, keeps), *unsaid(item)], True


def _write_stimulus(item: Item, entry: Stimulus, section: Element, files: Files, profile: Profile) -> list[Message]:
    draft = Draft(section, files, item.id, entry.title or "", profile.fields)
    _write_fields(draft, TEXT_ONLY, 0, None)
    profile.stimulus(entry, draft)
    return [*draft.lost, message("Which questions belong to the text: they stand behind it in the file.")]


def _write_names(draft: Draft) -> None:
    """What Canvas knows the question and its answers by when it is imported again."""
    answers = dict.fromkeys(ident_of(row) for row in draft.element.iter("{*}response_label"))
    draft.field("original_answer_ids", ",".join(answers))
    draft.field("assessment_question_identifierref", f"g{hashlib.sha256(draft.ident.encode()).hexdigest()[:31]}")


def _write_fields(draft: Draft, kind: str, points: float | None, question: Question | None) -> None:
    draft.field("question_type", kind)
    if points is not None:
        draft.field("points_possible", number_text(str(points)))
    if question is not None and question.calculator_type is not None:
        draft.field("calculator_type", str(question.calculator_type))


def _refer(question: Question, draft: Draft) -> None:
    """Show each feedback by a condition, as Classic quizzes want it."""
    for name, html in _feedback(question).items():
        if html:
            draft.refer(name)
    if isinstance(question, ChoiceQuestion):
        for ident, html in (question.answer_feedback or {}).items():
            if html:
                draft.refer(f"{ident}_fb", ident)


def _feedback(question: Question) -> dict[str, str | None]:
    told = question.feedback
    if told is None:
        return {}
    return {"general_fb": told.neutral, "correct_fb": told.correct, "general_incorrect_fb": told.incorrect}
