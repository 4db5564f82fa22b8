"""What can be made of the picture of a hot spot; regions and covers follow."""

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from app.geometry.box import Box
from app.geometry.reframe import cropped, cropped_box, turned, turned_box
from app.geometry.shape import Shape
from app.models.covering import reframed
from app.models.item import Item
from app.pictures.policy import STUDENT_SIDE
from app.ui.editors.spot_pictures import SpotPictures

if TYPE_CHECKING:
    from app.session.pictures import TakenPicture


class SpotReworks(QObject):
    """Crop, quarter turns and a smaller copy, each one step; the original stays in the library for the undo."""

    def __init__(self, pictures: SpotPictures) -> None:
        super().__init__(pictures)
        self._pictures = pictures

    def crop(self, frame: Box, size: tuple[int, int]) -> None:
        """Cut the picture, of `size` in pixels, to a frame."""
        frame = on_pixels(frame, size)
        follow = partial(_follow, shape=partial(cropped, frame=frame), box=partial(cropped_box, frame=frame))
        self._pictures.make(_reworks().Crop(frame), self.tr("Crop picture"), self.tr("Cropping the picture…"), follow)

    def turn(self, quarters: int) -> None:
        """Turn the picture by quarters to the right."""
        follow = partial(_follow, shape=partial(_turned, quarters), box=partial(_turned_box, quarters))
        self._pictures.make(_reworks().Turn(quarters), self.tr("Turn picture"), self.tr("Turning the picture…"), follow)

    def shrink(self) -> None:
        """Make the picture as large as students need."""
        follow = partial(_follow, shape=lambda shape: shape, box=lambda box: box)
        busy = self.tr("Making a smaller copy…")
        self._pictures.make(_reworks().Shrink(STUDENT_SIDE), self.tr("Make picture smaller"), busy, follow)


def on_pixels(frame: Box, size: tuple[int, int]) -> Box:
    """The frame on whole pixels, as the picture is cut: at least one of them."""
    width, height = size
    left, top = min(round(frame.left * width), width - 1), min(round(frame.top * height), height - 1)
    right, bottom = max(round(frame.right * width), left + 1), max(round(frame.bottom * height), top + 1)
    return Box(left / width, top / height, right / width, bottom / height)


def _follow(item: Item, picture: "TakenPicture", **how: Any) -> Item:  # noqa: ANN401  (passed on to reframed)
    return reframed(item, picture.reference, (picture.width, picture.height), **how)


def _turned(quarters: int, shape: Shape) -> Shape:
    for _ in range(quarters):
        shape = turned(shape)
    return shape


def _turned_box(quarters: int, box: Box) -> Box:
    for _ in range(quarters):
        box = turned_box(box)
    return box


def _reworks() -> Any:  # noqa: ANN401  (a module: Pillow is loaded when it is used)
    return import_module("app.pictures.rework")
