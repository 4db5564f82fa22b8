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
from app.pictures.prepare import prepared, shrunk


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


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP"])
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
    with pytest.raises(NotAPicture, match=r'"heart.png" is not a picture.*PNG, JPEG'):
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
