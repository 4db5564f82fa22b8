"""Drags of the Select tool that concern several regions: a band around them, and moving them together."""

from dataclasses import dataclass

from app.geometry.arrange import moved_together
from app.geometry.box import Box
from app.geometry.region import Region
from app.geometry.shape import Rectangle, Shape
from app.ui.hot_spot.pointer import Pointer


@dataclass(frozen=True, slots=True)
class Band:
    """A rectangle from the press to the pointer; what lies wholly in it is selected."""

    press: Pointer
    box: Box

    def dragged(self, pointer: Pointer) -> "Band":
        """The band to another place."""
        return Band(self.press, Box.around((self.press.at.within(), pointer.at.within())))

    @property
    def outlines(self) -> tuple[Shape, ...]:
        """The rectangle itself."""
        return (Rectangle(self.box),)

    def holds(self, region: Region) -> bool:
        """Whether all of a region lies in it."""
        bounds, box = region.shape.bounds, self.box
        across = box.left <= bounds.left and bounds.right <= box.right
        return across and box.top <= bounds.top and bounds.bottom <= box.bottom


@dataclass(frozen=True, slots=True)
class Group:
    """Regions that follow the pointer, by their ids, and where they are now."""

    press: Pointer
    start: dict[str, Shape]
    now: dict[str, Shape]

    def dragged(self, pointer: Pointer) -> "Group":
        """The regions as far on as the pointer is, and the picture lets all of them; Shift keeps them straight."""
        dx, dy = pointer.at.x - self.press.at.x, pointer.at.y - self.press.at.y
        if pointer.square:
            across = abs(pointer.screen[0] - self.press.screen[0]) >= abs(pointer.screen[1] - self.press.screen[1])
            dx, dy = (dx, 0.0) if across else (0.0, dy)
        return Group(self.press, self.start, moved_together(self.start, dx, dy))

    @property
    def outlines(self) -> tuple[Shape, ...]:
        """The regions where they would be."""
        return tuple(self.now.values())
