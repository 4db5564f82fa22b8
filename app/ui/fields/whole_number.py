"""A whole number that is typed."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.fields.line import LineField


class WholeNumberField(LineField):
    """Gives every number from `least` to `most`; Up and Down count; anything else goes back on leaving."""

    number_edited = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None, *, least: int = 1, most: int = 99_999) -> None:
        super().__init__(name, parent)
        self._least, self._most = least, most
        self._number: int | None = None
        self.setValidator(QIntValidator(0, most, self))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.edited.connect(self._take)

    @property
    def number(self) -> int | None:
        """What is shown, None where nothing was set."""
        return self._number

    def show_number(self, number: int | None) -> None:
        """Show `number`; a text that says the same stays as it was typed."""
        self._number = number
        if not self.hasFocus() or self.text() != _text(number):
            self.show_text(_text(number))

    def finish(self) -> None:
        """Put the number back where something else was typed."""
        self.show_text(_text(self._number))

    def _take(self, text: str) -> None:
        number = int(text) if text.isdecimal() else None
        if number is not None and self._least <= number <= self._most and number != self._number:
            self._number = number
            self.number_edited.emit(number)

    def sizeHint(self) -> QSize:
        """Room for six digits."""
        digits = self.fontMetrics().horizontalAdvance("000000")
        return QSize(digits + self.fontMetrics().height(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The same: a number that is cut off misleads."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down count."""
        by = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if not by or event.modifiers():
            super().keyPressEvent(event)
            return
        number = max(self._least, min((self._number or 0) + by, self._most))
        self.show_text(_text(number))
        self._take(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving ends what was begun."""
        super().focusOutEvent(event)
        self.finish()


def _text(number: int | None) -> str:
    return "" if number is None else str(number)
