"""What a press in the Select tool has taken hold of, and the shape that a drag makes of it."""

from dataclasses import dataclass

from app.geometry.drag import snapped
from app.geometry.handle import HANDLES, resized
from app.geometry.hit import Hit, Part
from app.geometry.movement import moved, moved_vertex
from app.geometry.point import Point, Scale
from app.geometry.region import Region
from app.geometry.shape import Polygon, Shape
from app.geometry.vertex import midpoint, with_vertex
from app.ui.hot_spot.pointer import Pointer


@dataclass(frozen=True, slots=True)
class Grip:
    """A region, the part of it under the press, and where the press was."""

    region: Region
    part: Hit
    press: Pointer

    def dragged(self, pointer: Pointer, size: Scale) -> Shape:
        """The region's shape with the part moved as far as the pointer went; `size` is the picture's in pixels."""
        shape = self.region.shape
        dx, dy = pointer.at.x - self.press.at.x, pointer.at.y - self.press.at.y
        match self.part.part:
            case Part.BODY | Part.EDGE:
                if pointer.square:
                    dx, dy = (dx, 0.0) if abs(dx) * size.width >= abs(dy) * size.height else (0.0, dy)
                return moved(shape, dx, dy)
            case Part.MIDPOINT:
                assert isinstance(shape, Polygon)
                grown, index = self.grown(), self.part.index + 1
                return _with_vertex_at(grown, index, grown.points[index].plus(dx, dy), pointer, size)
            case Part.VERTEX if isinstance(shape, Polygon):
                return _with_vertex_at(
                    shape, self.part.index, shape.points[self.part.index].plus(dx, dy), pointer, size
                )
            case _:
                assert not isinstance(shape, Polygon)
                handle = HANDLES[self.part.index]
                to = handle.place(shape.box).plus(dx, dy)
                box = resized(shape.box, handle, to, size, keep_aspect=pointer.square, from_centre=pointer.centre)
                return type(shape)(box)

    def grown(self) -> Polygon:
        """The polygon with a vertex in the middle of the edge that is held."""
        shape = self.region.shape
        assert isinstance(shape, Polygon)
        return with_vertex(shape, self.part.index, midpoint(shape, self.part.index))

    @property
    def vertex(self) -> int | None:
        """The polygon's vertex that is held, or that a drag of the midpoint inserts."""
        if not isinstance(self.region.shape, Polygon):
            return None
        if self.part.part is Part.MIDPOINT:
            return self.part.index + 1
        return self.part.index if self.part.part is Part.VERTEX else None


def _with_vertex_at(shape: Polygon, index: int, to: Point, pointer: Pointer, size: Scale) -> Polygon:
    if pointer.square:
        to = snapped(shape.points[index - 1], to.within(), size)
    return moved_vertex(shape, index, to)
