"""A way that a whole library goes: what will happen, how far it is, what came of it. One dialog for both directions."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from app.errors import UserError
from app.message import Message
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.fields.trouble import Trouble
from app.ui.theme import Gap, control_height
from app.ui.words import words


class JourneyDialog(QDialog):
    """`begun` comes from its button; `cancelled` while it runs. The rest of the window waits: nothing must change."""

    begun = Signal()
    cancelled = Signal()

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._runs = False
        self.said = QLabel(self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self.note = QuietLabel("", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.trouble = Trouble(self)
        self.no = TextButton(self.tr("Cancel"), self)
        self.no.clicked.connect(self.reject)
        self.yes = TextButton("", self)
        self.yes.setDefault(True)
        self._do: Callable[[], object] = self.begun.emit
        self.yes.clicked.connect(lambda: self._do())
        self._lay_out()

    def ask(self, said: Sequence[Message], note: Sequence[Message], verb: str) -> None:
        """Say what will happen once the button with the `verb` is pressed."""
        self._show(said, note)
        self.yes.setText(verb)
        self.bar.hide()

    def run(self, said: Message) -> None:
        """It is under way, nobody knows how far."""
        self._runs = True
        self._show([said], [])
        self.trouble.show_error(None)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words(said))
        self.bar.show()
        self.yes.hide()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, done: int, total: int) -> None:
        """So far it is."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def show_result(
        self, said: Sequence[Message], note: Sequence[Message], verb: str = "", do: Callable[[], object] | None = None
    ) -> None:
        """It is done; `do` is offered by a button with the `verb`."""
        self._runs = False
        self.bar.hide()
        self._show(said, note)
        self.no.setText(self.tr("Close"))
        self.yes.setText(verb)
        self.yes.setVisible(bool(verb))
        self._do = lambda: self._follow(do)
        (self.yes if verb else self.no).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, error: UserError) -> None:
        """It could not be done, and nothing has changed."""
        self._runs = False
        self.bar.hide()
        self.trouble.show_error(error)
        self.no.setText(self.tr("Close"))
        self.yes.hide()
        self._grow()

    def reject(self) -> None:
        """While it runs, this asks it to end first."""
        if self._runs:
            self.cancelled.emit()
        else:
            super().reject()

    def end(self) -> None:
        """Close it, whatever it shows."""
        self._runs = False
        self.reject()

    def _follow(self, do: Callable[[], object] | None) -> None:
        self.accept()
        if do is not None:
            do()

    def _show(self, said: Sequence[Message], note: Sequence[Message]) -> None:
        for label, lines in ((self.said, said), (self.note, note)):
            label.setText("\n\n".join(words(line) for line in lines))
            label.setVisible(bool(lines))
        self.setAccessibleDescription(self.said.text())
        self._grow()

    def _grow(self) -> None:
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(self.width(), max(layout.totalHeightForWidth(self.width()), layout.minimumSize().height()))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Gap.SMALL)
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        self.no.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, Gap.LARGE)
        layout.setSpacing(Gap.MEDIUM)
        for part in (self.said, self.bar, self.trouble, self.note):
            layout.addWidget(part)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.setMinimumWidth(control_height() * 15)
        self.resize(control_height() * 15, self.sizeHint().height())
