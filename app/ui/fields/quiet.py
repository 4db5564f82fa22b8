"""Words that stand back: notes, summaries, hints."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.theme import Role, TextKind, font, role

_COLOURED: tuple[QPalette.ColorRole, ...] = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text)


class Toned(QObject):
    """Keeps a widget's words in the colour of a role and the size of a kind, also when the system's change."""

    def __init__(self, widget: QWidget, tone: Role, kind: TextKind = "quiet") -> None:
        super().__init__(widget)
        self._widget, self._tone = widget, tone
        self._kind: TextKind = kind
        widget.setFont(font(kind))
        widget.installEventFilter(self)
        self._colour()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The palette changed, perhaps from light to dark: ask for the colour again."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange):
            self._colour()
        elif event.type() == QEvent.Type.ApplicationFontChange:
            self._widget.setFont(font(self._kind))
        return super().eventFilter(watched, event)

    def _colour(self) -> None:
        palette, colour = self._widget.palette(), role(self._tone)
        if any(palette.color(which) != colour for which in _COLOURED):  # setting it is a change of the palette too
            for which in _COLOURED:
                palette.setColor(which, colour)
            self._widget.setPalette(palette)


class QuietLabel(QLabel):
    """A note in quiet words that wraps where it must."""

    def __init__(self, text: str, parent: QWidget | None = None, *, wraps: bool = True) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        Toned(self, "text_quiet")
