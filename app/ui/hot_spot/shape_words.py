"""Shapes and regions in words, for lists and screen readers."""

from PySide6.QtCore import QCoreApplication, QLocale

from app.geometry.area import area
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon, Shape


def shape_name(shape: Shape) -> str:
    """Oval, rectangle or polygon."""
    if isinstance(shape, Polygon):
        return QCoreApplication.translate("HotSpot", "Polygon")
    if isinstance(shape, Oval):
        return QCoreApplication.translate("HotSpot", "Oval")
    return QCoreApplication.translate("HotSpot", "Rectangle")


def region_name(region: Region, number: int) -> str:
    """Its name, else "Region 2"."""
    return region.name or QCoreApplication.translate("HotSpot", "Region {number}").format(number=number)


def percent(share: float) -> str:
    """A share of the picture: one decimal, two where it is small."""
    return QLocale().toString(share * 100.0, "f", 1 if share >= 0.01 else 2) + " %"


def spoken_place(at: Point) -> str:
    """Where it is: "12.0 % from the left, 30.0 % from the top"."""
    template = QCoreApplication.translate("HotSpot", "{left} from the left, {top} from the top")
    return template.format(left=percent(at.x), top=percent(at.y))


def spoken_corner(shape: Polygon, place: int) -> str:
    """One of its corners: "Corner 2 of 5, 12.0 % from the left, 30.0 % from the top"."""
    template = QCoreApplication.translate("HotSpot", "Corner {number} of {count}, {place}")
    return template.format(number=place + 1, count=len(shape.points), place=spoken_place(shape.points[place]))


def spoken_region(region: Region, number: int, count: int) -> str:
    """The whole of it in words: "Aorta, oval, 1 of 3, 12 % from the left, 30 % from the top, covers 4.2 %"."""
    box = region.shape.bounds
    template = QCoreApplication.translate(
        "HotSpot", "{name}, {shape}, {number} of {count}, {left} from the left, {top} from the top, covers {size}"
    )
    return template.format(
        name=region_name(region, number),
        shape=shape_name(region.shape).lower(),
        number=number,
        count=count,
        left=percent(box.left),
        top=percent(box.top),
        size=percent(area(region.shape)),
    )
