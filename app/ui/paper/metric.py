"""Sizes on paper. One unit is 1/96 inch: a page is laid out once, for screen, file and printer."""

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QLocale, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QPageSize
from PySide6.QtWidgets import QApplication

UNITS: Final = 96
"""To the inch."""
PaperSize = Literal["a4", "letter"]
_SIZES: Final = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}
_TEXT, _LARGE_TEXT = 15, 24
"""11 and 18 points: large print begins there."""
_QUIET = 0.85
_TITLE = 1.5
_MARGIN: Final = 68
"""18 mm."""
_WRITING: Final = 32
"""8.5 mm between two lines to write on."""


def usual_size() -> PaperSize:
    """What this country prints on."""
    return "a4" if QLocale.system().measurementSystem() == QLocale.MeasurementSystem.MetricSystem else "letter"


@dataclass(frozen=True)
class Metric:
    """What everything on a page is measured by."""

    size: PaperSize = "a4"
    is_large: bool = False

    @property
    def page_size(self) -> QPageSize:
        """As printers call it."""
        return QPageSize(_SIZES[self.size])

    @property
    def page(self) -> QSizeF:
        """Width and height."""
        return self.page_size.size(QPageSize.Unit.Inch) * UNITS

    @property
    def margin(self) -> float:
        """On all four sides."""
        return _MARGIN

    @property
    def width(self) -> float:
        """Of what is between the margins."""
        return self.page.width() - 2 * self.margin

    @property
    def room(self) -> float:
        """How high that is."""
        return self.page.height() - 2 * self.margin

    @property
    def em(self) -> float:
        """The size of letters."""
        return _LARGE_TEXT if self.is_large else _TEXT

    @property
    def gap(self) -> float:
        """Between two questions."""
        return 1.6 * self.em

    @property
    def small_gap(self) -> float:
        """Between the parts of one."""
        return 0.5 * self.em

    @property
    def tight_gap(self) -> float:
        """Between the lines of a key."""
        return 0.15 * self.em

    @property
    def key_gap(self) -> float:
        """Between two questions of a key."""
        return 0.8 * self.em

    @property
    def writing(self) -> float:
        """From one line to write on to the next."""
        return max(_WRITING, 1.8 * self.em)

    @property
    def number_room(self) -> float:
        """At the left, for the number of a question; large print has none to spare."""
        return 0 if self.is_large else 2.2 * self.em

    @property
    def points_room(self) -> float:
        """At the right, for its points."""
        return 0 if self.is_large else 4.6 * self.em

    @property
    def font(self) -> QFont:
        """Of the text."""
        return self._font(self.em)

    @property
    def quiet(self) -> QFont:
        """Of what is beside it."""
        return self._font(_QUIET * self.em)

    @property
    def bold(self) -> QFont:
        """Of numbers and letters."""
        made = self.font
        made.setWeight(QFont.Weight.DemiBold)
        return made

    @property
    def title(self) -> QFont:
        """Of the quiz's name."""
        made = self._font(_TITLE * self.em)
        made.setWeight(QFont.Weight.DemiBold)
        return made

    @property
    def line(self) -> float:
        """The height of a line of text."""
        return QFontMetricsF(self.font).lineSpacing()

    def _font(self, pixels: float) -> QFont:
        made = QFont(QApplication.font())
        made.setPixelSize(round(pixels))
        made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return made
