"""A text in Canvas HTML that is read and copied, never edited."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.html.blocks import blocks
from app.html.limit import is_too_much
from app.html.read import read
from app.html.rich import Block, Words
from app.html.splice import PARAGRAPH
from app.ui.fields.rich_text.edit import RichEdit
from app.ui.fields.rich_text.objects import objects

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf

_READING = (
    Qt.TextInteractionFlag.TextSelectableByMouse
    | Qt.TextInteractionFlag.TextSelectableByKeyboard
    | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
)


class RichTextView(RichEdit):
    """As students see it; reached by Tab. Of what is too much to be laid out the words are shown."""

    def __init__(self, name: str, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(_READING)
        self.setAccessibleName(name)
        self.rich.draw_objects(objects(self, shelf))
        self._html = ""

    def show_html(self, html: str) -> None:
        """Show it; the same again touches nothing."""
        if html != self._html:
            self._html = html
            self.show_blocks(shown_blocks(html))


def shown_blocks(html: str) -> tuple[Block, ...]:
    """What is shown of a text: of one that is too much to be laid out the words."""
    if not is_too_much(html):
        return read(html).blocks
    return tuple(Block((Words(text),), PARAGRAPH) for text in blocks(html))
