"""What can be kept of a conflict, or of all at once."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.message import Message, message
from app.sync.resolve import Keep, can_keep_both
from app.sync.step import Conflict
from app.sync.unit_words import unit_name
from app.ui.fields.text_button import TextButton
from app.ui.fields.wrapping_row import WrappingRow
from app.ui.theme import Gap


class ConflictChoices(QWidget):
    """`decided` is about the conflict that is looked at, `decided_all` about every one."""

    decided = Signal(object)
    decided_all = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mine = TextButton(self.tr("Keep mine"), self)
        self.canvas = TextButton(self.tr("Take Canvas's"), self)
        self.both = TextButton(self.tr("Keep both"), self)
        self.both.setToolTip(self.tr("Yours stays in this question; Canvas's comes into a copy of it below"))
        self.all_mine = TextButton(self.tr("Keep mine for all"), self)
        self.all_canvas = TextButton(self.tr("Take Canvas's for all"), self)
        self.mine.clicked.connect(lambda: self.decided.emit(Keep.MINE))
        self.canvas.clicked.connect(lambda: self.decided.emit(Keep.CANVAS))
        self.both.clicked.connect(lambda: self.decided.emit(Keep.BOTH))
        self.all_mine.clicked.connect(lambda: self.decided_all.emit(Keep.MINE))
        self.all_canvas.clicked.connect(lambda: self.decided_all.emit(Keep.CANVAS))
        self._lay_out()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """All of them in their order."""
        return (self.mine, self.canvas, self.both, self.all_mine, self.all_canvas)

    def show_choices(self, conflict: Conflict, count: int) -> None:
        """Offer what makes sense for this one of `count`."""
        self.both.setVisible(can_keep_both(conflict))
        for button in (self.all_mine, self.all_canvas):
            button.setVisible(count > 1)

    def _lay_out(self) -> None:
        groups = QWidget(self)
        line = WrappingRow(groups)
        line.setSpacing(Gap.SMALL)
        for group in ((self.mine, self.canvas, self.both), (self.all_mine, self.all_canvas)):
            line.addWidget(_together(group))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Gap.PAGE, Gap.MEDIUM, Gap.PAGE, Gap.MEDIUM)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(groups)


def _together(buttons: Sequence[QPushButton]) -> QWidget:
    """Buttons about the same, with air behind them."""
    group = QWidget()
    line = QHBoxLayout(group)
    line.setContentsMargins(0, 0, Gap.PAGE, 0)
    line.setSpacing(Gap.SMALL)
    for button in buttons:
        line.addWidget(button)
    return group


def step(keep: Keep, unit: str) -> Message:
    """The undo text of one decision."""
    what = unit_name(unit)
    if keep is Keep.MINE:
        return message("Keep mine: {what}", what=what)
    return (
        message("Take Canvas's: {what}", what=what) if keep is Keep.CANVAS else message("Keep both: {what}", what=what)
    )


def step_for_all(keep: Keep) -> Message:
    """The undo text of a decision about all."""
    return message("Keep mine for all") if keep is Keep.MINE else message("Take Canvas's for all")


TOLD = {
    Keep.MINE: message("Yours is kept and goes to Canvas with the next sync."),
    Keep.CANVAS: message("Canvas's is taken."),
    Keep.BOTH: message("Yours is kept; Canvas's is in a copy below it."),
}
"""What is said after a decision."""
TOLD_OF_ALL = {
    Keep.MINE: message("Yours is kept everywhere and goes to Canvas with the next sync."),
    Keep.CANVAS: message("Canvas's is taken everywhere."),
}
"""The same of all."""
