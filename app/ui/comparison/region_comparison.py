"""The regions of both sides on the picture of a hot spot: the first ones in whole lines, the others in broken ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.geometry.point import Scale
from app.geometry.region import Region
from app.models.local import Local
from app.models.questions.hot_spot import HotSpotQuestion
from app.ui.hot_spot.outline import Outline, stroke, to_path
from app.ui.hot_spot.picture_loader import PictureLoader
from app.ui.hot_spot.pyramid import Pyramid
from app.ui.theme import Gap, Role, font, role

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf

_HIGHEST = 320
"""In logical pixels: the words and the buttons below are seen too."""
_WITHOUT = Scale(3, 2)
"""The form of what stands in for a picture that is not here."""
_BROKEN = 2
"""The number of its dash."""


@dataclass(frozen=True, slots=True)
class Side:
    """The regions of one side, and how they are drawn."""

    name: str
    regions: tuple[Region, ...]
    tone: Role
    dash: int


def first(name: str, question: HotSpotQuestion) -> Side:
    """How the regions of the first side are drawn."""
    return Side(name, question.regions(Local()), "region", 0)


def second(name: str, question: HotSpotQuestion) -> Side:
    """How those of the other one are."""
    return Side(name, question.regions(Local()), "accent", _BROKEN)


class RegionComparison(QWidget):
    """One picture with the regions of one side or of both; a picture that is not here leaves its form."""

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._picture: Pyramid | None = None
        self._size = _WITHOUT
        self._shown = ""
        self.sides: tuple[Side, ...] = ()
        self._loader = PictureLoader(self)
        self._loader.measured.connect(self._take_size)
        self._loader.shown.connect(self._take_picture)
        self._loader.finished.connect(self._take_picture)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_sides(self, reference: str, sides: Sequence[Side]) -> None:
        """Show these on the picture with this reference or address."""
        self.sides = tuple(sides)
        said = [f"{side.name}: {len(side.regions)}" for side in self.sides]
        self.setAccessibleName(self.tr("Regions on the picture. {counts}").format(counts=", ".join(said)))
        path = self._shelf.path_of(reference) if reference else None
        if reference != self._shown:
            self._shown, self._picture, self._size = reference, None, _WITHOUT
            self._loader.cancel()
            if path is not None:
                self._loader.load(path, "")
        self.updateGeometry()
        self.update()

    def _take_size(self, size: Scale) -> None:
        self._size = size
        self.updateGeometry()

    def _take_picture(self, picture: Pyramid) -> None:
        self._picture = picture
        self.update()

    def _place(self) -> QRectF:
        """Where the picture is drawn: all of it, at the left."""
        scale = min(self.width() / self._size.width, self.height() / self._size.height)
        return QRectF(0, 0, self._size.width * scale, self._size.height * scale)

    def sizeHint(self) -> QSize:
        """As high as the picture is at this width."""
        return QSize(2 * _HIGHEST, self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        """In the form of the picture, within a limit."""
        return min(_HIGHEST, round(width * self._size.height / self._size.width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, then each side with its name at its regions."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self._place()
        if self._picture is None:
            painter.fillRect(place, role("line"))
        else:
            scale = place.width() / self._size.width
            painter.save()
            painter.scale(scale, scale)
            whole = QRectF(0, 0, self._size.width, self._size.height)
            self._picture.draw(painter, whole, scale * self.devicePixelRatioF())
            painter.restore()
        for number, side in enumerate(self.sides):
            for region in side.regions:
                path = to_path(region.shape, Scale(place.width(), place.height()))
                stroke(painter, Outline(path), dash=side.dash, filled=True, of=side.tone)
                self._name(painter, path.boundingRect(), side, below=bool(number))
        painter.end()

    def _name(self, painter: QPainter, bounds: QRectF, side: Side, *, below: bool) -> None:
        """The side's name on a ground of its own: above its region, or below it for the second one."""
        painter.setFont(font("quiet"))
        room = painter.fontMetrics()
        size = QRectF(0, 0, room.horizontalAdvance(side.name) + 2 * Gap.TIGHT, room.height())
        corner = bounds.bottomLeft() if below else bounds.topLeft() - QPointF(0, size.height())
        label = size.translated(corner)
        label.moveTop(max(0.0, min(label.top(), self._place().height() - size.height())))
        label.moveLeft(max(0.0, min(label.left(), self._place().width() - size.width())))
        painter.fillRect(label, role("surface_raised"))
        painter.setPen(role(side.tone))
        painter.drawText(label, Qt.AlignmentFlag.AlignCenter.value, side.name)
