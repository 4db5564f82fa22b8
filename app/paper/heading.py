"""What the head of a sheet says, alike on a page and in a Word document."""

from typing import Final

from app.message import Message, message
from app.paper.number import points_text
from app.paper.sheet import Sheet, SheetKind

FIELDS: Final = (message("Name"), message("Number"), message("Date"))
"""What students write there."""
_PLAIN: Final = "{title}"


def sheet_title(sheet: Sheet) -> Message:
    """The quiz's title; of a key what it is."""
    title = Message(_PLAIN, {"title": sheet.title}) if sheet.title else message("Untitled quiz")
    return title if sheet.kind is SheetKind.EXAM else message("Key to {title}", title=title)


def version(sheet: Sheet) -> Message | None:
    """ "Version B"; None where there is only one."""
    return message("Version {letter}", letter=sheet.letter) if sheet.letter else None


def facts(sheet: Sheet) -> tuple[Message, Message]:
    """How many questions and points."""
    count = 1 if sheet.points == 1 else 2
    points = message("{points} point", plural="{points} points", count=count, points=points_text(sheet.points) or "0")
    return message("{count} question", plural="{count} questions", count=sheet.questions), points
