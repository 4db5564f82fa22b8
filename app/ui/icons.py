"""Icons by name, drawn from the outline set in `resources/icons` in the colour of a role.

The colour is chosen when the icon is painted, so that no one has to renew icons when light turns to dark.
"""

import os
from functools import cache, lru_cache
from typing import Final

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from app.paths import resources
from app.ui.theme import Role, role, row_ink

TYPE_ICONS: Final = {
    "choice": "circle-dot",
    "multi-answer": "list-checks",
    "true-false": "toggle-left",
    "matching": "link-2",
    "categorization": "folder-tree",
    "ordering": "list-ordered",
    "rich-fill-blank": "text-cursor-input",
    "numeric": "hash",
    "formula": "square-function",
    "essay": "file-text",
    "file-upload": "paperclip",
    "hot-spot": "crosshair",
    "stimulus": "book-open",
    "bank-entry": "library",
    "bank": "database",
}
"""Interaction type slug, or kind of entry, to the name of its icon."""


@cache
def icon(name: str, role: Role = "text") -> QIcon:
    """The icon of that file name without `.svg`. Raises FileNotFoundError for a name that is not there.

    Each is made once and kept: while a list is painted hundreds would be made and taken down a second, and where the
    memory of one that goes was that of another object's before, PySide looks at what it has just freed.
    """
    if name not in _names():
        raise FileNotFoundError(f"There is no icon {name}.")
    return QIcon(_Outline(name, role))


def app_icon() -> QIcon:
    """The program's own icon, in its own colours and in every size that a desktop asks for."""
    drawn = QIcon()
    for side in (16, 24, 32, 48, 64, 128, 256):
        drawn.addPixmap(_drawn("quizwright", side, QColor("black")))
    return drawn


def pixmap(name: str, size: int, scale: float, colour: QColor) -> QPixmap:
    """The icon as a square of `size` logical pixels at `scale` device pixels each."""
    key = f"quizwright/{name}/{size}/{scale}/{colour.rgba():x}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        found = _drawn(name, round(size * scale), colour)
        found.setDevicePixelRatio(scale)
        QPixmapCache.insert(key, found)
    return found


class _Outline(QIconEngine):
    """Draws one outline in the colour that its role has now."""

    def __init__(self, name: str, of: Role) -> None:
        super().__init__()
        self._name, self._role = name, of

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw in the middle of `rect`."""
        side = min(rect.width(), rect.height())
        place = QRect(QPoint(0, 0), QSize(side, side))
        place.moveCenter(rect.center())
        # Asking the painter for its device makes PySide load every class of widgets, at the first paint of all.
        scale = painter.deviceTransform().m11()
        painter.drawPixmap(place, pixmap(self._name, side, scale, self._colour(mode)))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The same for callers that know no scale."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """`size` is in logical pixels, `scale` device pixels for each."""
        drawn = pixmap(self._name, min(size.width(), size.height()), scale, self._colour(mode))
        return _with_air(drawn, size, scale) if size.width() > size.height() else drawn

    def _colour(self, mode: QIcon.Mode) -> QColor:
        if mode == QIcon.Mode.Selected:  # only rows of lists are drawn so
            return row_ink()
        if mode == QIcon.Mode.Disabled:
            return QGuiApplication.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
        return role(self._role)


def _with_air(drawn: QPixmap, size: QSize, scale: float) -> QPixmap:
    """The square at the beginning of a wider place: what follows it, words, keeps away from it."""
    wide = QPixmap(round(size.width() * scale), round(size.height() * scale))
    wide.setDevicePixelRatio(scale)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0 if QGuiApplication.isLeftToRight() else size.width() - size.height(), 0, drawn)
    painter.end()
    return wide


def _drawn(name: str, side: int, colour: QColor) -> QPixmap:
    drawing = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.name().encode())))
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(colour.alphaF())
    drawing.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture


@cache
def _names() -> frozenset[str]:
    """Looked up at once: the menus have 60 icons, and nothing of them is read before it is painted."""
    return frozenset(file.removesuffix(".svg") for file in os.listdir(resources() / "icons"))


@lru_cache(maxsize=256)
def _source(name: str) -> bytes:
    return (resources() / "icons" / f"{name}.svg").read_bytes()
