"""A bar that says what went wrong with a picture, with the one act that helps."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.fields.icon_button import IconButton
from app.ui.fields.icon_label import IconLabel
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.theme import Gap


class MessageBar(QWidget):
    """Takes no room while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark = IconLabel(self)
        mark.show_icon(icon("circle-alert", "danger"))
        self.words = QuietLabel("", self)
        self.act = TextButton("", self)
        self._do: Callable[[], None] | None = None
        close = IconButton("x", self.tr("Close this message"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.act)
        layout.addWidget(close)
        close.clicked.connect(self.hide)
        self.act.clicked.connect(self._act)
        self.hide()

    def show_words(self, text: str, act: str = "", do: Callable[[], None] | None = None) -> None:
        """Show `text`, and a button `act` that calls `do`."""
        self.words.setText(text)
        self._do = do
        self.act.setText(act)
        self.act.setVisible(do is not None)
        self.show()

    def _act(self) -> None:
        do, self._do = self._do, None
        self.hide()
        if do is not None:
            do()
