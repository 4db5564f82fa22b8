"""The page around a drawer scrolls to it when its picture is worked at."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.fields.view import keep_in_view
from app.ui.hot_spot.toolbar import Toolbar
from app.ui.hot_spot.view import RegionView


class IntoView(QObject):
    """At once for keys; for the mouse when the double-click is over that a click on a tool may become."""

    def __init__(self, drawer: QWidget, view: RegionView, toolbar: Toolbar) -> None:
        super().__init__(drawer)
        self._drawer, self._view = drawer, view
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self._clicked)
        view.entered.connect(self._entered)
        for button in toolbar.in_one_stop():
            button.installEventFilter(self)

    def _entered(self) -> None:
        if not self._due.isActive():
            keep_in_view(self._drawer)

    def _clicked(self) -> None:
        """Nothing moves under a hand that draws already."""
        if self._view.hasFocus() and not QGuiApplication.mouseButtons():
            keep_in_view(self._drawer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on a tool may be the first of two."""
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            self._due.start(QApplication.doubleClickInterval())
        return False
