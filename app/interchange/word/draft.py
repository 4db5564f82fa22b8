"""One question as it is written into a Word document."""

from typing import Final

from app.errors import UserError
from app.html.tag import Tag
from app.html.text import plain_text
from app.interchange.format import Media
from app.interchange.maker import plain
from app.interchange.pictures import Pictures
from app.interchange.text_list.line import GUARD
from app.message import Message, message
from app.office.document import WordDocument, add_words
from app.office.picture import Picture
from app.office.rich import RichWriter
from app.office.styles import ANSWER, QUESTION, RIGHT, SAYS, TABLE, TEXT
from app.pictures.header import probe

_MEDIA: Final = "media:"
_ARROW, _EQUALS = " → ", " = "


class Draft:
    """Lines of one question, in the order in which they are written; `lost` is what they cannot say."""

    def __init__(self, document: WordDocument, media: Media) -> None:
        self._document, self._media = document, media
        self._rich = RichWriter(document, self._picture, TABLE)
        self.lost: list[Message] = []

    def stem(self, html: str | None) -> None:
        """The text of the question, which numbers it."""
        self._written(html, QUESTION)

    def answer(self, html: str | None, *, right: bool = False) -> None:
        """An answer under its letter; a right one has a star."""
        if not plain_text(html or "") and "<img" not in (html or ""):
            self.lost.append(message("An answer without words."))
        self._written(html, ANSWER, starred=right)

    def plain_answer(self, text: str, *, right: bool = False) -> None:
        """An answer in plain words."""
        self.lost += [message("Line breaks in an answer.")] if "\n" in text else []
        self._words(ANSWER, " ".join(text.split()), starred=right)

    def pairs(self, pairs: list[tuple[str, str]]) -> None:
        """Left and right sides, parted by a sign that neither has in its words."""
        texts = [side for pair in pairs for side in pair]
        sign = _ARROW if any("=" in text for text in texts) else _EQUALS
        if any(sign.strip() in text for text in texts):
            self.lost.append(message("A pair with = and → in its words: read again, it is parted elsewhere."))
        for left, right in pairs:
            self.plain_answer(f"{left}{sign}{right}".strip())

    def says(self, name: str, text: str) -> None:
        """A line with a colon."""
        if text:
            self._words(SAYS, f"{name}: {text}")

    def feedback(self, sign: str, html: str | None) -> None:
        """Feedback behind its sign, in plain words on one line."""
        words = plain_text(html or "")
        if not words:
            return
        if plain(words) != html:
            self.lost.append(message("Formatting of feedback: its words alone."))
        self._words(SAYS, f"{sign} {words}")

    def _words(self, style: str, text: str, *, starred: bool = False) -> None:
        line = self._document.paragraph(style)
        if starred:
            add_words(line, "*", style=RIGHT)
        add_words(line, _guarded(text) if style == ANSWER and not starred else text, style=RIGHT if starred else None)

    def _written(self, html: str | None, style: str, *, starred: bool = False) -> None:
        line = self._document.paragraph(style)
        if starred:
            add_words(line, "*", style=RIGHT)
        elif style == ANSWER and plain_text(html or "").startswith("*"):
            add_words(line, GUARD)
        self._rich.write(html or "", line, further=TEXT, look=RIGHT if starred else None)
        self.lost += self._rich.lost
        self._rich.lost = []

    def _picture(self, tag: Tag) -> Picture | None:
        address, inline = tag.attribute("src"), Pictures()
        own = inline.reference(address) or address
        if not own.startswith(_MEDIA):
            return None
        data = inline.media.get(own.removeprefix(_MEDIA)) or self._media(own)
        try:
            header = probe(data)
        except UserError:
            return None
        width, height = (tag.attribute(name) for name in ("width", "height"))
        if width or height or tag.attribute("style") or tag.attribute("class"):
            self.lost.append(message("The size and the place of a picture."))
        shown = (int(width), int(height)) if width.isdecimal() and height.isdecimal() else (header.width, header.height)
        return Picture(data, header.content_type, *shown, tag.attribute("alt"))


def _guarded(text: str) -> str:
    return GUARD + text if text.startswith("*") else text
