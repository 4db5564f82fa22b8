"""Colours as CSS writes them, and moved as far as they must be to be read."""

import re

from PySide6.QtGui import QColor

LEAST = 4.5
"""The contrast that text must have (WCAG 1.4.3)."""
_STEPS = 20
_MIDDLE = 0.18
"""The luminance from which black has more contrast than white."""
_RGB = re.compile(r"rgba?\(\s*(\d{1,3})\s*[, ]\s*(\d{1,3})\s*[, ]\s*(\d{1,3})")


def css_colour(written: str) -> QColor:
    """A colour by its name, as #hex or as rgb(); an invalid one for what is none."""
    found = _RGB.match(written.strip().lower())
    if found is not None:
        return QColor(*(min(int(part), 255) for part in found.groups()))
    colour = QColor.fromString(written.strip()) if written else QColor()
    return colour if colour.alpha() else QColor()


def readable(colour: QColor, ground: QColor) -> QColor:
    """The colour itself where it has enough contrast, else the nearest lighter or darker one that has."""
    if contrast(colour, ground) >= LEAST:
        return colour
    hue, saturation, lightness = colour.hslHueF(), colour.hslSaturationF(), colour.lightnessF()
    end = 1.0 if _luminance(ground) < _MIDDLE else 0.0
    moved = (
        QColor.fromHslF(max(hue, 0), saturation, lightness + (end - lightness) * step / _STEPS)
        for step in range(1, _STEPS + 1)
    )
    return next((one for one in moved if contrast(one, ground) >= LEAST), QColor("white" if end else "black"))


def contrast(one: QColor, other: QColor) -> float:
    """How far two colours are apart, 1 to 21."""
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
