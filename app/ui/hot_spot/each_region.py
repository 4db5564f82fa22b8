"""One question of each region: the text that all of them get, and what comes of it."""

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.geometry.region import Region
from app.message import message
from app.ui.fields.line import LineField
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.shape_words import region_name
from app.ui.theme import Gap
from app.ui.words import words

NAME = "{name}"
"""What stands in the text for the name of a region."""

_KEY = "hot-spot/each-region"
_SHOWN = 3
"""So many of the texts are shown."""


class EachRegionPanel(QWidget):
    """Takes no room until it is wanted; Enter makes the questions, Esc closes it.

    `made(texts)` brings the plain text of each question by the region's id, `name_wanted(id)` asks for a name first,
    `closed` gives the focus back.
    """

    made = Signal(object)
    name_wanted = Signal(str)
    closed = Signal()

    def __init__(self, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self.template = LineField(self.tr("Text of each question"), self)
        self.example = QuietLabel("", self)
        self.nameless = TextButton("", self)
        self.close_button = TextButton(self.tr("Cancel"), self)
        self.make = TextButton("", self)
        self._lay_out()
        self.template.textChanged.connect(self._show)
        self.template.returnPressed.connect(self.make.click)
        self.nameless.clicked.connect(lambda: self.name_wanted.emit(self._nameless[0].id))
        self.close_button.clicked.connect(self._close)
        self.make.clicked.connect(self._make)
        board.regions_changed.connect(self._show)
        self.hide()

    def open(self) -> None:
        """Show it with the text that was used last, and put the cursor there."""
        kept = str(QSettings().value(_KEY) or "")
        self.template.show_text(kept or self.tr("Click the {name}."))
        self.show()
        self._show()
        self.template.setFocus()
        self.template.end(False)

    @property
    def texts(self) -> dict[str, str]:
        """The text of each question by the region's id; a region without a name is called by its number."""
        template = self.template.text().strip()
        return {
            region.id: template.replace(NAME, region_name(region, number))
            for number, region in enumerate(self._board.regions, start=1)
        }

    @property
    def _nameless(self) -> list[Region]:
        return [region for region in self._board.regions if not region.name]

    def _lay_out(self) -> None:
        label = QLabel(self.tr("Text of each question"), self)
        label.setBuddy(self.template)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        for row in ((label, self.template), (self.example, self.nameless, self.close_button, self.make)):
            line = QHBoxLayout()
            line.setSpacing(Gap.SMALL)
            for widget in row:
                line.addWidget(widget, 1 if widget in (self.template, self.example) else 0)
            layout.addLayout(line)

    def _show(self) -> None:
        """Show what would be made now."""
        if self.isHidden():
            return
        count = len(self._board.regions)
        if not count:
            self._close()
            return
        complete = NAME in self.template.text()
        self.example.setText(self._examples() if complete else self.tr("Write {name} where the name belongs."))
        self.make.setEnabled(complete)
        self.make.setText(words(message("Make one question", plural="Make {count} questions", count=count)))
        self.nameless.setVisible(bool(self._nameless))
        if self._nameless:
            number = self._board.number(self._nameless[0].id)
            self.nameless.setText(self.tr("Name region {number}").format(number=number))

    def _examples(self) -> str:
        texts = list(self.texts.values())
        shown = "  ·  ".join(texts[:_SHOWN])
        more = len(texts) - _SHOWN
        return self.tr("{texts}  ·  and {count} more").format(texts=shown, count=more) if more > 0 else shown

    def _make(self) -> None:
        QSettings().setValue(_KEY, self.template.text().strip())
        texts = self.texts
        self.hide()
        self.made.emit(texts)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)
