"""Pictures made out of others: cropped, turned, smaller, covered. The same input gives the same bytes."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PIL import Image, ImageColor, ImageOps

from app.geometry.box import Box
from app.models.cover import BLUR, Cover
from app.pictures.header import Source, probe
from app.pictures.policy import BLUR_CELLS
from app.pictures.prepare import KEPT_AS_PNG, PreparedPicture, decoded, written


@dataclass(frozen=True, slots=True)
class Crop:
    """The part `frame` of the picture, to the nearest pixel."""

    frame: Box


@dataclass(frozen=True, slots=True)
class Turn:
    """Quarter turns to the right, 1 to 3."""

    quarters: int


@dataclass(frozen=True, slots=True)
class Shrink:
    """At most so many pixels on the longer side."""

    side: int


@dataclass(frozen=True, slots=True)
class Paint:
    """Covers painted over it, the first one lowest."""

    covers: tuple[Cover, ...]


Rework = Crop | Turn | Shrink | Paint


def reworked(source: Source, rework: Rework, name: str = "") -> PreparedPicture:
    """The picture that is made out of `source`, with nothing of its metadata. Raises `PictureDamaged`.

    The kind stays where it can; the first frame of a GIF becomes a PNG, which needs no palette.
    """
    shown = name or (source.name if isinstance(source, Path) else "")
    header = probe(source, shown)
    fewest = (2 * rework.side) ** 2 if isinstance(rework, Shrink) else 0  # a JPEG decoder halves while it reads
    with decoded(source, shown, draft_pixels=fewest) as found:
        ImageOps.exif_transpose(found, in_place=True)  # a copy of a large picture would be one too many
        image = _full_colour(found)
        kind = "PNG" if header.format in KEPT_AS_PNG | {"GIF"} else header.format
        return written(_change(rework)(image), kind)


def _change(rework: Rework) -> Callable[[Image.Image], Image.Image]:
    match rework:
        case Crop(frame):
            return lambda image: image.crop(_pixels(frame, image))
        case Turn(quarters):
            turn = (Image.Transpose.ROTATE_270, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_90)[quarters - 1]
            return lambda image: image.transpose(turn)
        case Shrink(side):
            return partial(_shrunk, side=side)
        case Paint(covers):
            return partial(_covered, covers=covers)


def _full_colour(image: Image.Image) -> Image.Image:
    if image.mode in ("L", "RGB", "RGBA") and "transparency" not in image.info:
        return image
    profile = image.info.get("icc_profile") if image.mode != "CMYK" else None
    made = image.convert("RGBA" if image.has_transparency_data else "RGB")
    made.info["icc_profile"] = profile
    return made


def _pixels(box: Box, image: Image.Image) -> tuple[int, int, int, int]:
    """Whole pixels that hold all of the box's own, at least one."""
    left, right = round(box.left * image.width), round(box.right * image.width)
    top, bottom = round(box.top * image.height), round(box.bottom * image.height)
    return left, top, max(right, left + 1), max(bottom, top + 1)


def _shrunk(image: Image.Image, side: int) -> Image.Image:
    scale = min(1.0, side / max(image.size))
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    return image.resize(size, Image.Resampling.LANCZOS) if scale < 1 else image


def _covered(image: Image.Image, covers: tuple[Cover, ...]) -> Image.Image:
    """Painted into the pixels themselves; nobody else has them."""
    made = image.convert("RGB") if image.mode == "L" else image
    for cover in covers:
        place = _pixels(cover.bounds, made)
        if cover.fill == BLUR:
            made.paste(_blurred(made.crop(place)), place)
        else:
            made.paste(ImageColor.getcolor(cover.fill, made.mode), place)
    return made


def _blurred(part: Image.Image) -> Image.Image:
    cell = max(min(part.size) / BLUR_CELLS, 1.0)
    cells = max(1, round(part.width / cell)), max(1, round(part.height / cell))
    return part.resize(cells, Image.Resampling.BOX).resize(part.size, Image.Resampling.BILINEAR)
