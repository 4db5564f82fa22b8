"""Texts, files and places on a picture."""

from typing import Final

from lxml.etree import _Element as Element

from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.shape import Oval, Polygon, Rectangle, Shape
from app.interchange.maker import essay
from app.interchange.qti2.entry import Entry, Read, html_of_element
from app.interchange.rich import words
from app.interchange.xml import first, within
from app.message import Message, message
from app.models.number import decimal_of
from app.models.questions.file_upload import FileUploadQuestion
from app.models.questions.hot_spot import HotSpotInteraction, HotSpotQuestion, HotSpotRegion, HotSpotScoring

_LARGEST: Final = 10**6


def read_essay(entry: Entry, _shown: Element, _points: float) -> Read:
    """A text to write; what scorers are told becomes the notes."""
    notes = [
        words(html_of_element(one)) for one in within(entry.body, "rubricBlock") if "scorer" in (one.get("view") or "")
    ]
    return essay(entry.stem(), "\n".join(notes)), []


def read_upload(entry: Entry, shown: Element, _points: float) -> Read:
    """A file to hand in."""
    lost = [message("Of which kind the file has to be.")] if shown.get("type") else []
    return FileUploadQuestion.new().replaced(item_body=entry.stem()), lost


def read_hot_spot(entry: Entry, shown: Element, _points: float) -> Read:
    """Every right place becomes a region; the picture is named as the file does, for the caller to find."""
    image = first(shown, "img")
    size = _size(image)
    response = entry.response(shown)
    places = [one for one in within(shown, "hotspotChoice") if one.get("identifier") in response.keys]
    declared = next(
        (
            one
            for one in entry.element.iterchildren("responseDeclaration")
            if one.get("identifier") == shown.get("responseIdentifier")
        ),
        None,
    )
    places += [one for one in within(declared, "areaMapEntry") if (decimal_of(one.get("mappedValue") or "") or 0) > 0]
    lost: list[Message] = []
    regions: list[HotSpotRegion] = []
    for one in places:
        shape = _shape(one, size)
        if shape is None:
            lost.append(message("A region that the file does not describe whole."))
        else:
            regions.append(HotSpotRegion(id=len(regions) + 1).with_shape(shape))
    if not places:
        lost.append(message("No right place: the file has none."))
    if any(one.get("identifier") not in response.keys for one in within(shown, "hotspotChoice")):
        lost.append(message("Regions that are wrong: Canvas knows right ones alone."))
    address = (image.get("src") or "") if image is not None else ""
    question = HotSpotQuestion.new().replaced(
        item_body=entry.stem(),
        interaction_data=HotSpotInteraction(image_url=address, hotspots_count=len(regions)),
        scoring_data=HotSpotScoring(value=tuple(regions)),
    )
    return question, lost


def _size(image: Element | None) -> tuple[float, float] | None:
    """Width and height in the pixels in which places are told."""
    known = (
        [decimal_of((image.get(name) or "").removesuffix("px")) for name in ("width", "height")]
        if image is not None
        else []
    )
    sides = [float(one) for one in known if one is not None and 0 < one < _LARGEST]
    return (sides[0], sides[1]) if len(sides) == 2 else None


def _shape(place: Element, size: tuple[float, float] | None) -> Shape | None:
    """The shape in proportions, None where it is not whole."""
    parts = [decimal_of(one.strip()) for one in (place.get("coords") or "").split(",")]
    numbers = [float(one) for one in parts if one is not None and abs(one) < _LARGEST]
    if size is None or len(numbers) < len(parts):
        return None
    wide, high = size
    kind = (place.get("shape") or "").lower()
    if kind == "rect" and len(numbers) == 4:
        left, right = sorted((numbers[0], numbers[2]))
        top, bottom = sorted((numbers[1], numbers[3]))
        return Rectangle(Box(left / wide, top / high, right / wide, bottom / high).within())
    if kind in ("circle", "ellipse") and len(numbers) == (3 if kind == "circle" else 4):
        x, y, across, down = (*numbers, numbers[-1])[:4]
        return Oval(Box((x - across) / wide, (y - down) / high, (x + across) / wide, (y + down) / high).within())
    if kind == "poly" and len(numbers) >= 6 and len(numbers) % 2 == 0:
        return Polygon(
            tuple(Point(x / wide, y / high).within() for x, y in zip(numbers[::2], numbers[1::2], strict=True))
        )
    return None
