"""What one line of a document holds, and counting its signs: Qt counts in UTF-16."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock

from app.html.rich import Atom, Inline, Words
from app.html.splice import joined
from app.html.tag import Tag
from app.ui.fields.rich_text.style import SOURCE, marks_at

OBJECT, LINE = "\ufffc", "\u2028"


def inlines_of(line: QTextBlock) -> tuple[Inline, ...]:
    """Words and atoms, each with its marks."""
    found: list[Inline] = []
    place = line.begin()
    while not place.atEnd():
        fragment = place.fragment()
        format_ = fragment.charFormat()
        found.extend(_inlines(fragment.text(), marks_at(format_), format_.stringProperty(SOURCE)))
        place += 1
    return joined(found)


def signs(text: str, unit: int) -> int:
    """How many signs the first UTF-16 units of `text` are."""
    if text.isascii():
        return unit
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * unit].decode("utf-16-le", "surrogatepass"))


def units(text: str, sign: int) -> int:
    """How many UTF-16 units the first signs of `text` are."""
    return len(text[:sign].encode("utf-16-le", "surrogatepass")) // 2


def _inlines(text: str, marks: tuple[Tag, ...], source: str) -> Iterator[Inline]:
    for number, words in enumerate(text.split(OBJECT)):
        if number and source:
            yield Atom(source, marks)
        yield Words(words.replace(LINE, "\n"), marks)
