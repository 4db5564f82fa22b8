"""A person who does not see draws regions from what Help · Keys says, and from nothing else (acceptance 34 and 37).

Each sentence is read where it is printed, and followed to the letter: only keys that were named so far are pressed, and
every key that is named is pressed. Another wording of a sentence needs another way to follow it, so that it fails here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest
from PIL import Image
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon, Rectangle
from app.models.questions.hot_spot import HotSpotQuestion
from tests.e2e.conftest import OpenWindow
from tests.support.hearing import overhear
from tests.support.keyboard import CONTROL, NONE, SHIFT, Key, Keyboard
from tests.support.person import Person

ARROWS: Final = {"left": Key.Key_Left, "right": Key.Key_Right, "up": Key.Key_Up, "down": Key.Key_Down}
KEYS: Final = {
    "Tab": (Key.Key_Tab, NONE),
    "O": (Key.Key_O, NONE),
    "R": (Key.Key_R, NONE),
    "P": (Key.Key_P, NONE),
    "Enter": (Key.Key_Return, NONE),
    "Backspace": (Key.Key_Backspace, NONE),
    "F2": (Key.Key_F2, NONE),
    "Escape": (Key.Key_Escape, NONE),
    "N": (Key.Key_N, NONE),
    "Shift+N": (Key.Key_N, SHIFT),
    "Ctrl+Z": (Key.Key_Z, CONTROL),
    "Ctrl+S": (Key.Key_S, CONTROL),
}
HELD: Final = {"": NONE, "Shift": SHIFT, "Ctrl": CONTROL}
NAMES: Final = re.compile(
    r"\b(?:(?:Ctrl|Shift)\+[A-Z]|F\d+|Tab|Enter|Backspace|Escape|Shift|Ctrl|[A-Z])\b(?! (?:uses|is made))"
)
"""The names of keys in a sentence; arrow keys are named by words."""
MOST_TABS = 8
"""Whoever presses Tab more often to come from a question to its picture believes that the sentence is wrong."""


@dataclass
class Reader:
    """Knows of the keys what was read so far, and of the window what is said."""

    person: Person
    keys: Keyboard
    heard: list[str]
    told: set[str] = field(default_factory=set)
    used: set[str] = field(default_factory=set)

    @property
    def regions(self) -> tuple[Region, ...]:
        item = self.person.quiz.items[0]
        assert isinstance(item.entry, HotSpotQuestion)
        return item.entry.regions(item.local)

    def read(self, sentence: str) -> None:
        """Learn the keys of one sentence."""
        self.told |= named(sentence)

    def press(self, name: str, *, times: int = 1) -> None:
        """Press what a sentence named, and wait for what is said then."""
        self._uses(name)
        self.keys.press(*KEYS[name], times=times)

    def arrow(self, way: str, held: str = "", *, times: int = 1) -> None:
        """Press an arrow key."""
        self._uses("Arrow", *([held] if held else []))
        self.keys.press(ARROWS[way], HELD[held], times=times)

    def hears(self, words: str) -> None:
        """Wait until that is said."""
        self.person.qtbot.waitUntil(lambda: any(words in said for said in self.heard))
        self.heard.clear()

    def _uses(self, *names: str) -> None:
        assert self.told >= set(names), "no sentence has named this key yet"
        self.used |= set(names)


def named(sentence: str) -> set[str]:
    """The keys that a sentence names."""
    found = set(NAMES.findall(sentence))
    return found | ({"Arrow"} if "arrow keys" in sentence.lower() else set())


def to_the_picture(reader: Reader) -> None:
    for _ in range(MOST_TABS):
        reader.press("Tab")
        if reader.keys.here.startswith("Picture leaf.jpg"):
            break
    assert reader.keys.here == "Picture leaf.jpg, 1600 by 1000 pixels, regions: 0"
    for key, tool in (("R", "Rectangle"), ("P", "Polygon"), ("O", "Oval")):
        reader.press(key)
        reader.hears(f"{tool}. Arrow keys move the aim")


def with_the_aim(reader: Reader) -> None:
    reader.press("Enter")
    reader.hears("50.0 % from the left, 50.0 % from the top")
    for way, held in (("left", ""), ("left", "Shift"), ("left", "Ctrl"), ("up", "Ctrl")):
        reader.arrow(way, held)
    reader.hears("% from the left")


def an_oval_and_a_rectangle(reader: Reader) -> None:
    reader.press("Enter")
    reader.hears("Corner 1 set")
    reader.arrow("right", "Shift", times=6)
    reader.arrow("down", "Shift", times=4)
    reader.hears("% wide")
    reader.press("Enter")
    reader.hears("Region 1, oval, 1 of 1")
    reader.press("R")
    reader.press("Enter", times=2)
    reader.arrow("right", "Shift", times=5)
    reader.arrow("down", "Shift", times=3)
    reader.press("Enter")
    reader.hears("Region 2, rectangle, 2 of 2")


def a_polygon(reader: Reader) -> None:
    reader.press("P")
    reader.press("Enter", times=2)
    for number, (across, down) in enumerate(
        (("right", "up"), ("right", "down"), ("left", "down"), ("left", "left")), 2
    ):
        reader.arrow(across, "Shift", times=4)
        reader.arrow(down, "Shift", times=3)
        reader.press("Enter")
        reader.hears(f"Corner {number} set")
    reader.press("Backspace")
    reader.hears("Corner taken back, 4 left")
    reader.arrow("left", "Shift")
    reader.press("Enter")
    reader.hears("Corner 5 set")
    reader.press("Enter")
    reader.hears("Region 3, polygon, 3 of 3")


def a_name(reader: Reader) -> None:
    reader.press("F2")
    reader.keys.write("Stoma")
    reader.press("Enter")
    reader.keys.wait("Picture leaf.jpg, 1600 by 1000 pixels, regions: 3")
    assert [region.name for region in reader.regions] == ["", "", "Stoma"]
    reader.press("O")
    reader.press("Enter")
    for said in ("The aim is put away", "Select and move"):
        reader.press("Escape")
        reader.hears(said)
    assert len(reader.regions) == 3


def a_corner(reader: Reader) -> None:
    before = reader.regions[2].shape
    assert isinstance(before, Polygon)
    reader.press("N")
    reader.hears("Corner 1 of 5")
    reader.press("N", times=2)
    reader.hears("Corner 2 of 5")
    reader.press("Shift+N", times=2)
    reader.hears("Corner 1 of 5")
    reader.arrow("up", "Shift")
    reader.hears("Corner 1 of 5")
    after = reader.regions[2].shape
    assert isinstance(after, Polygon)
    assert after.points[0] != before.points[0]
    assert after.points[1:] == before.points[1:]


def what_is_kept(reader: Reader) -> None:
    moved = reader.regions[2].shape
    reader.press("Ctrl+Z")
    reader.hears("Corner 1 of 5")
    assert reader.regions[2].shape != moved
    reader.press("Ctrl+S")
    reader.hears("lready saved on this computer")
    reader.press("Escape", times=2)
    reader.press("Tab")
    reader.hears("Region 1, oval, 1 of 3")
    reader.press("Tab")
    reader.hears("Region 2, rectangle, 2 of 3")


FOLLOWED: Final[dict[str, Callable[[Reader], None]]] = {
    "Tab leads from the question to its picture. Press O for an oval, R for a rectangle, P for a polygon.": (
        to_the_picture
    ),
    "Enter shows the aim. Arrow keys move it, with Shift 10 and with Ctrl 100 times as far.": with_the_aim,
    "Oval and rectangle: Enter at one corner, then at the opposite one. The region is made, and its place is told.": (
        an_oval_and_a_rectangle
    ),
    "Polygon: Enter at each corner, and once more at the last one to close it. Backspace takes the last one back.": (
        a_polygon
    ),
    "F2 names the region: type the name, then press Enter. Escape steps back, whatever is going on.": a_name,
    "To move a corner, go to it with N, or back with Shift+N, then press arrow keys.": a_corner,
    "Ctrl+Z undoes. All is saved by itself; Ctrl+S says so. Tab leads on to the next region.": what_is_kept,
}


@pytest.fixture
def reader(open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Reader]:
    """Sits before a question that has a picture, in its text."""
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    person = open_window()
    keys = Keyboard(person.window, person.qtbot, tmp_path)
    Image.linear_gradient("L").resize((1600, 1000)).convert("RGB").save(tmp_path / "leaf.jpg")
    keys.new_quiz("By ear")
    keys.add("hot")
    keys.to("Choose…")
    keys.paste_file("leaf.jpg")
    keys.wait("Picture leaf.jpg, 1600 by 1000 pixels, regions: 0")
    keys.back("Question")
    yield Reader(person, keys, overhear(monkeypatch))
    QAccessible.setActive(before)


def printed(keys: Keyboard) -> list[str]:
    """The numbered sentences of Help · Keys, as Tab comes to them, in their order."""
    keys.press(Key.Key_F1)
    keys.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None or keys.here == "Keys")
    met: list[str] = []
    while keys.here not in met:
        met.append(keys.here)
        keys.press(Key.Key_Tab)
    keys.press(Key.Key_Escape)
    keys.window.activateWindow()  # which a desktop does
    keys.wait("Question")
    return [text.partition(". ")[2] for number in range(1, len(met)) for text in met if text.startswith(f"{number}. ")]


def test_34_37_what_is_printed_is_enough_to_draw_name_change_undo_and_save(reader: Reader) -> None:
    sentences = printed(reader.keys)
    assert sentences == list(FOLLOWED)
    for sentence in sentences:
        reader.read(sentence)
        FOLLOWED[sentence](reader)
        assert reader.used == reader.told
    assert [type(region.shape) for region in reader.regions] == [Oval, Rectangle, Polygon]
