"""Drawings become pixels, and nothing that they name outside is opened."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.pictures.errors import NotAPicture
from app.pictures.policy import STUDENT_SIDE
from app.ui.fields.svg_picture import rasterised

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50">'


@pytest.fixture
def red(tmp_path: Path, qtbot: QtBot) -> Path:
    path = tmp_path / "red.png"
    pixels = QImage(20, 20, QImage.Format.Format_RGB32)
    pixels.fill(Qt.GlobalColor.red)
    pixels.save(str(path))
    return path


def colour(picture: QImage, x: float, y: float) -> str:
    return QColor(picture.pixel(int(x * picture.width()), int(y * picture.height()))).name()


def test_a_drawing_is_as_large_as_students_need_on_white(qtbot: QtBot) -> None:
    made = rasterised(f'{HEAD}<rect width="50" height="50" fill="lime"/></svg>'.encode(), "a.svg")
    assert (made.width(), made.height()) == (STUDENT_SIDE, STUDENT_SIDE // 2)
    assert (colour(made, 0.25, 0.5), colour(made, 0.75, 0.5)) == ("#00ff00", "#ffffff")


def test_a_part_that_is_used_twice_is_drawn_twice(qtbot: QtBot) -> None:
    part = '<defs><rect id="r" width="10" height="50" fill="blue"/></defs>'
    uses = '<use xlink:href="#r"/><use xlink:href="#r" x="90"/>'
    made = rasterised(f"{HEAD}{part}{uses}</svg>".encode(), "a.svg")
    assert (colour(made, 0.05, 0.5), colour(made, 0.95, 0.5)) == ("#0000ff", "#0000ff")


@pytest.mark.parametrize("attribute", ["href", "xlink:href"])
@pytest.mark.parametrize("scheme", ["", "file://"])
def test_a_picture_on_this_computer_that_a_drawing_names_is_not_opened(red: Path, attribute: str, scheme: str) -> None:
    drawing = f'{HEAD}<image {attribute}="{scheme}{red}" width="100" height="50"/></svg>'
    path = red.with_suffix(".svg")
    path.write_text(drawing)
    assert colour(rasterised(path, "a.svg"), 0.5, 0.5) == "#ffffff"


def test_a_style_sheet_on_this_computer_is_not_opened(tmp_path: Path, qtbot: QtBot) -> None:
    sheet = tmp_path / "a.css"
    sheet.write_text("rect { fill: red }")
    drawing = f'<?xml-stylesheet href="{sheet}"?>{HEAD}<rect width="100" height="50" fill="lime"/></svg>'
    path = tmp_path / "a.svg"
    path.write_text(drawing)
    assert colour(rasterised(path, "a.svg"), 0.5, 0.5) == "#00ff00"


@pytest.mark.parametrize("drawing", ["<svg", f"{HEAD}<rect>"])
def test_a_drawing_that_cannot_be_read_is_named(qtbot: QtBot, drawing: str) -> None:
    with pytest.raises(NotAPicture, match=r"a\.svg"):
        rasterised(drawing.encode(), "a.svg")
