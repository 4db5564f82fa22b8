"""A region of a hot-spot picture: a shape with what a person says of it."""

from dataclasses import dataclass

from app.geometry.shape import Shape


@dataclass(frozen=True, slots=True)
class Region:
    """`id` stays for life; name, lock and hiding are this library's own and are never sent."""

    id: str
    shape: Shape
    name: str = ""
    locked: bool = False
    hidden: bool = False
