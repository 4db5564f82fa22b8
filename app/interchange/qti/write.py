"""Writing a quiz as New Quizzes exports one: QTI 1.2 with its settings and pictures. The same quiz, the same bytes."""

import hashlib
import io
import zipfile
from typing import Final

from lxml.etree import _Element as Element

from app.interchange.format import Media, Written
from app.interchange.left import CALCULATOR, FEEDBACK, LABEL, PICTURES, POINTS, left_out, named
from app.interchange.material import Loss, each_once
from app.interchange.qti.build import add, document, root
from app.interchange.qti.draft import Draft
from app.interchange.qti.files import Files
from app.interchange.qti.left import unsaid
from app.interchange.qti.manifest import written_manifest
from app.interchange.qti.number import number_text
from app.interchange.qti.settings import written_settings
from app.interchange.qti.types import stimulus
from app.interchange.qti.types.table import TEXT_ONLY, WRITERS
from app.interchange.source import Step
from app.message import Message, message
from app.models.entry import Stimulus
from app.models.item import Item
from app.models.question import Question
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.fill_blank import FillBlankQuestion
from app.models.quiz import Quiz

_NAMESPACE: Final = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_KEPT: Final = {LABEL, POINTS, CALCULATOR, FEEDBACK, PICTURES}
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3


def write(quiz: Quiz, media: Media, step: Step) -> Written:
    """The package of a quiz."""
    ident = f"g{hashlib.sha256(quiz.id.encode()).hexdigest()[:31]}"
    files = Files(media)
    top = root("questestinterop", _NAMESPACE)
    assessment = add(top, "assessment", ident=ident, title=quiz.title)
    attempts = add(add(assessment, "qtimetadata"), "qtimetadatafield")
    add(attempts, "fieldlabel", "cc_maxattempts")
    add(attempts, "fieldentry", "1")
    section = add(assessment, "section", ident="root_section")
    losses, missing = [], set()
    for place, item in enumerate(quiz.items, start=1):
        step(place, len(quiz.items))
        lost, there = _write_item(item, section, files)
        losses += [Loss(named(item, place), what) for what in each_once(lost)]
        if not there:
            missing.add(item.id)
    parts = {
        "imsmanifest.xml": written_manifest(ident, tuple(files.data)),
        f"{ident}/{ident}.xml": document(top),
        f"{ident}/assessment_meta.xml": written_settings(quiz, ident),
        **files.data,
    }
    return Written(_packed(parts), (*losses, *(Loss(quiz.title, what) for what in unsaid(quiz))), frozenset(missing))


def _write_item(item: Item, section: Element, files: Files) -> tuple[list[Message], bool]:
    """Write one row; gives what is lost of it, and whether it is there."""
    entry = item.entry
    files.lost = []
    if isinstance(entry, Stimulus):
        draft = Draft(section, files, item.id, entry.title or "")
        _write_fields(draft, TEXT_ONLY, 0, None)
        stimulus.write(entry, draft)
        together = message("Which questions belong to the text: they stand behind it in the file.")
        return [*draft.lost, *files.lost, together], True
    lost: list[Message] = []
    if isinstance(entry, FillBlankQuestion):
        entry = entry.as_rich()
        lost.append(message("The old kind of fill in the blank: it is written as today's."))
    if not isinstance(entry, Question):
        return [message("A question or draw of an item bank, or of a kind that is not known here: not there.")], False
    kind, write_answers = WRITERS[type(entry)]
    draft = Draft(section, files, item.id, entry.title or "")
    _write_fields(draft, kind, item.points, entry)
    write_answers(entry, draft)
    for name, html in (_feedback(entry)).items():
        draft.feedback(name, html)
    keeps = {*_KEPT, *(("answer feedback",) if isinstance(entry, ChoiceQuestion) else ())}
    return [*lost, *draft.lost, *files.lost, *left_out(item, keeps), *unsaid(item)], True


def _write_fields(draft: Draft, kind: str, points: float | None, question: Question | None) -> None:
    draft.field("question_type", kind)
    if points is not None:
        draft.field("points_possible", number_text(str(points)))
    if question is not None and question.calculator_type is not None:
        draft.field("calculator_type", str(question.calculator_type))


def _feedback(question: Question) -> dict[str, str | None]:
    told = question.feedback
    if told is None:
        return {}
    return {"general_fb": told.neutral, "correct_fb": told.correct, "general_incorrect_fb": told.incorrect}


def _packed(parts: dict[str, bytes]) -> bytes:
    """A zip whose members have a fixed order and date; pictures, which are compressed already, as they are."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = _UNIX  # else the bytes would tell the system that wrote them
            info.external_attr = 0o644 << 16
            packed.writestr(info, data, zipfile.ZIP_DEFLATED if name.endswith(".xml") else zipfile.ZIP_STORED)
    return buffer.getvalue()
