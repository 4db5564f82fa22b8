"""Writing a list of questions with its key as a Word document, which `read` reads again."""

from typing import Final

from app.interchange.format import Media, Written
from app.interchange.left import FEEDBACK, LABEL, PICTURES, POINTS, left_out, named
from app.interchange.material import Loss, each_once
from app.interchange.number import number_text
from app.interchange.source import Step
from app.interchange.unsaid import unsaid
from app.interchange.word.draft import Draft
from app.interchange.word.types import WRITERS
from app.message import Message, message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.fill_blank import FillBlankQuestion
from app.models.quiz import Quiz
from app.office.document import WordDocument, add_words
from app.office.styles import TITLE

_KEPT: Final = {LABEL, POINTS, FEEDBACK, PICTURES}


def write(quiz: Quiz, media: Media, step: Step) -> Written:
    """The questions in their order, each with its answers and what is said of it. The same quiz, the same bytes."""
    document = WordDocument()
    add_words(document.paragraph(TITLE), quiz.title)
    losses, missing = [], set()
    for place, item in enumerate(quiz.items, start=1):
        step(place, len(quiz.items))
        lost, there = _write_item(item, Draft(document, media))
        losses += [Loss(named(item, place), what) for what in each_once(lost)]
        if not there:
            missing.add(item.id)
    if quiz.fields.instructions or quiz.fields.quiz_settings:
        losses.append(Loss(quiz.title, message("Instructions and settings of the quiz: a list has questions alone.")))
    return Written(document.written(), tuple(losses), frozenset(missing))


def _write_item(item: Item, draft: Draft) -> tuple[list[Message], bool]:
    """Write one row; gives what is lost of it, and whether it is there."""
    entry, lost = item.entry, list[Message]()
    if isinstance(entry, FillBlankQuestion):
        entry = entry.as_rich()
        lost.append(message("The old kind of fill in the blank: it is written as today's."))
    if not isinstance(entry, Question):
        return [message("A text, a draw of an item bank, or a kind that is not known here: not there.")], False
    writer = WRITERS.get(type(entry))
    if writer is None:
        return [message("A list of questions has no such question: it is not in the file.")], False
    writer(entry, draft)
    draft.says("Title", " ".join((entry.title or "").split()))
    draft.says("Points", number_text(str(item.points)) if item.points not in (None, 1) else "")
    feedback = entry.feedback
    for sign, html in (
        (("~", feedback.correct), ("@", feedback.incorrect), ("Feedback:", feedback.neutral)) if feedback else ()
    ):
        draft.feedback(sign, html)
    return [*lost, *draft.lost, *left_out(item, _KEPT), *unsaid(item)], True
