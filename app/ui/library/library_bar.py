"""The line above the library: search, new quiz, import, and how this computer is connected."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from app.library.row import Account
from app.ui.account_words import account_name
from app.ui.commands import Commands
from app.ui.fields.icon_button import IconButton
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.painted_text import width_of
from app.ui.theme import Gap, control_height, icon_side

_LEAST_SEARCH: Final = 20
"""In letters: a narrower field does not show what is searched."""
_CLEAR: Final = "_q_qlineeditclearaction"
"""Qt's own name of the cross in a line, which has no words."""


class LibraryBar(QWidget):
    """`searched` carries every text as it is typed; Escape steps back, Down goes to what was found."""

    searched = Signal(str)
    escaped = Signal()
    results_wanted = Signal()

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search all questions and quizzes"))
        self.search.setAccessibleName(self.tr("Search all questions and quizzes"))
        mark = self.search.addAction(icon("search", "text_quiet"), QLineEdit.ActionPosition.LeadingPosition)
        mark.setText(self.tr("Search"))
        self.search.setMaxLength(200)
        self.search.textChanged.connect(self.searched)
        self.search.textChanged.connect(self._offer_clearing)
        self.search.installEventFilter(self)
        self.filter = IconButton("list-filter", self.tr("Filters"), self)
        self.filter.setToolTip(commands["filter"].toolTip())
        self.new = action_button(commands["new_quiz"], self)
        self.bring = action_button(commands["import"], self)
        self.account = TextButton("", self)
        self.account.setFlat(True)
        self.account.setMenu(commands.menu(("connect", "accounts", "practice")))
        self.show_accounts(())
        self._lay_out()

    def show_accounts(self, accounts: Sequence[Account]) -> None:
        """Say which Canvas this computer knows."""
        real = [account for account in accounts if account.kind != "sandbox"]
        if len(real) > 1:
            name = self.tr("{count} accounts").format(count=len(real))
        elif real:
            name = self.tr("Canvas: {name}").format(name=account_name(real[0]))
        else:
            name = self.tr("Practice Canvas") if accounts else self.tr("Not connected")
        self._account_name = name
        self.account.setToolTip(name)
        self._fit()
        self.account.setIcon(icon("cloud" if accounts else "cloud-off", "good" if accounts else "text_quiet"))
        self.account.setAccessibleName(self.tr("Canvas accounts: {name}").format(name=name))

    def _fit(self) -> None:
        """Name the account where the search has room enough beside it; a narrow bar has its icon alone."""
        others = (self.filter, self.new, self.bring)
        least = self.search.fontMetrics().averageCharWidth() * _LEAST_SEARCH + sum(
            part.sizeHint().width() + Gap.SMALL for part in others
        )
        name = width_of(self._account_name, "text") + 3 * icon_side() + Gap.PAGE
        is_wide = self.width() - 2 * Gap.LARGE >= least + name
        self.account.setText(self._account_name if is_wide else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for other words."""
        super().resizeEvent(event)
        self._fit()

    def put_below(self, part: QWidget) -> None:
        """Have a second row, for as long as it is shown."""
        below = QVBoxLayout()
        below.setContentsMargins(0, 0, 0, Gap.SMALL)
        below.addWidget(part)
        self._rows.addLayout(below)

    def enter(self) -> None:
        """Put the cursor into the search."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_clearing(self) -> None:
        """Only now: Qt reads the picture of the button from a file, which the first window need not wait for."""
        self.search.setClearButtonEnabled(True)
        for action in self.search.findChildren(QAction, _CLEAR):
            action.setText(self.tr("Clear the search"))

    def _lay_out(self) -> None:
        layout = QHBoxLayout()
        layout.setContentsMargins(0, Gap.MEDIUM, 0, Gap.MEDIUM)
        layout.setSpacing(Gap.SMALL)
        self.search.setMinimumHeight(control_height())
        for control in (self.search, self.filter, self.new, self.bring, self.account):
            layout.addWidget(control)
        layout.setStretchFactor(self.search, 1)
        self.search.setMaximumWidth(control_height() * 16)
        layout.insertStretch(2)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(Gap.LARGE, 0, Gap.LARGE, 0)
        self._rows.setSpacing(0)
        self._rows.addLayout(layout)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the search field that lead out of it."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.escaped.emit()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.results_wanted.emit()
                return True
        return super().eventFilter(watched, event)


def action_button(action: QAction, parent: QWidget) -> TextButton:
    """A button with the words and the icon of an action that follows whether it can be done."""
    button = TextButton(action.text().rstrip("…"), parent, icon=action.icon())
    button.setToolTip(action.toolTip())
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    return button
