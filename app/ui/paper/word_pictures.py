"""The pictures of a Word document, drawn as on a page."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from app.geometry.region import Region
from app.html.picture_tag import picture
from app.html.tag import Tag
from app.office.picture import WIDEST, Picture
from app.ui.fields.rich_text.picture import said_size
from app.ui.paper.drawn_picture import DrawnPicture
from app.ui.paper.kit import Kit
from app.ui.theme import on_paper

_FINE = 2.5
"""Pixels for each unit of the page."""


def of_text(kit: Kit, tag: Tag) -> Picture | None:
    """The picture of an `img`, so large as a page would show it; None where it is not here."""
    shown = picture(tag.opening)
    found = kit.stock.picture(shown.address)
    if found is None:
        return None
    size = _within(said_size(shown, found.size), kit.highest)
    return _drawn(size, shown.alt, lambda painter: found.draw(painter, QRectF(0, 0, size.width(), size.height())))


def marked(kit: Kit, reference: str, regions: tuple[Region, ...]) -> Picture | None:
    """A picture to mark places on, with its regions in a key; None where it is not here. Any thread may."""
    if kit.stock.picture(reference) is None:
        return None
    with on_paper(kit.metric.font):
        whole = DrawnPicture(reference, regions, WIDEST - 40, kit, in_key=bool(regions))
        return _drawn(QSizeF(whole.width, whole.height), "", whole.draw)


def _within(size: QSizeF, highest: float) -> QSizeF:
    zoom = min(1.0, WIDEST / max(size.width(), 1), highest / max(size.height(), 1))
    return size * zoom


def _drawn(size: QSizeF, alt: str, draw: Callable[[QPainter], object]) -> Picture:
    image = QImage(QSize(round(size.width() * _FINE) + 1, round(size.height() * _FINE) + 1), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_FINE, _FINE)
    draw(painter)
    painter.end()
    photo, drawing = _packed(image, b"jpeg", 90), _packed(image, b"png", -1)
    data, kind = (photo, "image/jpeg") if 2 * len(photo) < len(drawing) else (drawing, "image/png")
    return Picture(data, kind, round(size.width()), round(size.height()), alt)


def _packed(image: QImage, form: bytes, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, form)
    writer.setQuality(quality)
    writer.write(image)
    return bytes(buffer.data().data())
