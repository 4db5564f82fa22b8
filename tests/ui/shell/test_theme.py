"""Colours can be read, and sizes follow the system's text."""

import itertools

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.ui.theme import (
    COLOURS,
    Colours,
    Role,
    Theme,
    control_height,
    font,
    icon_side,
    large_icon_side,
    role,
    row_height,
)

TEXTS: tuple[Role, ...] = ("text", "text_quiet", "accent", "good", "warning", "danger")
GROUNDS: tuple[Role, ...] = ("surface", "surface_raised")


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2.2), 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("palette", Colours._fields)
@pytest.mark.parametrize(
    ("ink", "ground"),
    [*itertools.product(TEXTS, GROUNDS), ("accent_text", "accent"), ("text", "selection"), ("text_quiet", "selection")],
)
def test_text_can_be_read(ink: Role, ground: Role, palette: str) -> None:
    needed = 7.0 if palette.endswith("contrast") else 4.5
    assert contrast(getattr(COLOURS[ink], palette), getattr(COLOURS[ground], palette)) >= needed


@pytest.mark.parametrize("palette", Colours._fields)
@pytest.mark.parametrize("ground", GROUNDS)
def test_a_region_stands_out(ground: Role, palette: str) -> None:
    assert contrast(getattr(COLOURS["region"], palette), getattr(COLOURS[ground], palette)) >= 3


@pytest.mark.parametrize("palette", ["light_contrast", "dark_contrast"])
def test_lines_are_seen_where_more_contrast_is_asked_for(palette: str) -> None:
    assert contrast(getattr(COLOURS["line"], palette), getattr(COLOURS["surface"], palette)) >= 3


def test_choosing_dark_changes_roles_and_controls(theme: Theme) -> None:
    theme.choose("dark")
    assert role("surface").name() == COLOURS["surface"].dark
    assert QApplication.palette().color(QPalette.ColorRole.Window).lightnessF() < 0.5


def test_a_change_is_told_after_the_colours_have_changed(theme: Theme) -> None:
    seen: list[str] = []
    theme.changed.connect(lambda: seen.append(role("text").name()))
    theme.choose("dark")
    assert seen == [COLOURS["text"].dark]


def test_more_contrast_is_obeyed(theme: Theme) -> None:
    theme.choose("light", high_contrast=True)
    assert role("line").name() == COLOURS["line"].light_contrast


def test_sizes_follow_the_systems_text(theme: Theme, large_text: float) -> None:
    assert font("title").pointSizeF() == pytest.approx(large_text * 1.4)
    assert row_height() > 44
    assert control_height() > 32


def test_icons_grow_with_the_text(theme: Theme) -> None:
    small, large = icon_side(), large_icon_side()
    theme.scale_text(200)
    grown = (icon_side(), large_icon_side())
    theme.scale_text(100)
    assert (small, large) == (16, 20)
    assert grown[0] > 1.6 * small
    assert grown[1] > grown[0]
