"""Pictures that are dropped on the drawer, or pasted where nothing else takes the paste."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from app.ui.fields.picture_drop import may_hold_picture
from app.ui.hot_spot.picture_entry import PictureEntry
from app.ui.hot_spot.placeholder import Placeholder


class Reception(QObject):
    """Hands them to the entry; while one is held over the drawer its place shows that it would be taken."""

    def __init__(self, drawer: QWidget, place: Placeholder, entry: PictureEntry) -> None:
        super().__init__(drawer)
        self._place, self._entry = place, entry
        drawer.setAcceptDrops(True)
        drawer.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only what holds a picture is taken."""
        if isinstance(event, QDragEnterEvent):
            return self._entered(event)
        if event.type() == QEvent.Type.DragLeave:
            self._place.show_target(False)
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            event.acceptProposedAction()
            self._place.show_target(False)
            self._entry.take(event.mimeData())
            return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pasted(event)
        return False

    def _pasted(self, event: QKeyEvent) -> bool:
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        event.accept()
        self._entry.paste()
        return True

    def _entered(self, event: QDragEnterEvent) -> bool:
        if not may_hold_picture(event.mimeData()):
            return False
        event.acceptProposedAction()
        self._place.show_target(True)
        return True
