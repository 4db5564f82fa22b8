"""The line at the bottom: whether everything is saved, what is not on Canvas yet, and what is wrong."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from app.message import message
from app.session.save_status import SaveKind, SaveStatus
from app.session.token_end import TokenEnd
from app.ui.fields.icon_label import IconLabel
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import leave_air
from app.ui.icons import icon
from app.ui.painted_text import width_of
from app.ui.theme import Gap, Role, control_height, icon_side
from app.ui.words import words

_MARKS: dict[SaveKind, tuple[str, Role]] = {
    SaveKind.SAVED: ("check", "good"),
    SaveKind.SAVING: ("clock", "text_quiet"),
    SaveKind.FAILED: ("circle-alert", "danger"),
    SaveKind.READ_ONLY: ("lock", "warning"),
}


class StatusBar(QWidget):
    """Says only what is true now. The number of problems leads to the next one, that of conflicts to both sides.

    `sign_in_wanted` carries the account whose token ends.
    """

    problem_wanted = Signal()
    conflict_wanted = Signal()
    sign_in_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconLabel(self)
        self._saved = QuietLabel("", self, wraps=False)
        self._changes = QuietLabel("", self, wraps=False)
        self._conflicts = _counter("triangle-alert", self)
        self._conflicts.setToolTip(self.tr("Compare your version with Canvas's"))
        self._conflicts.clicked.connect(self.conflict_wanted)
        self._problems = _counter("circle-alert", self)
        self._problems.setToolTip(self.tr("Go to the next problem"))
        self._problems.clicked.connect(self.problem_wanted)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Gap.LARGE, 0, Gap.LARGE, 0)
        layout.setSpacing(Gap.SMALL)
        for part in (self._mark, self._saved, self._changes, self._conflicts, self._problems):
            layout.addWidget(part)
        layout.addStretch(1)
        self._end: TokenEnd | None = None
        self._token = _counter("key-round", self)
        self._token.clicked.connect(self._want_sign_in)
        layout.addWidget(self._token)
        self.setMinimumHeight(control_height())
        self.show_counts(0, 0, 0)
        self.show_token_end(None)

    @property
    def text(self) -> str:
        """All that it says, as a screen reader reads it."""
        counters = (one.text() for one in (self._conflicts, self._problems) if one.isVisibleTo(self))
        parts = (self._saved.text(), self._changes.text(), *counters)
        return " ".join(part for part in parts if part)

    @property
    def has_conflicts(self) -> bool:
        """Whether it tells of any."""
        return self._conflicts.isVisibleTo(self)

    def show_status(self, status: SaveStatus) -> None:
        """Say how it stands with the disk."""
        name, tone = _MARKS[status.kind]
        self._mark.show_icon(icon(name, tone))
        self._give_room(wraps=status.kind in (SaveKind.FAILED, SaveKind.READ_ONLY))
        self._saved.setText(words(status.message))
        self._saved.setToolTip(words(status.message))

    def _give_room(self, *, wraps: bool) -> None:
        """What went wrong names a file, whose path may be longer than the window is wide."""
        layout = self.layout()
        assert isinstance(layout, QHBoxLayout)
        self._saved.setWordWrap(wraps)
        layout.setStretchFactor(self._saved, 1 if wraps else 0)
        layout.setStretch(layout.count() - 2, 0 if wraps else 1)  # before the end of a token

    def show_counts(self, changes: int, conflicts: int, problems: int) -> None:
        """Say how many changes of the open quiz are not on Canvas yet, what is to be decided, and how many problems."""
        unsent = message("{count} change not on Canvas yet", plural="{count} changes not on Canvas yet", count=changes)
        self._changes.setText(f"· {words(unsent)}" if changes else "")
        self._changes.setVisible(bool(changes))
        undecided = message("{count} conflict", plural="{count} conflicts", count=conflicts)
        wrong = message("{count} problem", plural="{count} problems", count=problems)
        for counter, said in ((self._conflicts, undecided), (self._problems, wrong)):
            counter.setText(words(said))
            leave_air(counter)
            counter.setVisible(bool(said.count))
        self._fit()

    @property
    def token_text(self) -> str:
        """What it tells of a token that ends; "" for nothing."""
        return self._token.toolTip() if self._token.isVisibleTo(self) else ""

    def show_token_end(self, end: TokenEnd | None) -> None:
        """Tell that an access token ends soon, or has ended; None where there is nothing to tell."""
        self._end = end
        self._token.setVisible(end is not None)
        if end is not None:
            self._token.setIcon(icon("key-round", "danger" if end.is_over else "warning"))
            self._token.setToolTip(words(end.whole))
            self._token.setAccessibleName(words(end.whole))
            self._fit()

    def _want_sign_in(self) -> None:
        if self._end is not None:
            self.sign_in_wanted.emit(self._end.account)

    def _fit(self) -> None:
        """The end of a token in words where there is room for them, else as its icon alone."""
        if self._end is None:
            return
        short = words(self._end.short)
        others = (self._mark, self._saved, self._changes, self._conflicts, self._problems)
        taken = sum(one.sizeHint().width() + Gap.SMALL for one in others if one.isVisibleTo(self))
        room = self.width() - taken - 2 * Gap.LARGE
        self._token.setText(short if width_of(short, "text") + icon_side() + Gap.PAGE <= room else "")
        leave_air(self._token)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other words."""
        super().resizeEvent(event)
        self._fit()


def _counter(icon_name: str, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setAutoRaise(True)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setIcon(icon(icon_name, "danger"))
    return button
