"""A question that asks for a file: paper cannot take one, and says so."""

from app.grading.deal import Deal
from app.message import message
from app.models.item import Item
from app.models.questions.file_upload import FileUploadQuestion
from app.paper.sheet import Note, Piece, Text


def asked(item: Item, _dealt: Deal) -> tuple[Piece, ...]:
    """The text, and how the file is handed in."""
    question = item.entry
    assert isinstance(question, FileUploadQuestion)
    told = Note(message("This asks for a file, which paper cannot take: hand it in as your teacher tells you."))
    return Text(question.item_body or ""), told


def solved(_item: Item, _dealt: Deal) -> tuple[Piece, ...]:
    """Nothing but who marks it."""
    return (Note(message("A file, marked by a person.")),)
