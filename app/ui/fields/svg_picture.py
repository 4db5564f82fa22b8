"""SVG drawings become pixels here, with nothing from outside in them (decisions 27)."""

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QXmlStreamReader, QXmlStreamWriter
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from app.message import message
from app.pictures.errors import NotAPicture, PictureError, PictureTooLarge
from app.pictures.header import Source, size_of
from app.pictures.policy import STUDENT_SIDE

MOST_BYTES: Final = 20_000_000

_OWN = re.compile(r"#|data:image/(?:png|jpe?g|gif|webp);", re.IGNORECASE)
"""What a drawing may refer to: its own parts, and pixels that it holds itself."""

_NOTHING = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
"""A pixel that is not seen, in place of what lies outside."""

_Token = QXmlStreamReader.TokenType
_DROPPED = (_Token.DTD, _Token.ProcessingInstruction, _Token.EntityReference, _Token.Comment)


def rasterised(source: Source, name: str) -> QImage:
    """The drawing on white. For worker threads. Raises `NotAPicture`, `PictureTooLarge`."""
    if size_of(source) > MOST_BYTES:
        words = message('"{name}" is an SVG drawing of more than 20 MB.', name=name)
        raise PictureTooLarge(words, message("Save it as PNG with a drawing program, then add that."), shrinkable=False)
    renderer = QSvgRenderer()
    if not renderer.load(_self_contained(source.read_bytes() if isinstance(source, Path) else source, name)):
        raise _unreadable(name)
    size = renderer.defaultSize().scaled(QSize(STUDENT_SIDE, STUDENT_SIDE), Qt.AspectRatioMode.KeepAspectRatio)
    picture = QImage(size, QImage.Format.Format_RGB32)
    if picture.isNull():
        raise _unreadable(name)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    return picture


def _self_contained(data: bytes, name: str) -> QByteArray:
    """The drawing without document types, style sheets and references that lead out of it: Qt opens what they name."""
    given, out = QBuffer(), QBuffer()
    given.setData(QByteArray(data))
    given.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QXmlStreamReader(given)
    reader.setNamespaceProcessing(False)
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QXmlStreamWriter(out)
    while not reader.atEnd():
        kind = reader.readNext()
        if kind == _Token.StartElement:
            _copy_start(reader, writer)
        elif kind == _Token.Characters and "@import" not in reader.text():
            writer.writeCharacters(str(reader.text()))
        elif kind not in (*_DROPPED, _Token.Characters, _Token.Invalid):
            writer.writeCurrentToken(reader)
    if reader.hasError():
        raise _unreadable(name)
    return out.data()


def _copy_start(reader: QXmlStreamReader, writer: QXmlStreamWriter) -> None:
    """Names stay as they are written: Qt's drawing looks for "xlink:href" to the letter."""
    writer.writeStartElement(str(reader.qualifiedName()))
    attributes = reader.attributes()
    for place in range(attributes.size()):
        attribute = attributes.at(place)
        name, value = str(attribute.qualifiedName()), str(attribute.value())
        leads_out = name.rpartition(":")[2] == "href" and not _OWN.match(value.strip())
        writer.writeAttribute(name, _NOTHING if leads_out else value)


def _unreadable(name: str) -> PictureError:
    words = message('"{name}" is an SVG drawing that cannot be read.', name=name)
    return NotAPicture(words, message("Save it as PNG with a drawing program, then add that."))
