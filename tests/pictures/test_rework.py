"""Pictures made out of others: the pixels, and that nothing of the original is left where it should not be."""

import io
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw
from PIL.PngImagePlugin import PngInfo

from app.geometry.box import Box
from app.models.cover import BLUR, Cover
from app.pictures.rework import Crop, Paint, Shrink, Turn, reworked

KINDS = ["PNG", "JPEG", "WEBP", "GIF", "BMP"]


def labelled(kind: str = "PNG", mode: str = "RGB") -> bytes:
    """White, with a black label on its top left quarter, and a secret in every place that metadata has."""
    image, out = Image.new("RGB", (80, 40), "white"), io.BytesIO()
    draw = ImageDraw.Draw(image)
    for x in range(0, 40, 4):
        draw.rectangle((x, 0, x + 1, 19), fill="black")
    exif, info = Image.Exif(), PngInfo()
    exif[0x010E] = "SECRET"
    info.add_text("Comment", "SECRET")
    more: dict[str, dict[str, object]] = {
        "PNG": {"pnginfo": info, "exif": exif},
        "JPEG": {"exif": exif, "comment": b"SECRET", "quality": 95},
        "WEBP": {"exif": exif, "xmp": b"SECRET", "lossless": True},
        "GIF": {"comment": b"SECRET"},
        "BMP": {},
    }
    image.convert(mode).save(out, kind, **more[kind])
    return out.getvalue()


def pixels(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def cover(fill: str, left: float, top: float, right: float, bottom: float) -> Cover:
    return Cover(id="1", box=(left, top, right, bottom), fill=fill)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "rework", [Crop(Box(0, 0, 1, 0.75)), Turn(1), Shrink(40), Paint((cover("#ffffff", 0, 0, 0.5, 0.5),))]
)
def test_nothing_of_the_metadata_is_left_and_the_bytes_are_the_same_each_time(
    kind: str, rework: Crop | Turn | Shrink | Paint
) -> None:
    data = labelled(kind)
    made = reworked(data, rework)
    assert b"SECRET" not in made.data
    assert made == reworked(data, rework)


@pytest.mark.parametrize("kind", KINDS)
def test_the_kind_stays_where_every_browser_shows_it_well(kind: str) -> None:
    made = Image.open(io.BytesIO(reworked(labelled(kind), Turn(1)).data))
    assert made.format == ("PNG" if kind in ("GIF", "BMP") else kind)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_label_is_gone_under_its_cover_and_the_rest_stays(kind: str, mode: str) -> None:
    data = labelled(kind, mode if kind != "WEBP" else "RGB")
    made = pixels(reworked(data, Paint((cover("#c80000", 0, 0, 0.5, 0.5),))).data)
    under = made.crop((4, 4, 32, 16))
    assert max(ImageChops.difference(under, Image.new("RGB", under.size, "#c80000")).tobytes()) < 12
    rest = made.crop((48, 24, 80, 40))
    assert max(ImageChops.difference(rest, Image.new("RGB", rest.size, "white")).tobytes()) < 12


def test_nothing_can_be_read_through_a_blurred_cover() -> None:
    """Stripes as fine as letters come out as one grey."""
    made = pixels(reworked(labelled(), Paint((cover(BLUR, 0, 0, 0.5, 0.5),))).data).convert("L")
    row = made.crop((0, 10, 40, 11)).tobytes()
    assert all(abs(one - other) < 10 for one, other in pairwise(row))


def test_a_later_cover_lies_over_an_earlier_one() -> None:
    covers = (cover("#ff0000", 0, 0, 1, 1), cover("#00ff00", 0, 0, 1, 1))
    assert pixels(reworked(labelled(), Paint(covers)).data).getpixel((5, 5)) == (0, 255, 0)


def test_a_transparent_picture_stays_so_beside_its_covers() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (40, 40), (0, 0, 0, 0)).save(out, "PNG")
    made = Image.open(io.BytesIO(reworked(out.getvalue(), Paint((cover("#ffffff", 0, 0, 0.5, 0.5),))).data))
    assert made.getpixel((5, 5)) == (255, 255, 255, 255)
    assert made.getpixel((35, 35)) == (0, 0, 0, 0)


def test_a_turn_to_the_right_brings_the_left_side_up() -> None:
    made = reworked(labelled(), Turn(1))
    assert (made.width, made.height) == (40, 80)
    assert pixels(made.data).getpixel((39, 0)) == (0, 0, 0)


def test_four_turns_of_a_picture_without_losses_give_it_back() -> None:
    data = made = labelled()
    for _ in range(4):
        made = reworked(made, Turn(1)).data
    assert pixels(made).tobytes() == pixels(data).tobytes()
    assert (
        pixels(reworked(data, Turn(3)).data).tobytes()
        == pixels(reworked(reworked(data, Turn(2)).data, Turn(1)).data).tobytes()
    )


def test_a_crop_keeps_the_part_inside() -> None:
    made = reworked(labelled(), Crop(Box(0.5, 0.5, 1, 1)))
    assert (made.width, made.height) == (40, 20)
    assert pixels(made.data).getextrema() == ((255, 255),) * 3


def test_a_smaller_copy_keeps_the_proportions(tmp_path: Path) -> None:
    made = reworked(labelled(), Shrink(40))
    assert (made.width, made.height) == (40, 20)
