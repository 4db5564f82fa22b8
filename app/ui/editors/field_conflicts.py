"""What Canvas has otherwise, said above the part of a question's editor that it is about (decisions 15)."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from app.ui.fields.column import in_column
from app.ui.fields.conflict_bar import ConflictBar, ConflictLine

if TYPE_CHECKING:
    from app.session.conflicts import OpenConflict


class FieldConflicts(QObject):
    """Bars between the parts of a column, made when they are first needed."""

    compare_wanted = Signal(str, str)

    def __init__(self, column: QVBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._column, self._page = column, parent
        self._bars: dict[QWidget, ConflictBar] = {}

    @property
    def lines(self) -> list[ConflictLine]:
        """What is said, from top to bottom."""
        bars = sorted(self._bars.values(), key=lambda bar: bar.y())
        return [line for bar in bars for line in bar.lines]

    def show_conflicts(self, placed: "Mapping[QWidget, Sequence[OpenConflict]]") -> None:
        """Show these and no others, each above its part."""
        for part in placed:
            if part not in self._bars:
                self._bars[part] = self._added(part)
        for part, bar in self._bars.items():
            bar.show_conflicts(placed.get(part, ()))

    def _added(self, part: QWidget) -> ConflictBar:
        bar = ConflictBar(self._page, inset=0)
        bar.compare_wanted.connect(self.compare_wanted)
        self._column.insertLayout(self._place_of(part), in_column(bar))
        return bar

    def _place_of(self, part: QWidget) -> int:
        rows = (row for row in self._column.children() if isinstance(row, QLayout))
        return next(self._column.indexOf(row) for row in rows if row.indexOf(part) >= 0)
