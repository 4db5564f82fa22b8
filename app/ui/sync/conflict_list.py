"""What is to be decided, a row each; arrows walk through it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from app.message import message
from app.models.quiz import Quiz
from app.session.conflicts import OpenConflict
from app.sync.unit_words import unit_name
from app.ui.editors.kind import kind_of
from app.ui.icons import icon
from app.ui.theme import control_height
from app.ui.two_line_delegate import NOTE, TwoLineDelegate
from app.ui.words import capital, words


class ConflictList(QListWidget):
    """`chosen` tells that another row is current."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Conflicts"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(TwoLineDelegate(self))
        self.conflicts: tuple[OpenConflict, ...] = ()
        self.currentRowChanged.connect(lambda _row: self.chosen.emit())

    @property
    def current(self) -> OpenConflict | None:
        """The one that is looked at."""
        row = self.currentRow()
        return self.conflicts[row] if 0 <= row < len(self.conflicts) else None

    def show_conflicts(self, conflicts: Sequence[OpenConflict], quiz: Quiz) -> None:
        """Show these; the row that was looked at stays current, else the one that took its place."""
        before, row = self.current, max(self.currentRow(), 0)
        self.conflicts = tuple(conflicts)
        self.blockSignals(True)
        self.clear()
        for one in self.conflicts:
            self._add(one, quiz)
        self.blockSignals(False)
        keys = [one.key for one in self.conflicts]
        place = keys.index(before.key) if before is not None and before.key in keys else row
        self.setCurrentRow(min(place, self.count() - 1))
        self.chosen.emit()

    def choose(self, item_id: str, unit: str) -> None:
        """Look at the conflict of a unit, or at the first one of its question."""
        units = [(one.conflict.item_id, one.conflict.unit) for one in self.conflicts]
        items = [item for item, _ in units]
        if (item_id, unit) in units:
            self.setCurrentRow(units.index((item_id, unit)))
        elif item_id in items:
            self.setCurrentRow(items.index(item_id))

    def _add(self, one: OpenConflict, quiz: Quiz) -> None:
        item_id = one.conflict.item_id
        what = capital(words(unit_name(one.conflict.unit)))
        if item_id:
            summary = quiz.item(item_id).summary
            said = summary.first_words or summary.title or kind_of(summary.type).name
            first = f"{quiz.places[item_id] + 1}. {said}"
            mark = kind_of(summary.type).icon
        else:
            first, mark = words(message("The quiz itself")), "settings"
        row = QListWidgetItem(icon(mark, "text_quiet"), first, self)
        row.setData(NOTE, what)
        row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{first}, {what}")
        row.setToolTip(first)

    def sizeHint(self) -> QSize:
        """Wide enough for some words of a question."""
        return QSize(8 * control_height(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Still enough to tell them apart."""
        return QSize(5 * control_height(), super().minimumSizeHint().height())
