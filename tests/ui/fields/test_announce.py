"""What Orca hears: it speaks a new description of what has the focus."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.ui.fields.announce import DescribingVoice

OWN = "How many clicks students have"


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[QWidget]:
    """Two buttons, the first with a description and the focus, and a reader that listens."""
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    page = QWidget()
    layout = QHBoxLayout(page)
    for name in ("one", "other"):
        layout.addWidget(QPushButton(name))
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    first(page).setAccessibleDescription(OWN)
    first(page).setFocus()
    yield page
    QAccessible.setActive(before)


def first(page: QWidget) -> QPushButton:
    return page.findChildren(QPushButton)[0]


def test_what_is_said_becomes_the_description_until_the_focus_leaves(page: QWidget, qtbot: QtBot) -> None:
    DescribingVoice(page).say("Corner 3 set")
    qtbot.waitUntil(lambda: first(page).accessibleDescription() == "Corner 3 set")
    page.findChildren(QPushButton)[1].setFocus()
    qtbot.waitUntil(lambda: first(page).accessibleDescription() == OWN)


def test_all_that_is_said_at_one_moment_is_one_description(page: QWidget, qtbot: QtBot) -> None:
    voice = DescribingVoice(page)
    for words in ("Region 1 is set.", "Its line crosses itself.", "Region 1 is set."):
        voice.say(words)
    qtbot.waitUntil(lambda: first(page).accessibleDescription() == "Region 1 is set. Its line crosses itself")


def test_the_same_words_are_heard_again(page: QWidget, qtbot: QtBot) -> None:
    voice, described = DescribingVoice(page), first(page).accessibleDescription
    voice.say("Undone")
    qtbot.waitUntil(lambda: described() == "Undone")
    voice.say("Undone")
    qtbot.waitUntil(lambda: described() not in ("Undone", OWN))
    assert described().strip("\u200b") == "Undone"


def test_a_description_that_came_meanwhile_stays(page: QWidget, qtbot: QtBot) -> None:
    voice, other = DescribingVoice(page), page.findChildren(QPushButton)[1]
    voice.say("Undone")
    qtbot.waitUntil(lambda: first(page).accessibleDescription() == "Undone")
    first(page).setAccessibleDescription("Selected")
    other.setFocus()
    voice.say("Redone")
    qtbot.waitUntil(lambda: other.accessibleDescription() == "Redone")
    assert first(page).accessibleDescription() == "Selected"


def test_what_ends_the_editing_of_a_name_is_said_where_the_focus_comes_to(page: QWidget, qtbot: QtBot) -> None:
    voice, other = DescribingVoice(page), page.findChildren(QPushButton)[1]
    voice.say("aorta, oval")
    other.setFocus()
    first(page).deleteLater()
    qtbot.waitUntil(lambda: other.accessibleDescription() == "aorta, oval")
