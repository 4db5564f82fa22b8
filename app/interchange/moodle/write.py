"""Writing Moodle XML. What Moodle has no words for is left out, and told."""

from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from app.html.text import plain_text
from app.interchange.format import Media, Written
from app.interchange.left import ANSWER_FEEDBACK, FEEDBACK, LABEL, PICTURES, POINTS, left_out, named
from app.interchange.material import Loss, each_once
from app.interchange.moodle.draft import Draft
from app.interchange.moodle.name import as_name, made
from app.interchange.moodle.types import cloze, formula
from app.interchange.moodle.types.table import WRITERS
from app.interchange.number import number_text
from app.interchange.source import Step
from app.interchange.unsaid import unsaid
from app.message import Message, message
from app.models.entry import Stimulus
from app.models.item import Item
from app.models.question import Question
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.fill_blank import FillBlankQuestion
from app.models.questions.formula import FormulaQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import Quiz

_KEPT: Final = {LABEL, POINTS, FEEDBACK, PICTURES}
_COMBINED: Final = ("multichoice", "matching", "ddwtos", "ordering")
"""Types of Moodle with feedback for right and for wrong answers."""


def write(quiz: Quiz, media: Media, step: Step) -> Written:
    """The questions in a category that is called as the quiz is."""
    root = etree.Element("quiz")
    _write_category(quiz.title, root)
    losses, missing = [], set()
    for place, item in enumerate(quiz.items, start=1):
        step(place, len(quiz.items))
        lost, there = _write_item(item, root, media)
        losses += [Loss(named(item, place), what) for what in each_once(lost)]
        if not there:
            missing.add(item.id)
    if quiz.fields.instructions or quiz.fields.quiz_settings:
        losses.append(
            Loss(quiz.title, message("Instructions and settings of the quiz: Moodle XML has questions alone."))
        )
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return Written(data, tuple(losses), frozenset(missing))


def _write_category(title: str, root: Element) -> None:
    draft = Draft(root, "category", _no_media)
    name = " ".join(title.split()).replace("/", "//")
    draft.plain("category", f"$course$/top/{name}" if name else "$course$/top")


def _no_media(_reference: str) -> bytes:
    raise AssertionError("a title has no pictures")


def _write_item(item: Item, root: Element, media: Media) -> tuple[list[Message], bool]:
    """Write one row; gives what is lost of it, and whether it is there."""
    entry = item.entry
    lost: list[Message] = []
    if isinstance(entry, Stimulus):
        return _write_stimulus(item, entry, root, media), True
    if isinstance(entry, FillBlankQuestion):
        entry = entry.as_rich()
        lost.append(message("The old kind of fill in the blank: it is written as today's."))
    if not isinstance(entry, Question):
        return [message("A question or draw of an item bank, or of a kind that is not known here: not there.")], False
    writer = WRITERS.get(type(entry))
    if writer is None:
        return [message("Moodle XML has no such question: it is not in the file.")], False
    kind, write_answers = writer
    kind = cloze.kind_of(entry) if isinstance(entry, RichFillBlankQuestion) else kind
    draft = Draft(root, kind, media)
    draft.plain("name", as_name(entry.title or made(entry)))
    draft.html("questiontext", _stem(entry))
    draft.html("generalfeedback", entry.feedback.neutral if entry.feedback else "")
    draft.value("defaultgrade", number_text(str(1 if item.points is None else item.points)) or "1")
    draft.value("hidden", "0")
    write_answers(entry, draft, item)
    _write_feedback(entry, kind, draft)
    _write_tags(item, draft)
    keeps = {*_KEPT, *((ANSWER_FEEDBACK,) if isinstance(entry, ChoiceQuestion) else ())}
    unsaid_here = (what for what in unsaid(item) if str(what) != "Your tags.")
    return [*lost, *draft.lost, *left_out(item, keeps), *unsaid_here], True


def _stem(question: Question) -> str:
    if isinstance(question, RichFillBlankQuestion):
        return cloze.stem(question)
    return formula.stem(question) if isinstance(question, FormulaQuestion) else question.item_body or ""


def _write_feedback(question: Question, kind: str, draft: Draft) -> None:
    told = question.feedback
    if told is None or isinstance(question, TrueFalseQuestion):
        return
    if kind in _COMBINED:
        draft.html("correctfeedback", told.correct)
        draft.html("incorrectfeedback", told.incorrect)
    elif told.correct or told.incorrect:
        draft.lost.append(message("Feedback for right and for wrong answers."))


def _write_stimulus(item: Item, stimulus: Stimulus, root: Element, media: Media) -> list[Message]:
    draft = Draft(root, "description", media)
    draft.plain("name", as_name(stimulus.title or plain_text(stimulus.body or "", 60) or "…"))
    draft.html("questiontext", stimulus.body)
    _write_tags(item, draft)
    together = message("Which questions belong to the text: they stand behind it in the file.")
    return [*draft.lost, together]


def _write_tags(item: Item, draft: Draft) -> None:
    if item.local.tags:
        tags = draft.value("tags", "")
        for tag in item.local.tags:
            draft.plain("tag", tag, tags)
