"""Points, typed as a number with a dot or a comma."""

import math
import re

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QStyle, QStyleOptionFrame, QWidget

from app.ui.fields.line import LineField

_AROUND_TEXT = 3
"""What every line of Qt leaves beside its text, for itself and for its cursor."""
_NUMBER = re.compile(r"\s*(\d{1,6}(?:[.,]\d{0,4})?|[.,]\d{1,4})\s*")


def points_of(text: str) -> float | None:
    """The number that `text` says, None where it says none. At most 999,999 and four decimals."""
    found = _NUMBER.fullmatch(text)
    return float(found[1].replace(",", ".")) if found else None


def points_text(points: float | None) -> str:
    """Points as they are read here: "2", "0.5" or "0,5"; "" for none."""
    if points is None or not math.isfinite(points):
        return ""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(points), "g", 10)


class PointsField(LineField):
    """Gives every number the person types that is above 0, or 0 too where `zero`; anything else goes back on leaving.

    Up and Down step by 1. There is nothing to turn by the wheel.
    """

    points_edited = Signal(float)

    def __init__(self, name: str, parent: QWidget | None = None, *, zero: bool = False) -> None:
        super().__init__(name, parent)
        self._zero = zero
        self._points: float | None = None
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.setToolTip(self.tr("0 or more") if zero else self.tr("A number above 0, for example 2 or 0.5"))
        self.edited.connect(self._take)

    def show_points(self, points: float | None) -> None:
        """Show `points`; a text that says the same number stays as it was typed."""
        self._points = points
        if not self.hasFocus() or points_of(self.text()) != points:
            self.show_text(points_text(points))

    @property
    def inset(self) -> int:
        """From the end of the field to the end of its number."""
        frame = QStyleOptionFrame()
        self.initStyleOption(frame)
        inner = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, frame, self)
        return self.textMargins().right() + frame.rect.right() - inner.right() + _AROUND_TEXT

    def finish(self) -> None:
        """Put the number back where something else was typed."""
        self.show_text(points_text(self._points))

    def _take(self, text: str) -> None:
        points = points_of(text)
        if points is not None and (points > 0 or self._zero) and points != self._points:
            self._points = points
            self.points_edited.emit(points)

    def _step(self, by: int) -> None:
        points = max((self._points or 0) + by, 0)
        if points > 0 or self._zero:
            self.show_text(points_text(points))
            self._take(self.text())

    def sizeHint(self) -> QSize:
        """Room for five digits."""
        digits = self.fontMetrics().horizontalAdvance("00000")
        return QSize(digits + self.fontMetrics().height(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """The same: a number that is cut off misleads."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down count."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self._step(1 if event.key() == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the number: it is replaced more often than edited."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving ends what was begun."""
        super().focusOutEvent(event)
        self.finish()
