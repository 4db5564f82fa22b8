"""Pictures as instructors have them: turned, huge, damaged, mislabelled."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from app.pictures.errors import NotAPicture, PictureDamaged, PictureTooLarge
from app.pictures.header import ORIENTATION, probe
from app.pictures.policy import check_size
from app.pictures.prepare import first_frame, prepared, shrunk


def encoded(kind: str, size: tuple[int, int] = (40, 20), orientation: int = 1) -> bytes:
    """A picture, red on its left half and blue on its right, stored as a camera turned it."""
    image = Image.new("RGB", size, "blue")
    image.paste("red", (0, 0, size[0] // 2, size[1]))
    inverse = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    if orientation != 1:
        image = image.transpose(Image.Transpose(inverse[orientation]))
    out, exif = io.BytesIO(), Image.Exif()
    exif[ORIENTATION] = orientation
    image.save(out, kind, **({"exif": exif} if orientation != 1 else {}))
    return out.getvalue()


def png_header(width: int, height: int) -> bytes:
    """A PNG that says it has this many pixels and holds none."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["BMP", "TIFF"])
def test_a_kind_that_not_every_browser_shows_becomes_png(kind: str) -> None:
    picture = prepared(encoded(kind), "leaf")
    assert (picture.content_type, picture.width, picture.height) == ("image/png", 40, 20)
    assert Image.open(io.BytesIO(picture.data)).convert("RGB").getpixel((5, 10)) == (255, 0, 0)


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"%PDF-1.7", "a PDF document"),
        (b"PK\x03\x04", "an Office document"),
        (b"\0\0\0\x18ftypheic", "a HEIC or AVIF photo"),
        (b"\0\0\0\x18ftypmp42", "a film"),
        (b"<!doctype html><html>", "a web page"),
        (b"The heart has", "a text"),
        (b"\0\1\2", "an unknown kind of file"),
    ],
)
def test_what_is_no_picture_is_named_by_its_kind_and_what_is_taken_is_told(start: bytes, kind: str) -> None:
    with pytest.raises(NotAPicture, match=kind) as refused:
        prepared(start, "heart.png")
    assert "PNG, JPEG, WebP, GIF, BMP" in str(refused.value.hint)


def test_the_first_frame_of_an_animation_is_taken() -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    still = Image.open(io.BytesIO(first_frame(out.getvalue())))
    assert still.convert("RGB").getpixel((4, 4)) == (255, 0, 0)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_an_upright_picture_keeps_its_bytes(kind: str) -> None:
    data = encoded(kind)
    picture = prepared(data, "leaf")
    assert (picture.data, picture.width, picture.height) == (data, 40, 20)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_turned_picture_is_turned_for_good(kind: str, orientation: int) -> None:
    picture = prepared(encoded(kind, orientation=orientation), "leaf")
    header = probe(picture.data)
    assert (header.orientation, header.width, header.height) == (1, 40, 20)
    pixel = Image.open(io.BytesIO(picture.data)).convert("RGB").getpixel((5, 10))
    assert isinstance(pixel, tuple)
    assert pixel[0] > 200
    assert pixel[2] < 60


def test_a_text_file_named_png_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "heart.png"
    path.write_text("no picture")
    with pytest.raises(NotAPicture, match=r'"heart.png" is a text, not a picture.*PNG, JPEG'):
        prepared(path)


def test_an_svg_says_what_to_do() -> None:
    with pytest.raises(NotAPicture, match="Save it as PNG"):
        prepared(b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "leaf.svg")


def test_a_huge_picture_states_its_size_and_the_limit() -> None:
    with pytest.raises(PictureTooLarge, match=r"40000 × 40000 pixels. Up to 128 megapixels"):
        prepared(png_header(40_000, 40_000), "map.png")


def test_a_long_side_is_refused_though_the_area_is_small() -> None:
    with pytest.raises(PictureTooLarge):
        check_size(probe(png_header(40_000, 10)), "strip.png")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_a_truncated_picture_is_told_as_damaged(kind: str) -> None:
    data = encoded(kind, (400, 300))
    with pytest.raises((PictureDamaged, NotAPicture), match="leaf"):
        prepared(data[: len(data) // 2], "leaf")


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_smaller_copy_keeps_proportions_and_format(orientation: int) -> None:
    picture = shrunk(encoded("JPEG", (400, 200), orientation), "leaf", max_pixels=5_000)
    assert (picture.width, picture.height, probe(picture.data).format) == (100, 50, "JPEG")


def test_a_smaller_copy_can_be_made_of_what_is_too_large_to_use(tmp_path: Path) -> None:
    path = tmp_path / "long.png"
    Image.new("L", (33_000, 40)).save(path)
    with pytest.raises(PictureTooLarge, match="smaller copy"):
        prepared(path)
    assert shrunk(path, max_pixels=100_000).width < 33_000
