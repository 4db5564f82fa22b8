"""Checks of file upload (canvas-facts 3.13)."""

import re
from collections.abc import Iterator
from typing import Final

from app.checks.fix import ItemFix, question_fix
from app.checks.problem import Problem, error
from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.file_upload import FileUploadInteraction, FileUploadQuestion

_SUFFIX = re.compile(r"\.[\w+-]{1,12}")


def problems(_item: Item, question: Question) -> tuple[Problem, ...]:
    """Limits that are on without a number or a type, and endings that are none."""
    assert isinstance(question, FileUploadQuestion)
    return tuple(_found(question))


def _found(question: FileUploadQuestion) -> Iterator[Problem]:
    if question.restricts_count and (question.files_count or 0) < 1:
        words = message("The number of files is limited, but to no number.")
        yield error(
            "files_count", "no-file-count", words, message("Write how many files students may hand in."), _ANY_COUNT
        )
    if question.restricts_types and not question.allowed_types:
        words = message("Only some types of files are taken, but none is named.")
        yield error("allowed_types", "no-file-types", words, message("Name the endings, for example .pdf."), _ANY_TYPE)
    for suffix in question.allowed_types:
        if not _SUFFIX.fullmatch(suffix):
            words = message('"{suffix}" is no file ending.', suffix=suffix)
            hint = message("Write it as in .pdf, with a comma before the next one.")
            yield error("allowed_types", "malformed-file-type", words, hint, _without(suffix))


def _any_count(question: FileUploadQuestion) -> FileUploadQuestion:
    return question.replaced(interaction_data=(question.interaction_data or _DATA).replaced(restrict_count=False))


def _without(suffix: str) -> ItemFix:
    def changed(question: FileUploadQuestion) -> FileUploadQuestion:
        kept = tuple(one for one in question.allowed_types if one != suffix)
        return question.with_types(question.restricts_types and bool(kept), kept)

    return question_fix(FileUploadQuestion, message('Remove "{suffix}"', suffix=suffix), changed)


_DATA: Final = FileUploadInteraction()
_ANY_COUNT: Final = question_fix(FileUploadQuestion, message("Turn the limit off"), _any_count)
_ANY_TYPE: Final = question_fix(
    FileUploadQuestion, message("Take every type"), lambda question: question.with_types(False, ())
)
