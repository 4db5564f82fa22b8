"""The handle at the corner of a picture that is selected: drawn, its size follows the mouse and keeps the shape."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from app.ui.fields.rich_text.atom_place import atom_rect
from app.ui.theme import Gap, role

if TYPE_CHECKING:
    from app.ui.fields.rich_text.edit import RichEdit

_LEAST = 16.0


class PictureHandle:
    """Of one text. It moves nothing but the size that is shown; the text changes when the mouse is let go."""

    def __init__(self, edit: "RichEdit") -> None:
        self._edit = edit
        self._dragged: int | None = None
        self._size = QSizeF()

    def size_of(self, position: int) -> QSizeF | None:
        """The size under the mouse of a picture that is being resized."""
        return self._size if position == self._dragged else None

    @property
    def is_dragged(self) -> bool:
        """Whether a picture is being resized."""
        return self._dragged is not None

    def place(self) -> QRectF | None:
        """Where the handle is, None while no picture is selected."""
        position = self._edit.selected_picture()
        if position is None:
            return None
        corner = atom_rect(self._edit.rich, position).bottomRight()
        side = Gap.SMALL + Gap.TIGHT
        return QRectF(corner.x() - side, corner.y() - side, side, side)

    def press(self, point: QPointF) -> bool:
        """Take hold, if the point is on the handle."""
        place = self.place()
        if place is None or not place.contains(point):
            return False
        self._dragged = self._edit.selected_picture()
        assert self._dragged is not None
        self._size = atom_rect(self._edit.rich, self._dragged).size()
        return True

    def move(self, point: QPointF) -> None:
        """The corner goes where the mouse is, as far as the shape allows."""
        if self._dragged is None:
            return
        place = atom_rect(self._edit.rich, self._dragged)
        width = max(point.x() - place.left(), _LEAST)
        self._size = self._size * (width / self._size.width())
        self._edit.rich.markContentsDirty(self._dragged, 1)

    def release(self) -> int:
        """Let go; gives the width in pixels."""
        self._dragged = None
        return round(self._size.width())

    def paint(self, painter: QPainter) -> None:
        """A frame around the picture, and the handle."""
        position, place = self._edit.selected_picture(), self.place()
        if position is None or place is None:
            return
        painter.setPen(role("accent"))
        painter.drawRect(atom_rect(self._edit.rich, position).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.fillRect(place, role("accent"))
