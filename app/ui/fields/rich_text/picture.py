"""A picture in a text, drawn from the library's own file."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPyTextObject, QTextDocument, QTextFormat

from app.html.picture_tag import Picture, picture
from app.ui.fields.rich_text.picture_file import PictureFiles
from app.ui.fields.rich_text.style import SOURCE
from app.ui.theme import Gap, font, role

if TYPE_CHECKING:
    from app.ui.fields.rich_text.edit import RichEdit

_PLACE = QSizeF(240, 120)
_LEAST = 8


class PictureObject(QPyTextObject):
    """Draws every picture of one document; in place of one that is not here, what it says of itself."""

    def __init__(self, edit: "RichEdit", files: PictureFiles) -> None:
        super().__init__(edit)
        self._edit, self._files = edit, files
        files.arrived.connect(edit.viewport().update)

    def intrinsicSize(self, document: QTextDocument, position: int, format_: QTextFormat) -> QSizeF:
        """As its tag says or as its file is, never wider than the text."""
        shown = picture(format_.stringProperty(SOURCE))
        resized = self._edit.handle.size_of(position)
        size = resized if resized is not None else said_size(shown, self._files.size(shown.address))
        return fitted(size, document)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        format_: QTextFormat,
    ) -> None:
        """The picture, or a frame with its description."""
        place = QRectF(rect)
        said = picture(format_.stringProperty(SOURCE))
        scale = painter.deviceTransform().m11()
        pixels = QSize(max(1, round(place.width() * scale)), max(1, round(place.height() * scale)))
        shown = self._files.picture(said.address, pixels) if self._files.size(said.address) else None
        painter.save()
        if shown is not None and not shown.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, shown)
        else:
            draw_place(painter, place, said.alt or self._edit.tr("Picture that is not on this computer yet"))
        painter.restore()


def said_size(shown: Picture, own: QSize | None) -> QSizeF:
    """As a tag says, else as its file is; of one that is not here a place of some size."""
    size = QSizeF(own) if own is not None else QSizeF(_PLACE)
    if shown.width and shown.height:
        return QSizeF(shown.width, shown.height)
    if shown.width:
        return size * (shown.width / size.width())
    return size * (shown.height / size.height()) if shown.height else size


def fitted(size: QSizeF, document: QTextDocument) -> QSizeF:
    """The size, made smaller where the text is not so wide."""
    room = max(document.textWidth() - 2 * document.documentMargin(), _LEAST)
    return size if size.width() <= room else size * (room / size.width())


def draw_place(painter: QPainter, place: QRectF, words: str) -> None:
    """A frame with words in the place of a picture that is not here."""
    painter.fillRect(place, role("surface"))
    painter.setPen(role("line"))
    painter.drawRect(place.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setPen(role("text_quiet"))
    painter.setFont(font("quiet"))
    inner = place.adjusted(Gap.SMALL, Gap.TIGHT, -Gap.SMALL, -Gap.TIGHT)
    if inner.height() > QFontMetricsF(font("quiet")).height():
        painter.drawText(inner, (Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap).value, words)
