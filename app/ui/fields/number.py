"""A number as the wire has it, typed as people write it."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from app.models.number import typed_number
from app.ui.fields.line import LineField


class NumberField(LineField):
    """Gives the wire's text: "2,5" is "2.5", "1e4" is "1*10^4". What is no number is given as it was typed.

    A draft may be wrong: it is kept, and the checks tell it (architecture.md, Check).
    """

    number_edited = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._number = ""
        self.edited.connect(self._take)

    def show_number(self, number: str) -> None:
        """Show `number`; a text that means the same stays as it was typed."""
        self._number = number
        if not self.hasFocus() or meant(self.text()) != number:
            self.show_text(number)

    def finish(self) -> None:
        """Write the number as it is kept."""
        super().finish()
        self.show_text(self._number)

    def _take(self, text: str) -> None:
        number = meant(text)
        if number != self._number:
            self._number = number
            self.number_edited.emit(number)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving shows how the number was understood."""
        super().focusOutEvent(event)
        self.finish()


def meant(text: str) -> str:
    """The number that a person means, by the decimal sign of the system; the text itself where it is none."""
    found = typed_number(text, decimal_comma=QLocale().decimalPoint() == ",")
    return text.strip() if found is None else found
