"""Essay, and what is handed in as files: in Moodle one type."""

import re
from html import escape

from app.interchange.maker import essay
from app.interchange.moodle.draft import Draft
from app.interchange.moodle.entry import Entry, Read
from app.interchange.moodle.text import words_of
from app.message import message
from app.models.item import Item
from app.models.number import whole_of
from app.models.questions.essay import EssayQuestion
from app.models.questions.file_upload import FileUploadQuestion

_NO_LIMIT = 10_000
"""Words that stand for an end of the limit that a file leaves open."""


def read(entry: Entry, _points: float) -> Read:
    """An essay without a text is an upload."""
    if entry.said("responseformat") == "noinline":
        return _upload(entry)
    question = essay(entry.stem, words_of(entry.html(entry.element.find("graderinfo"))))
    question = question.with_options(rce=entry.said("responseformat") not in ("plain", "monospaced"))
    least, most = (whole_of(entry.said(name) or None) for name in ("minwordlimit", "maxwordlimit"))
    if least or most:
        question = question.with_word_limit(True, least=least or 0, most=most or _NO_LIMIT)
    lost = []
    if entry.said("attachments") not in ("", "0"):
        lost.append(message("Files beside the text."))
    if entry.html(entry.element.find("responsetemplate")).strip():
        lost.append(message("The text that the answer begins with."))
    return question, lost


def _upload(entry: Entry) -> Read:
    question = FileUploadQuestion.new().replaced(item_body=entry.stem)
    count = whole_of(entry.said("attachments") or None)
    if count is not None and count > 0:
        question = question.with_count(True, count)
    named = re.split(r"[\s,;]+", entry.said("filetypeslist"))
    types = tuple(one for one in named if one.startswith("."))
    if types:
        question = question.with_types(True, types)
    groups = ", ".join(one for one in named if one and not one.startswith("."))
    lost = [message("Kinds of files ({names}): Canvas wants endings.", names=groups[:80])] if groups else []
    if entry.html(entry.element.find("graderinfo")).strip():
        lost.append(message("Grading notes."))
    return question, lost


def write(question: EssayQuestion, draft: Draft, _item: Item) -> None:
    """What a student writes with, the limits, the notes."""
    options = question.options
    draft.value("responseformat", "plain" if options.rce is False else "editor")
    draft.value("responserequired", "1")
    draft.value("responsefieldlines", "10")
    draft.value("attachments", "0")
    if options.word_limit_enabled:
        draft.value("minwordlimit", str(options.least or 0))
        draft.value("maxwordlimit", str(options.most or 0))
    draft.plain("graderinfo", escape(question.notes, quote=False), format="html")
    if options.file_upload:
        draft.lost.append(message("Files beside the text."))
    if options.word_count or options.spell_check:
        draft.lost.append(message("The count of words and the spell check."))


def write_upload(question: FileUploadQuestion, draft: Draft, _item: Item) -> None:
    """An essay that is files alone."""
    count = question.files_count if question.restricts_count else None
    draft.value("responseformat", "noinline")
    draft.value("responserequired", "0")
    draft.value("attachments", str(count or -1))
    draft.value("attachmentsrequired", "1")
    draft.value("filetypeslist", ",".join(question.allowed_types) if question.restricts_types else "")
    if count is not None and count > _MOST_FILES:
        draft.lost.append(message("The number of files: Moodle takes three at most, or any number."))


_MOST_FILES = 3
