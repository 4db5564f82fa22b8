"""A line of plain text."""

import re
from typing import Final

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from app.ui.fields.history_keys import HistoryKeys, show_menu
from app.ui.theme import Gap, control_height

_FORMATS: Final = re.compile(
    r"<(?:b|strong|i|em|u|s|sub|sup|code|a|img|table|ul|ol|h[1-6]|math|pre)[\s>]", re.IGNORECASE
)


def is_formatted(data: QMimeData | None) -> bool:
    """Whether markup would be lost by taking the words alone; browsers give even plain words some."""
    return data is not None and data.hasHtml() and _FORMATS.search(data.html()) is not None


class LineField(QLineEdit):
    """Says what the person typed; the same text shown again leaves the cursor where it is."""

    edited = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None, *, flat: bool = False) -> None:
        super().__init__(parent)
        self.setTextMargins(Gap.TIGHT, 0, Gap.TIGHT, 0)
        self.setAccessibleName(name)
        self.setMinimumHeight(control_height())
        HistoryKeys(self)
        if flat:
            self._lie_flat()
        self.textEdited.connect(self.edited)

    def show_text(self, text: str) -> None:
        """Show `text`; another text keeps the cursor's place as far as it goes."""
        if text != self.text():
            place = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(place, len(text)) if self.hasFocus() else 0)

    def finish(self) -> None:
        """Take in what an input method has under way."""
        if self.hasFocus():
            QGuiApplication.inputMethod().commit()

    def _lie_flat(self) -> None:
        """Look like a word of the page rather than a field of a form."""
        self.setFrame(False)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is pasted loses its formatting here, which is said."""
        super().keyPressEvent(event)
        if event.matches(QKeySequence.StandardKey.Paste) and is_formatted(QGuiApplication.clipboard().mimeData()):
            said = self.tr("Only text can stand here: the formatting was left out.")
            QToolTip.showText(self.mapToGlobal(self.rect().bottomLeft()), said, self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu without a history of its own."""
        show_menu(self, event.globalPos())
