"""A very long text: open it, write in it. And what is too much opens as its source."""

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.session.pictures import TakenPicture
from app.ui.fields.rich_text.field import RichTextField
from tests.support.measure.figure import Figures
from tests.support.measure.long_text import long_text
from tests.support.measure.painting import Heartbeat, PaintWatch
from tests.support.shelf import Shelf, open_shelf

PAUSE_MS = 40
HOSTILE = {
    "50,000 elements deep": "<div>" * 50_000 + "x",
    "colspan of 2,000,000,000": '<table><tr><td colspan="2000000000">x</td></tr></table>',
    "one word of a megabyte": "<p>" + "x" * 1_000_000 + "</p>",
    "100 tables in each other": "<table><tr><td>" * 100 + "x" + "</td></tr></table>" * 100,
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    with open_shelf(tmp_path_factory.mktemp("library")) as made:
        yield made


@pytest.fixture
def field(qtbot: QtBot, shelf: Shelf) -> Iterator[RichTextField]:
    window, page, content = QMainWindow(), QScrollArea(), QWidget()
    qtbot.addWidget(window)
    page.setWidgetResizable(True)
    page.setWidget(content)
    window.setCentralWidget(page)
    made = RichTextField("Question", shelf.pictures, content)
    QVBoxLayout(content).addWidget(made)
    window.resize(1280, 800)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.setFocus()
    yield made
    window.close()


@pytest.fixture
def text(shelf: Shelf, tmp_path: Path, qtbot: QtBot) -> str:
    file = tmp_path / "leaf.png"
    Image.radial_gradient("L").save(file)
    taken: list[object] = []
    shelf.pictures.take(file, "leaf.png", taken.append)
    qtbot.waitUntil(lambda: bool(taken))
    assert isinstance(taken[0], TakenPicture)
    return long_text(taken[0].reference)


def test_a_text_of_20000_words_is_written_in(figures: Figures, field: RichTextField, text: str) -> None:
    watch, idle, samples = PaintWatch(field.window()), Heartbeat(), []
    start = perf_counter()
    field.show_html(text)
    idle.wait(1000)  # equations are drawn beside the window
    for share in (0.02, 0.5, 0.98):
        cursor = field.edit.textCursor()
        cursor.setPosition(int(field.edit.rich.characterCount() * share))
        field.edit.setTextCursor(cursor)
        idle.wait(300)
        for letter in "the leaf makes sugar " * 4:
            samples.append(watch.milliseconds(lambda key=letter: QTest.keyClick(field.edit, key)))  # type: ignore[misc]
            idle.wait(PAUSE_MS)
    assert perf_counter() > start
    figures.note_p95("Key press in a text of 20,000 words until painted", samples, goal=16)


def test_a_text_of_20000_words_opens(figures: Figures, field: RichTextField, text: str) -> None:
    watch, samples = PaintWatch(field.window()), []
    for number in range(5):
        samples.append(watch.milliseconds(lambda n=number: field.show_html(f"{text}<p>{n}</p>")))  # type: ignore[misc]
        field.show_html("")
    figures.note_median("Open a text of 20,000 words", samples)


def test_commands_in_a_text_of_20000_words(figures: Figures, field: RichTextField, text: str) -> None:
    watch, idle, samples = PaintWatch(field.window()), Heartbeat(), []
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    field.show_html(text)
    idle.wait(500)
    for _ in range(10):
        samples.append(watch.milliseconds(lambda: QTest.keyClick(field.edit, Qt.Key.Key_9, held)))
        idle.wait(PAUSE_MS)
    figures.note_p95("Quote a paragraph in a text of 20,000 words", samples)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_opens(figures: Figures, field: RichTextField, name: str) -> None:
    watch, samples = PaintWatch(field.window()), []
    for number in range(5):
        html = f"{HOSTILE[name]}<!-- {number} -->"
        samples.append(watch.milliseconds(lambda html=html: field.show_html(html)))  # type: ignore[misc]
    figures.note_median(f"Open {name}", samples, goal=100)
