"""The picture of a hot spot, as large as the page allows; in a key with its regions."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from app.geometry.point import Scale
from app.geometry.region import Region
from app.ui.fields.rich_text.picture import draw_place
from app.ui.hot_spot.mark import RegionMark
from app.ui.paper.kit import Kit
from app.ui.theme import role

_HIGHEST, _HIGHEST_IN_KEY = 0.5, 0.22
"""Of a page."""
_MISSING = 120


class DrawnPicture:
    """Fills the width, within a height that leaves room for the question."""

    cuts: tuple[float, ...] = ()

    def __init__(self, reference: str, regions: Sequence[Region], width: float, kit: Kit, *, in_key: bool) -> None:
        self._regions = regions
        self._found = kit.stock.picture(reference)
        highest = (_HIGHEST_IN_KEY if in_key else _HIGHEST) * kit.metric.room
        own = self._found.size if self._found is not None else None
        zoom = min(width / own.width(), highest / own.height()) if own is not None else 0.0
        self._place = QRectF(0, 0, own.width() * zoom, own.height() * zoom) if own else QRectF(0, 0, width, _MISSING)
        self.width, self.height = self._place.width(), self._place.height()
        self.base = self.height
        self._zoom = zoom

    def draw(self, painter: QPainter) -> None:
        """The picture in a thin frame, and the regions."""
        if self._found is None:
            draw_place(painter, self._place, _said())
            return
        self._found.draw(painter, self._place)
        painter.setPen(QPen(role("text_quiet"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self._place)
        size = Scale(self._found.size.width(), self._found.size.height())
        painter.save()
        painter.scale(self._zoom, self._zoom)
        for number, region in enumerate(self._regions, 1):
            RegionMark(region, number, size).draw(painter, self._zoom)
        painter.restore()


def _said() -> str:
    return QCoreApplication.translate("DrawnPicture", "The picture is not on this computer.")
