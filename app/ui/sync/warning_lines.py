"""What the person should know before something is sent, a line for each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.ui.fields.icon_label import IconLabel
from app.ui.icons import icon
from app.ui.theme import Gap


class WarningLines(QWidget):
    """Hidden while there is nothing to warn of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[tuple[IconLabel, QLabel]] = []
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setHorizontalSpacing(Gap.SMALL)
        self._layout.setVerticalSpacing(Gap.TIGHT)
        self._layout.setColumnStretch(1, 1)
        self.hide()

    @property
    def said(self) -> tuple[str, ...]:
        """What is warned of now."""
        return tuple(words.text() for mark, words in self._lines if not mark.isHidden())

    def show_lines(self, said: Sequence[str]) -> None:
        """Warn of these."""
        while len(self._lines) < len(said):
            self._add()
        for place, (mark, words) in enumerate(self._lines):
            is_said = place < len(said)
            words.setText(said[place] if is_said else "")
            mark.setVisible(is_said)
            words.setVisible(is_said)
        self.setVisible(bool(said))

    def _add(self) -> None:
        mark, words = IconLabel(self), QLabel(self)
        mark.show_icon(icon("circle-alert", "warning"))
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        row = len(self._lines)
        self._layout.addWidget(mark, row, 0, Qt.AlignmentFlag.AlignTop)
        self._layout.addWidget(words, row, 1)
        self._lines.append((mark, words))
