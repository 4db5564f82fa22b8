"""A picture of more pixels than are kept in memory, seen at its full size."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.geometry.box import Box
from app.ui.hot_spot.decoding import part
from app.ui.hot_spot.drawer import HotSpotDrawer
from tests.ui.hot_spot.test_picture import OpenPicture

SIZE = (8000, 5000)


@pytest.fixture(scope="module")
def stripes(tmp_path_factory: pytest.TempPathFactory) -> Image.Image:
    """White, with black lines of one pixel in its middle."""
    image = Image.new("L", SIZE, 255)
    draw = ImageDraw.Draw(image)
    for x in range(3900, 4100, 2):
        draw.line((x, 2400, x, 2600), fill=0)
    return image


def columns(drawer: HotSpotDrawer) -> list[int]:
    """Lightness along the middle of the canvas."""
    page = drawer.view.viewport().grab().toImage()
    middle = page.width() // 2
    return [page.pixelColor(x, page.height() // 2).lightness() for x in range(middle - 20, middle + 20)]


@pytest.mark.parametrize("zoom", [1.0, 3.0])
def test_a_large_jpeg_is_sharp_where_it_is_looked_at(
    drawer: HotSpotDrawer, open_picture: OpenPicture, tmp_path: Path, qtbot: QtBot, stripes: Image.Image, zoom: float
) -> None:
    path = tmp_path / "stripes.jpg"
    stripes.save(path, quality=95)
    open_picture(drawer, path)
    view = drawer.view
    view.show_box(Box(0.499, 0.499, 0.501, 0.501))
    view.scale_by(zoom / view.zoom, view.to_view(Box(0.4999, 0.4999, 0.5001, 0.5001).centre))
    assert max(columns(drawer)) - min(columns(drawer)) < 150
    qtbot.waitUntil(lambda: view.detail.is_there)
    QApplication.processEvents()
    assert max(columns(drawer)) - min(columns(drawer)) > 200
    view.fit()
    qtbot.waitUntil(lambda: not view.detail.is_there)


def test_what_takes_the_memory_of_the_whole_is_not_decoded_in_parts(tmp_path: Path) -> None:
    image, place = Image.new("RGB", (60, 40), "red"), QRect(10, 10, 20, 20)
    turned = Image.Exif()
    turned[0x0112] = 6
    image.save(tmp_path / "a.png")
    image.save(tmp_path / "turned.jpg", exif=turned)
    image.save(tmp_path / "upright.jpg")
    assert part(tmp_path / "a.png", place) is None
    assert part(tmp_path / "turned.jpg", place) is None
    assert part(tmp_path / "gone.jpg", place) is None
    found = part(tmp_path / "upright.jpg", place)
    assert found is not None
    assert found.size() == place.size()
