"""The regions for screen readers: one child of the canvas for each, where it is seen, with all of it in words.

A scene has no children that a screen reader knows, and an interface written in Python would be called by Qt's bridges
at any time, also while objects die. Buttons that paint nothing are the tested way: name, place and press are Qt's own.
"""

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtWidgets import QAbstractButton

from app.geometry.region import Region
from app.ui.hot_spot.picture_view import PictureView
from app.ui.hot_spot.shape_words import spoken_region


class RegionTwin(QAbstractButton):
    """Pressed by a screen reader it selects its region; mouse and Tab go past it."""

    def __init__(self, view: PictureView) -> None:
        super().__init__(view.viewport())
        self.region_id = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(lambda: view.board.select(self.region_id))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """It is not seen."""


class RegionTwins(QObject):
    """Keeps the twins true to board and view, while there is a screen reader at all."""

    def __init__(self, view: PictureView) -> None:
        super().__init__(view)
        self._view = view
        self._twins: list[RegionTwin] = []
        # The viewport moves its children when it scrolls; they are put in place when that is over.
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(self.renew)
        board = view.board
        bars = (view.horizontalScrollBar().valueChanged, view.verticalScrollBar().valueChanged)
        for changed in (board.regions_changed, board.selection_changed, view.zoomed, *bars):
            changed.connect(self._soon)

    def renew(self) -> None:
        """Show the board's regions as they are now; without a screen reader nothing is made."""
        board = self._view.board
        regions = board.visible if QAccessible.isActive() else ()
        while len(self._twins) > len(regions):
            self._twins.pop().deleteLater()
        while len(self._twins) < len(regions):
            self._twins.append(RegionTwin(self._view))
        for twin, region in zip(self._twins, regions, strict=True):
            self._fill(twin, region)

    def _soon(self) -> None:
        if QAccessible.isActive() and not self._due.isActive():
            self._due.start()

    def _fill(self, twin: RegionTwin, region: Region) -> None:
        board = self._view.board
        words = spoken_region(region, board.number(region.id), len(board.regions))
        twin.region_id = region.id
        if twin.accessibleName() != words:
            twin.setAccessibleName(words)
        twin.setAccessibleDescription(self.tr("Selected") if region in board.chosen else "")
        twin.setGeometry(self._view.to_view_rect(region.shape.bounds).toAlignedRect())
        twin.show()
