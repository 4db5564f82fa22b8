"""What a format has no place for, question by question."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.session.exporting import Trial
from app.ui.icons import icon
from app.ui.theme import Gap, icon_side
from app.ui.words import words

_ITEM: Final = int(Qt.ItemDataRole.UserRole)


class _Look(QStyledItemDelegate):
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """The mark stands beside the name, not in the middle of the losses."""
        super().initStyleOption(option, index)
        option.decorationAlignment = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter


class LossList(QListWidget):
    """A row for each question that loses something: its name, then its losses, a line each.

    `question_wanted` carries the item of a row that the person wants to see.
    """

    question_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What does not come along"))
        self.setItemDelegate(_Look(self))
        self.setIconSize(QSize(icon_side(), icon_side()))
        self.setSpacing(Gap.TIGHT // 2)
        self.setWordWrap(True)
        self.itemActivated.connect(self._open)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def show_trial(self, trial: Trial) -> None:
        """Show what is lost; what is not in the file at all has another mark."""
        self.clear()
        for where, lost in trial.losses.items():
            row = QListWidgetItem("\n".join((where, *map(words, lost))), self)
            row.setIcon(icon("circle-x", "danger") if trial.is_missing(where) else icon("triangle-alert", "warning"))
            row.setData(_ITEM, trial.ids.get(where, ""))
            if where in trial.ids:
                row.setToolTip(self.tr("Enter or two clicks open the question"))

    def _open(self, row: QListWidgetItem) -> None:
        if row.data(_ITEM):
            self.question_wanted.emit(row.data(_ITEM))
