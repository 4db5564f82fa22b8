"""A text in Canvas HTML, edited as it looks."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.html.limit import is_too_much
from app.html.read import read
from app.html.rich import Block, RichText
from app.html.write import written
from app.ui.fields.rich_text.edit import RichEdit
from app.ui.fields.rich_text.field_parts import FieldParts
from app.ui.fields.rich_text.objects import objects
from app.ui.theme import Gap

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf

LONG = 10_000
"""A text of so many characters is written when typing pauses, not with each key."""
PAUSE_MS = 150


class RichTextField(QWidget):
    """Takes HTML and gives HTML. What was not edited comes back byte for byte.

    `edited` gives the HTML, and whether the change belongs to a burst of typing; `blank_opened` the id of a blank whose
    place was double-clicked.
    """

    edited = Signal(str, bool)
    blank_opened = Signal(str)

    def __init__(
        self,
        name: str,
        shelf: "PictureShelf",
        parent: QWidget | None = None,
        *,
        placeholder: str = "",
        lines: int = 1,
    ) -> None:
        super().__init__(parent)
        self._html = ""
        self._original = RichText()
        self.edit = RichEdit(self, lines=lines)
        self.edit.setPlaceholderText(placeholder)
        self.edit.rich.draw_objects(objects(self.edit, shelf))
        self.parts = FieldParts(self, shelf)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(self.edit)
        self.set_name(name)
        self._pause.timeout.connect(self._take_typing)
        self.edit.typed.connect(self._notice_typing)
        self.edit.stepping.connect(self.flush)
        self.edit.stepped.connect(lambda: self._take(typing=False))

    @property
    def html(self) -> str:
        """What is shown, with what was typed just now."""
        self.flush()
        return self._html

    @property
    def is_source(self) -> bool:
        """Whether the source is shown in place of the text."""
        return self.parts.is_source

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops in it."""
        return (self.edit,)

    def set_name(self, name: str) -> None:
        """What a screen reader says the field is."""
        self.edit.setAccessibleName(name)

    def stand_toolbar_over(self, widget: QWidget) -> None:
        """Let the toolbar stand over another field: rows that are close together share a place."""
        self.parts.toolbar_over = widget

    def show_html(self, html: str | None) -> None:
        """Show `html`; the same value shown again touches nothing."""
        if (html or "") == self._html:
            return
        self._pause.stop()
        self._html = html or ""
        too_much = is_too_much(self._html)
        self._original = RichText() if too_much else read(self._html)
        self.edit.show_blocks(self._original.blocks)
        self.parts.show_text(self._html, too_much=too_much)

    def take_source(self, html: str) -> None:
        """Take HTML that was written by hand, as one step."""
        if html != self._html:
            self.show_html(html)
            self.edited.emit(html, False)

    def finish(self) -> None:
        """Take in what is under way."""
        self.edit.finish()
        self.flush()
        self.parts.finish()

    def flush(self) -> None:
        """Write what was typed and waits for a pause."""
        if self._pause.isActive():
            self._pause.stop()
            self._take_typing()

    def _notice_typing(self) -> None:
        if len(self._html) > LONG:
            self._pause.start()
        else:
            self._take_typing()

    def _take_typing(self) -> None:
        self._take(typing=True)

    def _take(self, *, typing: bool) -> None:
        html = self._written(self.edit.rich.blocks)
        if html != self._html:
            self._html = html
            self.edited.emit(html, typing)

    def _written(self, blocks: tuple[Block, ...]) -> str:
        """Empty paragraphs at the end say nothing, unless they came so."""
        if blocks != self._original.blocks:
            while blocks and _says_nothing(blocks[-1]) and blocks[-1] not in self._original.blocks:
                blocks = blocks[:-1]
        return written(blocks, self._original)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Enter the text. A focus proxy would be a stop of Tab by itself, wherever Qt has it in its chain."""
        self.edit.setFocus(reason)


def _says_nothing(block: Block) -> bool:
    plain = block.tag is None or (block.tag.name == "p" and not block.tag.attributes)
    return not block.inlines and plain and not block.containers
