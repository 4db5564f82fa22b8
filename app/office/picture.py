"""A picture within a line of a document."""

from dataclasses import dataclass
from typing import Final

from lxml.etree import _Element as Element

from app.office.markup import add
from app.office.package import Package

_EMU: Final = 9525
"""Of Office's units in a pixel of 1/96 inch."""
WIDEST: Final = 600
"""Pixels between the margins of a page, about."""
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"


@dataclass(frozen=True, slots=True)
class Picture:
    """Its bytes, and how large it is shown, in pixels."""

    data: bytes
    content_type: str
    width: int
    height: int
    alt: str = ""


def add_picture(run: Element, picture: Picture, package: Package, *, number: int) -> None:
    """Put a picture into a run, no wider than a page; `number` is its own among all of the document."""
    width, height = max(picture.width, 1), max(picture.height, 1)
    if width > WIDEST:
        width, height = WIDEST, max(height * WIDEST // width, 1)
    size = {"cx": width * _EMU, "cy": height * _EMU}
    frame = add(add(run, "w:drawing"), "wp:inline", distT=0, distB=0, distL=0, distR=0)
    add(frame, "wp:extent", **size)
    add(frame, "wp:docPr", id=number, name=f"Picture {number}", descr=picture.alt)
    data = add(add(frame, "a:graphic"), "a:graphicData", uri=_PICTURE)
    shown = add(data, "pic:pic")
    about = add(shown, "pic:nvPicPr")
    add(about, "pic:cNvPr", id=number, name=f"Picture {number}")
    add(about, "pic:cNvPicPr")
    fill = add(shown, "pic:blipFill")
    add(fill, "a:blip", r_embed=package.picture(picture.data, picture.content_type))
    add(add(fill, "a:stretch"), "a:fillRect")
    shape = add(shown, "pic:spPr")
    place = add(shape, "a:xfrm")
    add(place, "a:off", x=0, y=0)
    add(place, "a:ext", **size)
    add(add(shape, "a:prstGeom", prst="rect"), "a:avLst")
