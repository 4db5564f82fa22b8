"""What is to be handed in, in lines."""

from collections.abc import Iterator

from app.message import message
from app.models.answers.line import AnswerLine, said
from app.models.questions.file_upload import FileUploadQuestion


def lines(question: FileUploadQuestion) -> Iterator[AnswerLine]:
    """How many files, and which."""
    if question.restricts_count:
        yield said(message("At most 1 file", plural="At most {count} files", count=question.files_count or 0))
    else:
        yield said(message("Any number of files"))
    if question.restricts_types:
        yield said(message("Only {types}", types=", ".join(question.allowed_types)))
