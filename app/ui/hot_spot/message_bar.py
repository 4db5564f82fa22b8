"""A bar that says what went wrong with a picture, or asks what to do with it, with the acts that help."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.fields.icon_button import IconButton
from app.ui.fields.icon_label import IconLabel
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.theme import Gap

Act = tuple[str, Callable[[], object]]
"""What a button says, and what it does."""


class MessageBar(QWidget):
    """Takes no room while there is nothing to say. `closed` comes when the person wants none of the acts."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconLabel(self)
        self.words = QuietLabel("", self)
        self.act, self.other = TextButton("", self), TextButton("", self)
        self._acts: tuple[Act, ...] = ()
        close = IconButton("x", self.tr("Close this message"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.words, 1)
        for button in (self.act, self.other, close):
            layout.addWidget(button)
        close.clicked.connect(self._close)
        self.act.clicked.connect(lambda: self._do(0))
        self.other.clicked.connect(lambda: self._do(1))
        self.hide()

    def show_words(self, text: str, *acts: Act) -> None:
        """Say what went wrong, with up to two buttons."""
        self._mark.show_icon(icon("circle-alert", "danger"))
        self._show(text, acts)

    def offer(self, text: str, *acts: Act) -> None:
        """Say what can be done; the keyboard stays where it is."""
        self._mark.show_icon(icon("info", "text_quiet"))
        self._show(text, acts)

    def ask(self, text: str, *acts: Act) -> None:
        """Ask what to do; the keyboard goes to the first answer."""
        self._mark.show_icon(icon("circle-question-mark", "text_quiet"))
        self._show(text, acts)
        self.act.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, text: str, acts: tuple[Act, ...]) -> None:
        self.words.setText(text)
        self._acts = acts
        for place, button in enumerate((self.act, self.other)):
            button.setVisible(place < len(acts))
            button.setText(acts[place][0] if place < len(acts) else "")
            button.setAccessibleDescription(text)
        self.show()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _do(self, place: int) -> None:
        acts, self._acts = self._acts, ()
        self.hide()
        if place < len(acts):
            acts[place][1]()
