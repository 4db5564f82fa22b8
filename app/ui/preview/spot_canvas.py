"""The picture of a hot spot, to be clicked by mouse or by the arrow keys."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.geometry.point import Point, Scale
from app.geometry.region import Region
from app.ui.fields.announce import announce
from app.ui.hot_spot.mark import RegionMark
from app.ui.hot_spot.pyramid import Pyramid
from app.ui.preview.picture_pool import picture_pool
from app.ui.theme import Gap, control_height, role

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf

_LOWEST_CONTROLS, _HIGHEST_CONTROLS = 7, 16
_OF_WINDOW = 0.5
"""So much of the window's height: a picture is looked at as a whole."""
_STEP, _FINE_STEP = 0.02, 0.0025
"""How far an arrow key goes, in proportions of the width, and with Shift."""
_RING = 2
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CLICKS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class SpotCanvas(QWidget):
    """`clicked` gives a place in proportions, `taken_back` asks that the last click goes; it knows no question.

    As high as the picture is at its width, within bounds: its page has a width that does not depend on its height.
    """

    clicked = Signal(object)
    taken_back = Signal()
    drawn = Signal()

    def __init__(self, name: str, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._picture: Pyramid | None = None
        self._clicks: Sequence[Point] = ()
        self._regions: Sequence[Region] = ()
        self._aim = Point(0.5, 0.5)
        self._is_frozen = False
        self._path: Path | None = None
        self._pool = picture_pool(shelf)
        self._pool.came.connect(self._arrive)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_picture(self, reference: str) -> bool:
        """Load the picture of a reference; whether it is on this computer."""
        self._path = self._shelf.path_of(reference) if reference else None
        at_hand = self._pool.ask(self._path) if self._path is not None else None
        if at_hand is not None:
            self._take(at_hand)
        return self._path is not None

    def show_clicks(self, clicks: Sequence[Point]) -> None:
        """Mark these places."""
        self._clicks = clicks
        self.update()

    def show_regions(self, regions: Sequence[Region]) -> None:
        """Draw these regions too: the answer is told."""
        self._regions = regions
        self.update()

    def freeze(self) -> None:
        """It is only looked at from now on."""
        self._is_frozen = True
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.unsetCursor()

    @property
    def is_drawn(self) -> bool:
        """Whether the picture is there."""
        return self._picture is not None

    @property
    def picture_size(self) -> Scale | None:
        """In pixels of the picture; None until it is there."""
        return self._picture.size if self._picture is not None else None

    def place_of(self, at: Point) -> QPointF:
        """Where a place of the picture is on the widget."""
        shown = self._shown()
        return QPointF(shown.x() + at.x * shown.width(), shown.y() + at.y * shown.height())

    def _shown(self) -> QRectF:
        if self._picture is None:
            return QRectF(self.rect())
        size = self._picture.size
        zoom = min(self.width() / size.width, self.height() / size.height)
        return QRectF(0, 0, zoom * size.width, zoom * size.height)

    def _arrive(self, path: Path, picture: Pyramid) -> None:
        if path == self._path:
            self._take(picture)

    def _take(self, picture: Pyramid) -> None:
        self._picture = picture
        self.updateGeometry()
        self.update()
        self.drawn.emit()

    def _move_aim(self, across: float, down: float) -> None:
        shown = self._shown()
        self._aim = self._aim.plus(across, down * shown.width() / max(shown.height(), 1)).within()
        said = self.tr("{across} % across, {down} % down").format(
            across=round(self._aim.x * 100), down=round(self._aim.y * 100)
        )
        self.setAccessibleDescription(said)
        announce(self, said)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as the picture then, within bounds."""
        room = round(_OF_WINDOW * self.window().height())
        highest = min(max(room, _LOWEST_CONTROLS * control_height()), _HIGHEST_CONTROLS * control_height())
        if self._picture is None:
            return QSize(0, highest)
        size = self._picture.size
        return QSize(0, max(1, min(highest, round(self.width() * size.height / size.width))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows aim, Shift finely; Enter and Space click, Backspace takes the last click back."""
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is not None and self._picture is not None:
            step = _FINE_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            self._move_aim(arrow[0] * step, arrow[1] * step)
        elif event.key() in _CLICKS and self._picture is not None:
            self.clicked.emit(self._aim)
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.taken_back.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the picture."""
        shown = self._shown()
        inside = shown.contains(event.position())
        if self._is_frozen or self._picture is None or event.button() != Qt.MouseButton.LeftButton or not inside:
            super().mousePressEvent(event)
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._aim = Point(event.position().x() / shown.width(), event.position().y() / shown.height()).within()
        self.clicked.emit(self._aim)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The aim is seen."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The aim goes."""
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: object) -> None:
        """Another width is another height."""
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, what is told of regions, the clicks, and the aim while the keyboard is here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._picture is None:
            painter.fillRect(self.rect(), role("surface_raised"))
            return
        size, shown = self._picture.size, self._shown()
        zoom = shown.width() / size.width
        painter.save()
        painter.scale(zoom, zoom)
        self._picture.draw(painter, QRectF(0, 0, size.width, size.height), zoom * self.devicePixelRatioF())
        for number, region in enumerate(self._regions, start=1):
            RegionMark(region, number, size).draw(painter, zoom)
        painter.restore()
        for number, click in enumerate(self._clicks, start=1):
            self._draw_click(painter, self.place_of(click), str(number) if len(self._clicks) > 1 else "")
        if self.hasFocus() and not self._is_frozen:
            self._draw_aim(painter, self.place_of(self._aim))
            painter.setPen(QPen(role("accent"), _RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(shown.adjusted(1, 1, -1, -1))

    def _draw_click(self, painter: QPainter, at: QPointF, number: str) -> None:
        radius = float(Gap.SMALL)
        painter.setPen(QPen(role("accent_text"), _RING))
        painter.setBrush(role("accent"))
        painter.drawEllipse(at, radius, radius)
        if number:
            place = QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter.value, number)

    def _draw_aim(self, painter: QPainter, at: QPointF) -> None:
        for width, name in ((_RING + 2, "accent_text"), (_RING, "accent")):
            painter.setPen(QPen(role(name), width))  # type: ignore[arg-type]
            for dx, dy in _ARROWS.values():
                start, end = QPointF(dx, dy) * Gap.TIGHT, QPointF(dx, dy) * Gap.LARGE
                painter.drawLine(at + start, at + end)
