"""What is pasted into one of several answers: where it has several lines, each is an answer's text."""

from importlib import import_module

from PySide6.QtCore import QMimeData

from app.html.apart import apart
from app.html.read import read
from app.ui.fields.rich_text.clipboard import OWN


def pasted_texts(data: QMimeData) -> tuple[str, ...]:
    """The clean HTML of each line; nothing where they cannot be told apart.

    Markup with pictures stays whole: they arrive one by one, in the text that they were pasted into.
    """
    if data.hasFormat(OWN):
        return apart(read(bytes(data.data(OWN).data()).decode()).blocks)
    clean = import_module("app.html.clean")
    if data.hasHtml():
        found = clean.pasted(data.html())
        return () if found.pictures or found.lost else apart(read(found.html).blocks)
    return tuple(clean.from_plain(line.strip()) for line in data.text().splitlines() if line.strip())
