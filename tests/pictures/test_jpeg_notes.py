"""Photos as cameras write them: with places, previews and second pictures, which are nobody's business."""

import io

import pytest
from PIL import Image

from app.pictures.header import probe
from app.pictures.jpeg_notes import without_notes
from app.pictures.prepare import prepared
from app.pictures.rework import Turn, reworked

SECRET = b"SECRET"
PROFILE = b"PROFILE" * 20


def photo(*, progressive: bool = False) -> bytes:
    """A photo with a note in every place that a camera uses, and something behind its end."""
    out, exif = io.BytesIO(), Image.Exif()
    exif[0x010E] = SECRET.decode()
    image = Image.effect_noise((90, 60), 80).convert("RGB")
    image.save(out, "JPEG", exif=exif, comment=SECRET, icc_profile=PROFILE, progressive=progressive, quality=90)
    return out.getvalue() + SECRET


def several() -> bytes:
    """A file of two pictures, as many phones write."""
    out = io.BytesIO()
    second = Image.new("RGB", (40, 20), "blue")
    Image.new("RGB", (40, 20), "red").save(out, "MPO", save_all=True, append_images=[second])
    return out.getvalue()


@pytest.mark.parametrize("progressive", [False, True])
def test_notes_go_and_no_pixel_changes(progressive: bool) -> None:
    data = photo(progressive=progressive)
    clean = without_notes(data)
    assert SECRET not in clean
    before, after = Image.open(io.BytesIO(data)), Image.open(io.BytesIO(clean))
    assert after.tobytes() == before.tobytes()
    assert after.info["icc_profile"] == PROFILE


def test_a_picture_without_notes_keeps_its_bytes() -> None:
    clean = without_notes(photo())
    assert without_notes(clean) is clean


@pytest.mark.parametrize("data", [b"", b"\xff\xd8", b"\xff\xd8\xff", b"\xff\xd8hello", photo()[:200], b"GIF89a"])
def test_what_is_no_whole_jpeg_comes_back_as_it_is(data: bytes) -> None:
    assert without_notes(data) == data


def test_an_upright_photo_goes_without_the_place_where_it_was_taken() -> None:
    assert SECRET not in prepared(photo(), "leaf.jpg").data


def test_a_file_of_several_pictures_is_taken_as_its_first() -> None:
    assert probe(several(), "leaf.jpg").content_type == "image/jpeg"
    made = prepared(several(), "leaf.jpg")
    picture = Image.open(io.BytesIO(made.data))
    assert picture.format == "JPEG"
    assert picture.convert("RGB").getpixel((5, 5)) == (254, 0, 0)
    assert len(made.data) < len(several())
    assert reworked(several(), Turn(1)).content_type == "image/jpeg"
