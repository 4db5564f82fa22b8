"""What Canvas has otherwise, said where it is edited, with a way to both sides (decisions 15)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[ConflictLine] = []
        self._shown: tuple[OpenConflict, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(Gap.PAGE, Gap.SMALL, Gap.PAGE, Gap.SMALL)
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


class ConflictBars(QObject):
    """Two bars: one of the quiz itself, one of the question that is open."""

    compare_wanted = Signal(str, str)

    def __init__(self, of_quiz: ConflictBar, of_question: ConflictBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.of_quiz, self.of_question = of_quiz, of_question
        self._undecided: tuple[OpenConflict, ...] = ()
        self._open = ""
        for bar in (of_quiz, of_question):
            bar.compare_wanted.connect(self.compare_wanted)

    def show_conflicts(self, conflicts: "Sequence[OpenConflict]") -> None:
        """Say what Canvas has otherwise."""
        self._undecided = tuple(conflicts)
        self.of_quiz.show_conflicts([one for one in conflicts if not one.conflict.item_id])
        self.turn_to(self._open)

    def turn_to(self, item_id: str) -> None:
        """Another question is open; "" for none."""
        self._open = item_id
        self.of_question.show_conflicts([one for one in self._undecided if item_id and one.conflict.item_id == item_id])
