"""What a format has no place for, question by question."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.message import Message
from app.session.exporting import Trial
from app.ui.icons import icon
from app.ui.theme import Gap, icon_side
from app.ui.words import words


class _Look(QStyledItemDelegate):
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """The mark stands beside the name, not in the middle of the losses."""
        super().initStyleOption(option, index)
        option.decorationAlignment = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter


class LossList(QListWidget):
    """A row for each question that loses something: its name, then its losses, a line each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("What does not come along"))
        self.setItemDelegate(_Look(self))
        self.setIconSize(QSize(icon_side(), icon_side()))
        self.setSpacing(Gap.TIGHT // 2)
        self.setWordWrap(True)
        self.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)

    def show_trial(self, trial: Trial) -> None:
        """Show what is lost; what is not in the file at all has another mark."""
        self.clear()
        for where, lost in losses(trial).items():
            row = QListWidgetItem("\n".join((where, *map(words, lost))), self)
            is_missing = where in trial.missing
            row.setIcon(icon("circle-x", "danger") if is_missing else icon("triangle-alert", "warning"))


def losses(trial: Trial) -> Mapping[str, list[Message]]:
    """Name of a question → what is lost of it, in the order of the quiz."""
    found: dict[str, list[Message]] = {}
    for loss in trial.written.losses:
        found.setdefault(loss.where, []).append(loss.what)
    return found
