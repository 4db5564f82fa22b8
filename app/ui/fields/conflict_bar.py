"""What Canvas has otherwise, said where it is edited, with a way to both sides (decisions 15)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.fields.icon_label import IconLabel
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.screens import screen
from app.ui.theme import Gap
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.conflicts import OpenConflict


class ConflictLine(QWidget):
    """One unit that both sides have otherwise."""

    compare_wanted = Signal(str, str)

    def __init__(self, conflict: "OpenConflict", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        unit = conflict.conflict.unit
        mark = IconLabel(self)
        mark.show_icon(icon("triangle-alert", "danger"))
        said = self.tr("Canvas has another version: {what}").format(what=words(screen("unit_name")(unit)))
        self.words = QLabel(said, self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.compare = TextButton(self.tr("Compare"), self)
        self.compare.setAccessibleName(f"{self.compare.text()}, {said}")
        self.compare.clicked.connect(lambda: self.compare_wanted.emit(conflict.conflict.item_id, unit))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(mark)
        layout.addWidget(self.words)
        layout.addWidget(self.compare)
        layout.addStretch(1)


class ConflictBar(QWidget):
    """A line for each; takes no room where there is none. `compare_wanted` gives item and unit."""

    compare_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None, *, inset: int = Gap.PAGE) -> None:
        """`inset` is the room at its sides."""
        super().__init__(parent)
        self.lines: list[ConflictLine] = []
        self._shown: tuple[OpenConflict, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(inset, Gap.SMALL, inset, Gap.SMALL)
        self._layout.setSpacing(Gap.TIGHT)
        self.hide()

    def show_conflicts(self, conflicts: "Sequence[OpenConflict]") -> None:
        """Show these and no others."""
        if tuple(conflicts) == self._shown:
            return
        self._shown = tuple(conflicts)
        for line in self.lines:
            self._layout.removeWidget(line)
            line.deleteLater()
        self.lines = [ConflictLine(one, self) for one in conflicts]
        for line in self.lines:
            line.compare_wanted.connect(self.compare_wanted)
            self._layout.addWidget(line)
        self.setVisible(bool(self.lines))
