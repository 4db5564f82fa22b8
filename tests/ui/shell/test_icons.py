"""Icons are drawn sharp, in the colour of their role, also after light turned to dark."""

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from pytestqt.qtbot import QtBot

from app.ui.fields.text_button import TextButton
from app.ui.icons import TYPE_ICONS, icon
from app.ui.theme import ICON_AIR, Theme, icon_side, role


def inks(drawn: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    """The fully covered colours of an icon."""
    image: QImage = drawn.pixmap(QSize(16, 16), 2.0, mode).toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def near(one: str, other: QColor) -> bool:
    """Equal but for the rounding of a half-covered pixel."""
    ink = QColor(one)
    pairs = ((ink.red(), other.red()), (ink.green(), other.green()), (ink.blue(), other.blue()))
    return all(abs(a - b) <= 2 for a, b in pairs)


def test_an_icon_has_the_colour_of_its_role(theme: Theme) -> None:
    assert any(near(ink, role("danger")) for ink in inks(icon("trash-2", "danger")))


def test_an_icon_made_in_the_light_is_seen_in_the_dark(theme: Theme) -> None:
    made = icon("search")
    theme.choose("dark")
    assert any(near(ink, role("text")) for ink in inks(made))


@pytest.mark.parametrize("scale", [1, 2])
def test_the_words_of_a_button_keep_away_from_its_icon(qtbot: QtBot, scale: int) -> None:
    button = TextButton("Import", icon=icon("import"))
    qtbot.addWidget(button)
    image = button.icon().pixmap(button.iconSize(), float(scale)).toImage()
    assert (image.width(), image.height()) == ((icon_side() + ICON_AIR) * scale, icon_side() * scale)
    seen = [x for x in range(image.width()) if any(image.pixelColor(x, y).alpha() for y in range(image.height()))]
    assert len(seen) > 0
    assert max(seen) < icon_side() * scale


def test_a_disabled_icon_is_paler(theme: Theme) -> None:
    assert not inks(icon("trash-2"), QIcon.Mode.Disabled)


def test_an_icon_is_drawn_for_the_screens_pixels(theme: Theme) -> None:
    drawn = icon("search").pixmap(QSize(16, 16), 2.0)
    assert (drawn.size(), drawn.devicePixelRatio()) == (QSize(32, 32), 2.0)


@pytest.mark.parametrize("name", [*TYPE_ICONS.values(), "circle-question-mark"])
def test_every_type_has_an_icon(theme: Theme, name: str) -> None:
    assert inks(icon(name))


def test_a_name_that_is_not_there_is_told_at_once(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


def test_an_icon_is_made_once(theme: Theme) -> None:
    assert icon("search", "accent").cacheKey() == icon("search", "accent").cacheKey()


def test_icons_outlive_the_names_they_were_made_under(theme: Theme) -> None:
    kept = [QIcon(icon("square")) for _ in range(200)]
    gc.collect()
    assert all(inks(each) for each in kept[:3])
