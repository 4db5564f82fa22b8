"""What people have that no format here is, told by its first bytes or its name, with what they can do about it."""

from collections.abc import Iterator
from typing import Final

from app.interchange.source import Source
from app.message import Message, message

_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
_AS_DOCX: Final = message("Open it in Word and save it as .docx.")
ENDINGS: Final = (".doc", ".xls", ".rtf", ".odt", ".ods", ".pdf", ".bnk", ".tst")
"""Files that a person may well take for questions."""
_ADVICE: Final[dict[str, tuple[Message, Message]]] = {
    "doc": (message("it is a document of Word before 2007."), _AS_DOCX),
    "xls": (message("it is a workbook of Excel before 2007."), message("Open it in Excel and save it as .xlsx.")),
    "rtf": (message("it is rich text (RTF)."), _AS_DOCX),
    "odt": (message("it is a document of LibreOffice."), message("Save it there as a Word document (.docx).")),
    "ods": (message("it is a table of LibreOffice."), message("Save it there as CSV or as a workbook (.xlsx).")),
    "pdf": (
        message("a PDF tells how questions look, not which of their answers is right."),
        message("Copy its text into a list of questions and paste that, or open it in Word and save it as .docx."),
    ),
    "examview": (
        message("ExamView keeps its banks in a form that only ExamView reads."),
        message("Export the bank there as rich text, and save that as .docx in Word."),
    ),
    "empty": (message("the file is empty."), message("Export it again where it comes from.")),
}


def advice(source: Source) -> tuple[Message, Message] | None:
    """Why it is not read and what helps; None where nobody knows what it is."""
    return next((_ADVICE[name] for name in _kinds(source)), None)


def _kinds(source: Source) -> Iterator[str]:
    head = source.data[:200]
    if not source.data.strip():
        yield "empty"
    if source.ending in (".bnk", ".tst"):
        yield "examview"
    if head.startswith(_OLD_OFFICE) and source.ending in (".doc", ".xls"):
        yield source.ending.removeprefix(".")
    if head.startswith(b"%PDF"):
        yield "pdf"
    if head.startswith(b"{\\rtf"):
        yield "rtf"
    for name, kind in (("odt", b"opendocument.text"), ("ods", b"opendocument.spreadsheet")):
        if head.startswith(b"PK") and kind in head:
            yield name
