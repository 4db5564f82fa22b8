"""The formats, and which of them a file is in."""

from typing import Final

from app.interchange.errors import FileRefused, UnknownFormat
from app.interchange.format import Format
from app.interchange.not_read import advice
from app.interchange.source import Source
from app.message import message

EVERY_TYPE: Final = (
    *("choice", "multi-answer", "true-false", "matching", "categorization", "ordering", "rich-fill-blank", "numeric"),
    *("formula", "essay", "file-upload", "hot-spot"),
)
_ALL_BUT_PLACES: Final = tuple(one for one in EVERY_TYPE if one != "hot-spot")
FORMATS: Final = (
    Format(
        "quizwright",
        message("Quizwright"),
        (".quizwright",),
        EVERY_TYPE,
        read="app.interchange.native.read",
        write="app.interchange.native.write",
    ),
    Format(
        "imscc",
        message("Course export or Common Cartridge"),
        (".imscc",),
        EVERY_TYPE,
        read="app.interchange.qti.course",
    ),
    Format(
        "qti",
        message("Canvas New Quizzes (QTI 1.2)"),
        (".zip",),
        EVERY_TYPE,
        read="app.interchange.qti.read",
        write="app.interchange.qti.write",
        advice=message(
            "Canvas imports this file from the Build page of a new, empty quiz: once a quiz has a question,"
            " Canvas locks its import."
        ),
    ),
    Format(
        "qti-classic",
        message("Canvas Classic quizzes and other QTI 1.2"),
        (".zip", ".xml", ".qti"),
        _ALL_BUT_PLACES,
        read="app.interchange.qti.classic",
        write="app.interchange.qti.write_classic",
        advice=message(
            "Canvas takes this file under Settings, Import Course Content, as a QTI .zip file, and makes a Classic"
            " quiz of it."
        ),
    ),
    Format(
        "qti2",
        message("QTI 2.1 and 2.2 of other systems"),
        (".zip", ".xml"),
        tuple(one for one in EVERY_TYPE if one != "formula"),
        read="app.interchange.qti2.read",
    ),
    Format(
        "word",
        message("Word document"),
        (".docx",),
        tuple(one for one in EVERY_TYPE if one not in ("formula", "hot-spot")),
        read="app.interchange.word.read",
        write="app.interchange.word.write",
    ),
    Format(
        "moodle",
        message("Moodle XML"),
        (".xml",),
        tuple(one for one in EVERY_TYPE if one != "hot-spot"),
        read="app.interchange.moodle.read",
        write="app.interchange.moodle.write",
        advice=message("Moodle takes this file in the question bank of a course, under Import, as Moodle XML."),
    ),
    Format(
        "gift",
        message("GIFT"),
        (".gift", ".txt"),
        ("choice", "multi-answer", "true-false", "matching", "rich-fill-blank", "numeric", "essay"),
        read="app.interchange.gift.read",
        write="app.interchange.gift.write",
    ),
    Format(
        "text2qti",
        message("text2qti Markdown"),
        (".md", ".txt"),
        ("choice", "multi-answer", "true-false", "rich-fill-blank", "numeric", "essay", "file-upload"),
        read="app.interchange.text2qti.read",
        write="app.interchange.text2qti.write",
    ),
    Format(
        "html",
        message("List of questions in a web page (HTML)"),
        (".html", ".htm"),
        tuple(one for one in EVERY_TYPE if one not in ("formula", "hot-spot")),
        read="app.interchange.text_list.web",
    ),
    Format(
        "text",
        message("List of questions in plain text"),
        (".txt", ".text"),
        tuple(one for one in EVERY_TYPE if one not in ("formula", "hot-spot")),
        read="app.interchange.text_list.read",
    ),
    Format(
        "table",
        message("Table (CSV or Excel)"),
        (".csv", ".xlsx", ".tsv"),
        (
            "choice",
            "multi-answer",
            "true-false",
            "matching",
            "ordering",
            "rich-fill-blank",
            "numeric",
            "essay",
            "file-upload",
        ),
        read="app.interchange.sheet.read",
    ),
    Format(
        "aiken",
        message("Aiken"),
        (".txt",),
        ("choice", "true-false"),
        read="app.interchange.aiken.read",
    ),
)
"""In the order in which a file is tried."""


def format_named(name: str) -> Format:
    """Raises `UnknownFormat`."""
    for one in FORMATS:
        if one.name == name:
            return one
    known = ", ".join(one.name for one in FORMATS)
    raise UnknownFormat(message('There is no format "{name}".', name=name), message("Known are: {known}.", known=known))


def format_of(source: Source) -> Format:
    """The format that a file is in: of those with its ending the first that it fits, else the first of all.

    Raises `FileRefused`.
    """
    if (told := advice(source)) is not None:
        raise FileRefused(source.name, *told)
    reading = [one for one in FORMATS if one.read is not None]
    likely = [one for one in reading if source.ending in one.endings]
    for one in (*likely, *(other for other in reading if other not in likely)):
        if one.fits(source):
            return one
    known = ", ".join(str(one.title) for one in reading)
    raise FileRefused(
        source.name,
        message("nothing in it looks like a quiz."),
        message("These can be imported: {known}.", known=known),
    )


def format_for(file_name: str) -> Format:
    """The format to write a file of that name in. Raises `UnknownFormat`."""
    for one in FORMATS:
        if one.write is not None and file_name.lower().endswith(one.endings):
            return one
    endings = ", ".join(one.endings[0] for one in FORMATS if one.write is not None)
    raise UnknownFormat(
        message("No format is written to a file called {name}.", name=file_name),
        message("Its name may end in {endings}; or name the format.", endings=endings),
    )
