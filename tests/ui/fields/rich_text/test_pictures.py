"""Pictures: dropped, pasted and chosen, described in a line, resized by mouse and by number."""

from base64 import b64encode
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.fields.rich_text.picture_bar import PictureBar
from tests.support.author import Author


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "leaf.png"
    Image.new("RGB", (120, 60), "green").save(made)
    return made


def drop(author: Author, data: QMimeData, qtbot: QtBot) -> None:
    author.edit.insertFromMimeData(data)
    qtbot.waitUntil(lambda: author.edit.selected_picture() is not None)


def of_file(file: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    return data


def bar(author: Author) -> PictureBar:
    made = author.field.parts.part("picture")
    assert isinstance(made, PictureBar)
    return made


def test_a_description_is_typed_of_a_picture_in_any_paragraph(author: Author, file: Path, qtbot: QtBot) -> None:
    author.show("<p>see:</p><p></p>")
    author.press(Qt.Key.Key_End, held=Qt.KeyboardModifier.ControlModifier)
    drop(author, of_file(file), qtbot)
    for letter in "leaf":
        assert bar(author).alt.hasFocus()
        QTest.keyClicks(bar(author).alt, letter)
    assert 'alt="leaf"' in author.html


def test_a_dropped_file_is_kept_and_asked_about(author: Author, file: Path, qtbot: QtBot) -> None:
    author.show("<p>see:</p>")
    author.go("see:")
    drop(author, of_file(file), qtbot)
    assert author.html.startswith('<p>see:<img src="media:')
    assert bar(author).isVisible()
    assert bar(author).note.isVisible()
    assert bar(author).alt.hasFocus()


def test_a_pasted_picture_is_kept(author: Author, qtbot: QtBot) -> None:
    data = QMimeData()
    picture = QImage(30, 20, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    data.setImageData(picture)
    drop(author, data, qtbot)
    assert 'src="media:' in author.html


def test_a_description_is_one_step(author: Author, file: Path, qtbot: QtBot) -> None:
    drop(author, of_file(file), qtbot)
    steps = len(author.values)
    QTest.keyClicks(bar(author).alt, "A leaf")
    assert 'alt="A leaf"' in author.html
    assert len(author.values) == steps + 1
    assert not bar(author).note.isVisible()


def test_a_picture_may_be_decoration(author: Author, file: Path, qtbot: QtBot) -> None:
    drop(author, of_file(file), qtbot)
    bar(author).decorative.click()
    assert 'alt=""' in author.html
    assert "presentation" in author.html
    assert not bar(author).note.isVisible()


def test_a_width_keeps_the_shape(author: Author, file: Path, qtbot: QtBot) -> None:
    drop(author, of_file(file), qtbot)
    bar(author).width_line.setFocus()
    bar(author).width_line.selectAll()
    QTest.keyClicks(bar(author).width_line, "60")
    QTest.keyClick(bar(author).width_line, Qt.Key.Key_Return)
    assert 'width="60"' in author.html
    assert 'height="30"' in author.html


def test_the_handle_resizes_and_keeps_the_shape(author: Author, file: Path, qtbot: QtBot) -> None:
    drop(author, of_file(file), qtbot)
    before = author.html
    author.edit.setFocus()
    place = author.edit.handle.place()
    assert place is not None
    viewport, start = author.edit.viewport(), place.center().toPoint()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + QPoint(100, 10))
    assert author.html == before
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(100, 10))
    picture = author.html
    width = int(picture.partition('width="')[2].partition('"')[0])
    height = int(picture.partition('height="')[2].partition('"')[0])
    assert width > 180
    assert height == round(width / 2)


def test_a_click_selects_a_picture_and_tab_leaves_the_field(author: Author, file: Path, qtbot: QtBot) -> None:
    drop(author, of_file(file), qtbot)
    author.edit.select(author.edit.chosen.end)
    assert author.edit.selected_picture() is None
    QTest.mouseClick(author.edit.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(40, 30))
    assert author.edit.selected_picture() is not None


def test_a_file_that_is_no_picture_is_refused_in_words(author: Author, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "leaf.txt"
    file.write_text("no picture")
    author.edit.insertFromMimeData(of_file(file))
    qtbot.waitUntil(lambda: "leaf.txt" in author.field.parts.trouble)
    assert author.html == ""


@pytest.mark.parametrize("address", ["file:///etc/passwd", "/etc/passwd", "https://example.org/x.png", "qrc:/x"])
def test_a_picture_from_elsewhere_reads_nothing(author: Author, address: str, qtbot: QtBot) -> None:
    html = f'<p>a <img src="{address}" alt="x"> b</p>'
    author.show(html)
    author.field.grab()
    assert author.html == html
    assert author.edit.rich.loadResource(2, QUrl(address)) is None


def test_pictures_inside_pasted_markup_are_kept_and_those_that_are_missing_are_told(
    author: Author, file: Path, qtbot: QtBot
) -> None:
    data = QMimeData()
    inside = f"data:image/png;base64,{b64encode(file.read_bytes()).decode()}"
    data.setHtml(f'<p>a<img src="{inside}" alt="x">b</p><p><img src="file:///c/leaf.png"></p>')
    author.edit.insertFromMimeData(data)
    qtbot.waitUntil(lambda: 'src="media:' in author.html)
    assert "data:" not in author.html
    assert "1 picture was not on the clipboard" in author.field.parts.trouble
