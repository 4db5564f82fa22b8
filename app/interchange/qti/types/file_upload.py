"""File upload: what is taken stands at the presentation."""

from app.interchange.qti.draft import Draft
from app.interchange.qti.item import QtiItem, Read
from app.models.number import whole_of
from app.models.questions.file_upload import FileUploadQuestion


def read(item: QtiItem) -> Read:
    """Limits are there where the file has them."""
    question = FileUploadQuestion.new().replaced(item_body=item.stem)
    count = whole_of(item.presentation.get("files_count"))
    types = item.presentation.get("allowed_types") or ""
    if count is not None:
        question = question.with_count(True, count)
    if types.strip(" ,"):
        question = question.with_types(True, tuple(types.split(",")))
    return question, []


def write(question: FileUploadQuestion, draft: Draft) -> None:
    """The limits that count."""
    if question.restricts_types:
        draft.presentation.set("allowed_types", ",".join(question.allowed_types))
    if question.restricts_count and question.files_count is not None:
        draft.presentation.set("files_count", str(question.files_count))
    draft.stem(question.item_body)
