"""Lines that each begin with a mark: what was lost, what is here already."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.fields.icon_label import IconLabel
from app.ui.icons import icon
from app.ui.importing.review_delegate import MARKS
from app.ui.theme import Gap


class NoteLines(QWidget):
    """Each line is an icon's name and words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(Gap.SMALL)

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show these in place of those before."""
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(mark, text) for mark, text in lines]
        for row in self._rows:
            self._layout.addWidget(row)
        self.setVisible(bool(lines))

    @property
    def text(self) -> str:
        """All words, a line each."""
        return "\n".join(label.text() for row in self._rows for label in row.findChildren(QLabel, "words"))

    def _row(self, mark: str, text: str) -> QWidget:
        row = QWidget(self)
        sign = IconLabel(row)
        sign.show_icon(icon(mark, MARKS.get(mark, "text_quiet")))
        words = QLabel(text, row)
        words.setObjectName("words")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(words, 1)
        return row
