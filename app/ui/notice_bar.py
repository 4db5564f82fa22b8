"""The bar above the status line: what just happened, and one thing that can be done about it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.session.notice import UNDO, Notice
from app.ui.fields.announce import announce
from app.ui.fields.rule import Rule
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.theme import Gap, control_height, icon_side
from app.ui.words import words


class NoticeBar(QFrame):
    """Stays until the next action; F6 leads to it, Escape closes it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notice: Notice | None = None
        self.text = QLabel(self)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.act = TextButton("", self)
        self.act.clicked.connect(self._act)
        self.shut = QToolButton(self)
        self.shut.setIcon(icon("x", "text_quiet"))
        self.shut.setAutoRaise(True)
        self.shut.setToolTip(self.tr("Close"))
        self.shut.setAccessibleName(self.tr("Close"))
        self.shut.setIconSize(QSize(icon_side(), icon_side()))
        self.shut.setFixedSize(control_height(), control_height())
        self.shut.clicked.connect(self.clear)
        self._lay_out()
        self.hide()

    @property
    def notice(self) -> Notice | None:
        """What is shown."""
        return self._notice

    @property
    def undoes(self) -> bool:
        """Whether its button takes back what just happened."""
        return self._notice is not None and self._notice.action == UNDO

    def undo(self) -> None:
        """Take back what it tells of."""
        if self.undoes:
            self._act()

    def show_notice(self, notice: Notice) -> None:
        """Show `notice` in place of the one before."""
        self._notice = notice
        self.text.setText(words(notice.message))
        self.act.setVisible(notice.action is not None)
        self.act.setText(words(notice.action) if notice.action is not None else "")
        self.setAccessibleName(self.text.text())
        self.setFocusProxy(self.act if notice.action is not None else self.shut)
        self.show()
        announce(self, self.text.text())
        self.changed.emit()

    def clear(self) -> None:
        """The next action was taken: the news is old."""
        self._notice = None
        self.hide()
        self.changed.emit()

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        row = QHBoxLayout()
        row.setContentsMargins(Gap.LARGE, Gap.SMALL, Gap.SMALL, Gap.SMALL)
        row.setSpacing(Gap.SMALL)
        row.addWidget(self.text, 1)
        row.addWidget(self.act)
        row.addWidget(self.shut)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(Rule(self))
        layout.addLayout(row)

    def _act(self) -> None:
        act = self._notice.act if self._notice is not None else None
        self.clear()
        if act is not None:
            act()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)
