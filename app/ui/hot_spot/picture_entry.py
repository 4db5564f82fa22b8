"""The ways in which a picture comes into the drawer: a file, the clipboard, a drop."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.ui.fields.picture_choice import ChooseFile
from app.ui.fields.picture_drop import dropped
from app.ui.fields.picture_intake import PictureIntake
from app.ui.hot_spot.message_bar import MessageBar
from app.ui.words import words


class PictureEntry(QObject):
    """`offered(source, name)` hands over a file or its bytes; what is refused is told in the bar.

    `busy(text)` tells what is waited for.
    """

    offered = Signal(object, str)
    busy = Signal(str)

    def __init__(self, message: MessageBar, choose_file: ChooseFile, parent: QWidget) -> None:
        super().__init__(parent)
        self._message, self._choose_file, self._window = message, choose_file, parent
        self._intake = PictureIntake(self, still=True)
        self._intake.offered.connect(self.offered)
        self._intake.refused.connect(self._refused)

    def choose(self) -> None:
        """Ask for a file."""
        self._choose_file(self._window, lambda path: self._intake.take(path, path.name))

    def paste(self) -> None:
        """Take what is on the clipboard."""
        self.take(QGuiApplication.clipboard().mimeData())

    def take(self, data: QMimeData | None) -> None:
        """Take what was dropped or pasted."""
        found = dropped(data) if data is not None else None  # a clipboard may have nothing at all
        if found is None:
            self._message.show_words(
                self.tr("There is no picture in it. Copy a picture or a picture file, not its address.")
            )
            return
        self._message.hide()
        self._intake.take(found.source, found.name)

    def _refused(self, error: UserError, source: Path | bytes | None, name: str) -> None:
        if source is None:
            self._message.show_words(told(error))
            return
        smaller = self.tr("Make a smaller copy")
        self._message.show_words(words(error.message), (smaller, lambda: self._take_smaller(source, name)))

    def _take_smaller(self, source: Path | bytes, name: str) -> None:
        self.busy.emit(self.tr("Making a smaller copy…"))
        self._intake.take_smaller(source, name)


def told(error: UserError) -> str:
    """What happened, and what to do."""
    return f"{words(error.message)} {words(error.hint)}" if error.hint else words(error.message)
