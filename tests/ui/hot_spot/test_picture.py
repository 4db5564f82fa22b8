"""Bringing a picture in: drop, paste, choose, and what is refused."""

import io
import struct
import threading
import zlib
from base64 import b64encode
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.geometry.point import Point
from app.message import message
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.quiz import NewQuiz, Quiz
from app.pictures.prepare import prepared
from app.session.document import Document
from app.ui.hot_spot.decoding import WORKING_PIXELS
from app.ui.hot_spot.drawer import HotSpotDrawer
from app.ui.hot_spot.picture_loader import PictureLoader
from app.ui.hot_spot.pyramid import Pyramid
from tests.support.desk import Desk

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
OpenPicture = Callable[[HotSpotDrawer, Path], None]


def drop(drawer: HotSpotDrawer, data: QMimeData) -> None:
    middle, copy = QPointF(drawer.rect().center()), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(middle.toPoint(), copy, data, Qt.MouseButton.LeftButton, NO_MODIFIER)
    QApplication.sendEvent(drawer, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(drawer, QDropEvent(middle, copy, data, Qt.MouseButton.LeftButton, NO_MODIFIER))


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def png_of_size(width: int, height: int) -> bytes:
    """A PNG whose header tells a size and that has no pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def test_01_a_dropped_file_is_offered_with_its_name(drawer: HotSpotDrawer, picture: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(drawer.picture_offered) as offered:
        drop(drawer, files(picture))
    assert offered.args == [picture, "heart.jpg"]


def test_01_a_picture_dragged_out_of_a_browser_keeps_its_bytes(
    drawer: HotSpotDrawer, picture: Path, qtbot: QtBot
) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/anatomy/heart.png?size=large")])
    data.setData("image/jpeg", QByteArray(picture.read_bytes()))
    with qtbot.waitSignal(drawer.picture_offered) as offered:
        drop(drawer, data)
    assert offered.args == [picture.read_bytes(), "heart.jpg"]


def test_the_keyboard_goes_from_the_invitation_to_the_picture(
    drawer: HotSpotDrawer, picture: Path, qtbot: QtBot
) -> None:
    drawer.place.choose.setFocus()
    drawer.show_busy("Taking in the picture…")
    assert drawer.place.hasFocus()
    with qtbot.waitSignal(drawer.picture_ready):
        drawer.show_picture(picture)
    assert drawer.view.hasFocus()


def test_where_there_is_no_picture_after_all_another_can_be_chosen_at_once(drawer: HotSpotDrawer) -> None:
    drawer.place.choose.setFocus()
    drawer.show_busy("Taking in the picture…")
    drawer.place.show_reason("It cannot be read.")
    assert drawer.place.choose.hasFocus()


def test_01_pasted_pixels_are_offered_as_png(drawer: HotSpotDrawer, qtbot: QtBot) -> None:
    pixels = QImage(40, 30, QImage.Format.Format_RGB32)
    pixels.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(pixels)
    with qtbot.waitSignal(drawer.picture_offered) as offered:
        drawer.place.paste.click()
    assert QImage.fromData(offered.args[0]) == pixels
    assert offered.args[1] == "Pasted picture.png"


def test_01_ctrl_v_on_the_canvas_pastes(desk: Desk, picture: Path, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setMimeData(files(picture))
    with qtbot.waitSignal(desk.drawer.picture_offered):
        QTest.keyClick(desk.drawer.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_01_a_chosen_file_is_offered(picture: Path, qtbot: QtBot) -> None:
    def choose(parent: QWidget, chosen: Callable[[Path], None]) -> None:
        chosen(picture)

    drawer = HotSpotDrawer(choose_file=choose)
    qtbot.addWidget(drawer)
    with qtbot.waitSignal(drawer.picture_offered) as offered:
        drawer.place.choose.click()
    assert offered.args == [picture, "heart.jpg"]


def saved(kind: str, folder: Path) -> Path:
    """A red picture of 300 × 200, or an SVG drawing of these proportions."""
    path = folder / f"heart.{kind}"
    if kind == "svg":
        path.write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path fill="red" d="M0 0h3v2h-3z"/></svg>'
        )
    else:
        Image.new("RGB", (300, 200), "red").save(path)
    return path


@pytest.mark.parametrize("kind", ["png", "jpg", "webp", "gif", "bmp", "tif", "svg"])
@pytest.mark.parametrize("way", ["drop", "paste", "choose"])
def test_01_every_kind_is_taken_by_every_way(way: str, kind: str, tmp_path: Path, qtbot: QtBot) -> None:
    path = saved(kind, tmp_path)
    drawer = HotSpotDrawer(choose_file=lambda parent, chosen: chosen(path))
    qtbot.addWidget(drawer)
    with qtbot.waitSignal(drawer.picture_offered) as offered:
        if way == "drop":
            drop(drawer, files(path))
        elif way == "paste":
            QGuiApplication.clipboard().setMimeData(files(path))
            drawer.place.paste.click()
        else:
            drawer.place.choose.click()
    taken = prepared(offered.args[0], offered.args[1])
    assert taken.width / taken.height == pytest.approx(1.5, rel=1e-3)
    assert taken.content_type in ("image/png", "image/jpeg", "image/gif", "image/webp")
    colour = QImage.fromData(taken.data).pixelColor(5, 5)
    assert colour.red() > 250
    assert max(colour.green(), colour.blue()) < 5


def test_01_an_animation_is_taken_as_its_first_frame(drawer: HotSpotDrawer, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "beat.gif"
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("red", "blue")]
    frames[0].save(path, save_all=True, append_images=frames[1:])
    with qtbot.waitSignal(drawer.picture_offered) as offered:
        drop(drawer, files(path))
    with Image.open(io.BytesIO(offered.args[0])) as picture:
        assert getattr(picture, "n_frames", 1) == 1
        assert picture.convert("RGB").getpixel((5, 5)) == (255, 0, 0)


@pytest.mark.parametrize("form", ["address", "page", "contents"])
def test_01_a_browser_gives_a_picture_in_other_forms(
    drawer: HotSpotDrawer, picture: Path, form: str, qtbot: QtBot
) -> None:
    data, inside = QMimeData(), f"data:image/jpeg;base64,{b64encode(picture.read_bytes()).decode()}"
    if form == "address":
        data.setUrls([QUrl(inside)])
    elif form == "page":
        data.setHtml(f'<html><body><img src="{inside}"></body></html>')
    else:
        data.setData('application/x-qt-windows-mime;value="FileContents"', picture.read_bytes())
    with qtbot.waitSignal(drawer.picture_offered) as offered:
        drop(drawer, data)
    assert offered.args[0] == picture.read_bytes()


def test_01_a_wrong_kind_is_named_with_what_can_be_used(drawer: HotSpotDrawer, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "heart.pdf"
    path.write_bytes(b"%PDF-1.7")
    drop(drawer, files(path))
    qtbot.waitUntil(drawer.message.isVisible)
    assert '"heart.pdf" is a PDF document' in drawer.message.words.text()
    for kind in ("PNG", "JPEG", "WebP", "GIF", "BMP", "TIFF", "SVG"):
        assert kind in drawer.message.words.text()


def test_01_a_text_named_png_is_refused_by_name_with_what_can_be_used(
    drawer: HotSpotDrawer, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "notes.png"
    path.write_text("no picture")
    drop(drawer, files(path))
    qtbot.waitUntil(drawer.message.isVisible)
    assert "notes.png" in drawer.message.words.text()
    assert "PNG, JPEG" in drawer.message.words.text()


def test_01_a_bare_address_says_what_to_do(drawer: HotSpotDrawer) -> None:
    QGuiApplication.clipboard().setText("https://example.org/heart.png")
    drawer.place.paste.click()
    assert "Copy a picture" in drawer.message.words.text()


def test_04_a_picture_that_is_too_large_says_so_and_one_button_makes_a_smaller_copy(
    drawer: HotSpotDrawer, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "strip.png"
    Image.new("L", (33_000, 20), 200).save(path)
    drop(drawer, files(path))
    qtbot.waitUntil(drawer.message.isVisible)
    assert "33000 × 20" in drawer.message.words.text()
    with qtbot.waitSignal(drawer.picture_offered) as offered:
        drawer.message.act.click()
    smaller = QImage.fromData(offered.args[0])
    assert 0 < smaller.width() < 33_000


def test_04_an_impossible_picture_is_refused_without_a_button(
    drawer: HotSpotDrawer, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "huge.png"
    path.write_bytes(png_of_size(40_000, 40_000))
    drop(drawer, files(path))
    qtbot.waitUntil(drawer.message.isVisible)
    assert "40000 × 40000" in drawer.message.words.text()
    assert not drawer.message.act.isVisible()


def test_a_picture_that_cannot_be_read_is_told_in_place(drawer: HotSpotDrawer, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(png_of_size(40, 40))
    drawer.show_picture(path, name="broken.png")
    qtbot.waitUntil(lambda: "damaged" in drawer.place.title.text())
    assert drawer.picture_size() is None


@pytest.mark.parametrize("orientation", range(1, 9))
def test_02_a_region_has_the_same_proportions_however_the_camera_was_held(
    drawer: HotSpotDrawer, tmp_path: Path, open_picture: OpenPicture, orientation: int
) -> None:
    path = tmp_path / "turned.png"
    image, exif = Image.new("RGB", (300, 200), "blue"), Image.Exif()
    image.paste("red", (60, 40, 180, 80))
    exif[0x0112] = orientation
    turns = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    stored = image if orientation == 1 else image.transpose(Image.Transpose(turns[orientation]))
    stored.save(path, exif=exif)
    baked = prepared(path)
    with Image.open(io.BytesIO(baked.data)) as picture:
        assert picture.getexif().get(0x0112, 1) == 1
        assert picture.convert("RGB").tobytes() == image.tobytes()
    upright = tmp_path / "baked.png"
    upright.write_bytes(baked.data)
    open_picture(drawer, upright)
    desk = Desk(drawer, Document(Quiz("q", NewQuiz(), (Item.of(HotSpotQuestion.new()),)), {}, drawer), upright)
    drawer.regions_edited.connect(desk.take)
    drawer.toolbox.pick("rectangle")
    desk.drag(desk.place(0.2, 0.2), desk.place(0.6, 0.4))
    box = desk.regions[0].shape.bounds
    assert tuple(box) == pytest.approx((*desk.exact(0.2, 0.2), *desk.exact(0.6, 0.4)), abs=1e-6)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_02_a_turned_picture_is_shown_upright(
    drawer: HotSpotDrawer, tmp_path: Path, open_picture: OpenPicture, orientation: int
) -> None:
    path = tmp_path / "turned.jpg"
    exif = Image.Exif()
    exif[0x0112] = orientation
    Image.new("RGB", (300, 200), "red").save(path, exif=exif)
    open_picture(drawer, path)
    assert drawer.picture_size() == ((200, 300) if orientation >= 5 else (300, 200))


def test_a_missing_picture_shows_the_reason_and_the_regions_names(drawer: HotSpotDrawer) -> None:
    drawer.show_picture(None, message=message("The picture is still on Canvas. Sync to bring it here."))
    assert drawer.place.title.text() == "The picture is still on Canvas. Sync to bring it here."
    assert not drawer.toolbar.isVisible()


def test_41_a_large_jpeg_is_decoded_beside_the_window_in_two_steps_within_bounds(tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "large.jpg"
    Image.new("RGB", (8000, 5000), "red").save(path, quality=50)
    loader = PictureLoader()
    seen: list[tuple[str, float]] = []
    loader.shown.connect(lambda picture: seen.append((threading.current_thread().name, picture.sharpest)))
    with qtbot.waitSignal(loader.finished) as finished:
        loader.load(path, "large.jpg")
    assert seen == [(threading.main_thread().name, 0.125)]
    whole = finished.args[0]
    assert isinstance(whole, Pyramid)
    assert whole.levels[0].width() * whole.levels[0].height() <= WORKING_PIXELS * 1.01
    widths = [level.width() for level in whole.levels]
    assert widths[1:] == [width // 2 for width in widths[:-1]]


def test_41_what_was_told_is_heard_though_deletions_go_first(picture: Path, qapp: QApplication, qtbot: QtBot) -> None:
    loader = PictureLoader(qapp)
    heard: list[Pyramid] = []
    loader.finished.connect(heard.append)
    loader.load(picture, "heart.png")
    for thread in threading.enumerate():
        if thread.name == "picture":
            thread.join()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: bool(heard))
    loader.deleteLater()


def test_41_a_cancelled_picture_never_arrives(picture: Path, tmp_path: Path, qtbot: QtBot) -> None:
    other = tmp_path / "other.png"
    Image.new("RGB", (30, 20), "red").save(other)
    loader = PictureLoader()
    sizes: list[tuple[float, float]] = []
    loader.finished.connect(lambda picture: sizes.append(picture.size))
    with qtbot.waitSignal(loader.finished):
        loader.load(picture, "heart.jpg")
        loader.load(other, "other.png")
    assert sizes == [(30, 20)]


def test_41_a_file_is_decoded_while_the_library_takes_it_in(picture: Path, tmp_path: Path, qtbot: QtBot) -> None:
    kept = tmp_path / "kept-there-and-never-read.jpg"
    loader = PictureLoader()
    sizes: list[tuple[float, float]] = []
    loader.measured.connect(sizes.append)
    loader.begin_early(picture, "heart.jpg")
    loader.came(picture, kept)
    with qtbot.waitSignal(loader.finished):
        loader.load(kept, "heart.jpg")
    with Image.open(picture) as image:
        assert sizes == [image.size]


@pytest.mark.parametrize(
    "why", ["another file", "not a JPEG", "refused at once", "not wanted", "wanted no more", "another came meanwhile"]
)
def test_41_what_was_decoded_early_is_shown_for_nothing_else(
    picture: Path, tmp_path: Path, qtbot: QtBot, why: str
) -> None:
    early, kept = tmp_path / "early.jpg", tmp_path / "kept.png"
    Image.new("RGB", (90, 60), "red").save(early, "PNG" if why in ("not a JPEG", "refused at once") else "JPEG")
    Image.new("RGB", (30, 20), "red").save(kept)
    loader = PictureLoader()
    sizes: list[tuple[float, float]] = []
    loader.finished.connect(lambda found: sizes.append(found.size))
    loader.begin_early(early, "early")
    loader.came(picture if why == "another file" else early, kept)
    if why in ("refused at once", "wanted no more"):
        qtbot.waitUntil(lambda: "picture" not in [thread.name for thread in threading.enumerate()])
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if why in ("not wanted", "wanted no more"):
        loader.drop_early()
    if why == "another came meanwhile":
        loader.begin_early(picture, "heart.jpg")
    with qtbot.waitSignal(loader.finished):
        loader.load(kept, "kept")
    assert sizes == [(30, 20)]


def test_43_closing_the_picture_lets_go_of_it(desk: Desk) -> None:
    desk.drawer.show_picture(None)
    assert desk.drawer.picture_size() is None
    assert desk.drawer.view.pyramid is None


def test_29_from_400_per_cent_on_pixels_are_drawn_as_they_are(
    drawer: HotSpotDrawer, tmp_path: Path, open_picture: OpenPicture
) -> None:
    path = tmp_path / "pixels.png"
    checks = Image.new("RGB", (20, 20), "white")
    checks.paste("black", (0, 0, 10, 20))
    checks.save(path)
    open_picture(drawer, path)
    assert drawer.view.zoom == 4.0
    shown = drawer.view.grab().toImage()
    colours = {shown.pixelColor(x, shown.height() // 2).name() for x in range(shown.width())}
    assert "#000000" in colours
    assert not {name for name in colours if name[1:3] == name[3:5] == name[5:7]} - {"#000000", "#ffffff"}


def test_29_from_800_per_cent_on_a_grid_lies_between_the_pixels(
    drawer: HotSpotDrawer, tmp_path: Path, open_picture: OpenPicture
) -> None:
    path = tmp_path / "plain.png"
    Image.new("RGB", (40, 40), "white").save(path)
    open_picture(drawer, path)
    view = drawer.view

    def columns() -> list[int]:
        """Where in a row in the middle of a pixel there is anything else than white."""
        middle = view.to_view(Point(0.5, 20.5 / 40))
        row = view.viewport().grab().toImage()
        span = range(round(view.to_view(Point(0.3, 0)).x()) + 2, round(view.to_view(Point(0.6, 0)).x()) - 2)
        return [x for x in span if row.pixelColor(x, round(middle.y())).name() != "#ffffff"]

    view.scale_by(7.9 / view.zoom, QPointF(view.viewport().rect().center()))
    assert columns() == []
    view.scale_by(10 / view.zoom, QPointF(view.viewport().rect().center()))
    lines = columns()
    assert len(lines) >= 10
    assert {after - before for before, after in pairwise(lines)} <= {9, 10, 11}
