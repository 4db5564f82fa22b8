"""Earlier try-outs of a quiz: one looked at, two compared."""

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.library.tryouts import Tryout
from app.message import message
from app.ui.fields.points import points_text
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.rule import Rule
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.library.when import when
from app.ui.preview.card import points_said
from app.ui.preview.countdown import time_text
from app.ui.preview.tryout_table import TryoutTable
from app.ui.theme import Gap, row_height
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.tryouts import Tryouts

_AT_ONCE = 2
"""So many are compared."""


class TryoutsPage(QWidget):
    """`left` asks for the page before."""

    left = Signal()

    def __init__(self, now: Callable[[], float] = time.time, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._kept: Tryouts | None = None
        self._rows: Sequence[Tryout] = ()
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Try-outs"))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.hint = QuietLabel("", self)
        self.table = TryoutTable(self)
        self.forget = TextButton(self.tr("Delete"), self, icon=icon("trash-2"))
        self.done = TextButton(self.tr("Done"), self)
        self._lay_out()
        self.list.itemSelectionChanged.connect(self._show_chosen)
        self.forget.clicked.connect(self._forget)
        self.done.clicked.connect(self.left)

    def show_tryouts(self, kept: "Tryouts") -> None:
        """List what is kept; the newest is chosen."""
        self._kept, self._rows = kept, kept.all()
        now = self._now()
        self.list.clear()
        for row in self._rows:
            earned = points_text(round(row.points, 2)) or "0"
            said = message("{earned} of {possible}", earned=earned, possible=points_said(row.possible))
            shown = QListWidgetItem(f"{words(said)}\n{when(row.at, now)} · {time_text(round(row.seconds))}")
            shown.setSizeHint(QSize(0, row_height()))
            self.list.addItem(shown)
        self.list.setCurrentRow(0 if self._rows else -1)
        self._show_chosen()

    @property
    def chosen(self) -> list[Tryout]:
        """What is selected, the oldest first."""
        places = sorted((index.row() for index in self.list.selectedIndexes()), reverse=True)
        return [self._rows[place] for place in places]

    def _show_chosen(self) -> None:
        chosen = self.chosen[-_AT_ONCE:]
        self.table.show_tryouts(chosen)
        self.table.setVisible(bool(chosen))
        self.forget.setEnabled(bool(chosen))
        if len(chosen) == _AT_ONCE:
            self.hint.setText(self.tr("≠ stands where the two answers differ; 1 is the earlier one."))
        elif len(self._rows) > 1:
            self.hint.setText(self.tr("Select two of them to compare their answers (Ctrl or Shift)."))
        else:
            self.hint.setText("")

    def _forget(self) -> None:
        kept = self._kept
        assert kept is not None
        for one in self.chosen:
            kept.forget(one.id, lambda: self.show_tryouts(kept))

    def _lay_out(self) -> None:
        right = QWidget(self)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(Gap.LARGE, Gap.MEDIUM, Gap.LARGE, Gap.MEDIUM)
        beside.setSpacing(Gap.SMALL)
        beside.addWidget(self.hint)
        beside.addWidget(self.table, 1)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.list)
        parts.addWidget(right)
        parts.setStretchFactor(1, 1)
        bar = QHBoxLayout()
        bar.setContentsMargins(Gap.PAGE, Gap.SMALL, Gap.PAGE, Gap.SMALL)
        bar.setSpacing(Gap.MEDIUM)
        bar.addWidget(self.forget)
        bar.addStretch(1)
        bar.addWidget(self.done)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts, 1)
        layout.addWidget(Rule(self))
        layout.addLayout(bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words of the table wrap at its width of now."""
        super().resizeEvent(event)
        self.table.resizeRowsToContents()
