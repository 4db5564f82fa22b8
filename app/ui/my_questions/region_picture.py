"""The picture of a hot spot with its right regions, to be looked at."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.geometry.region import Region
from app.ui.hot_spot.mark import RegionMark
from app.ui.hot_spot.picture_loader import PictureLoader
from app.ui.hot_spot.pyramid import Pyramid
from app.ui.theme import control_height

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf

_HIGHEST_CONTROLS = 9


class RegionPicture(QWidget):
    """Decoded beside the window; no higher than some lines, so that the answers below it stay in sight."""

    def __init__(self, name: str, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._reference = ""
        self._picture: Pyramid | None = None
        self._regions: Sequence[Region] = ()
        self._loader = PictureLoader(self)
        self._loader.shown.connect(self._take)
        self._loader.finished.connect(self._take)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_picture(self, reference: str, regions: Sequence[Region]) -> None:
        """Show the picture of a reference or an address; one that is not here takes no room."""
        self._regions = regions
        path = self._shelf.path_of(reference)
        self.setVisible(path is not None)
        if reference != self._reference:
            self._reference, self._picture = reference, None
            self._loader.cancel()
            if path is not None:
                self._loader.load(path, path.name)
        self.update()

    @property
    def is_drawn(self) -> bool:
        """Whether the picture is there."""
        return self._picture is not None

    def _take(self, picture: Pyramid) -> None:
        self._picture = picture
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as the picture then, within bounds."""
        highest = _HIGHEST_CONTROLS * control_height()
        if self._picture is None:
            return QSize(0, highest)
        size = self._picture.size
        return QSize(0, min(highest, round(self.width() * size.height / size.width)))

    def resizeEvent(self, event: object) -> None:
        """Another width is another height."""
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, and on it every region with its number."""
        if self._picture is None:
            return
        size = self._picture.size
        zoom = min(self.width() / size.width, self.height() / size.height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(zoom, zoom)
        whole = QRectF(0, 0, size.width, size.height)
        self._picture.draw(painter, whole, zoom * self.devicePixelRatioF())
        for number, region in enumerate(self._regions, start=1):
            RegionMark(region, number, size).draw(painter, zoom)
