"""Colours by role, distances and type sizes: the only place with a colour or a pixel in it (look.md, "Foundations").

Colours are asked for when something is painted, so that light and dark follow the system while the window is open.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from enum import IntEnum
from typing import Final, Literal, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

Role = Literal[
    "surface",
    "surface_raised",
    "line",
    "text",
    "text_quiet",
    "accent",
    "accent_text",
    "selection",
    "good",
    "warning",
    "danger",
    "region",
    "highlight",
]
"""What a colour is for. `accent_text` stands on `accent`; `text` and `text_quiet` stand on `selection`."""

Scheme = Literal["system", "light", "dark"]
TextKind = Literal["title", "section", "text", "quiet"]


class Colours(NamedTuple):
    """One role in the four palettes."""

    light: str
    dark: str
    light_contrast: str
    dark_contrast: str


COLOURS: Final[Mapping[Role, Colours]] = {
    "surface": Colours("#f5f5f7", "#1d1e21", "#ffffff", "#000000"),
    "surface_raised": Colours("#ffffff", "#27292d", "#ffffff", "#000000"),
    "line": Colours("#d8dade", "#3d4046", "#000000", "#ffffff"),
    "text": Colours("#1b1d22", "#ecedef", "#000000", "#ffffff"),
    "text_quiet": Colours("#5a5f69", "#a5aab3", "#1f1f1f", "#ededed"),
    "accent": Colours("#2b5cc4", "#8db2ff", "#003399", "#9ecbff"),
    "accent_text": Colours("#ffffff", "#10203f", "#ffffff", "#000000"),
    "selection": Colours("#dce6fa", "#2c3e66", "#cfe0ff", "#1a3d7c"),
    "good": Colours("#1c7442", "#6fc893", "#00541f", "#7dffa8"),
    "warning": Colours("#8a5600", "#e8b65e", "#643a00", "#ffd84f"),
    "danger": Colours("#b0261d", "#ff938b", "#8c0000", "#ffa89f"),
    "region": Colours("#c2185b", "#ff7fb2", "#8a0048", "#ff9ccc"),
    "highlight": Colours("#fff2a8", "#5c5200", "#fff2a8", "#4d4400"),
}


class Gap(IntEnum):
    """Distances on the grid of 4 px, in device-independent pixels."""

    TIGHT = 4
    SMALL = 8
    MEDIUM = 12
    LARGE = 16
    PAGE = 24


ICON_AIR: Final = 2
"""Between an icon and its words, beside what the style leaves."""
PAGE_WIDTH: Final = 860
"""The widest column of form fields, so that lines stay readable."""
FIRST_WINDOW: Final = (1180, 760)
SMALLEST_WINDOW: Final = (640, 480)
NARROW_WINDOW: Final = 940
"""Below this width of the window the item list folds to icons and numbers."""

_ICON: Final = 16
_LARGE_ICON: Final = 20
_ICON_LINES: Final = 0.9
"""How high an icon is, in lines of text, where those are larger than the icon."""
_CONTROL_HEIGHT: Final = 32
_ROW_HEIGHT: Final = 44
_SIZES: Final[Mapping[TextKind, float]] = {"title": 1.4, "section": 1.1, "text": 1.0, "quiet": 0.9}
_CONTRAST: Final = "quizwright-contrast"
_PAPER: Final[ContextVar[QFont | None]] = ContextVar("paper", default=None)


@contextmanager
def on_paper(printed: QFont) -> Iterator[None]:
    """What is laid out and painted within stands on white paper in this font, whatever the window looks like."""
    before = _PAPER.set(printed)
    try:
        yield
    finally:
        _PAPER.reset(before)


def role(name: Role) -> QColor:
    """The colour of a role in the palette in force."""
    colours = COLOURS[name]
    if is_high_contrast():
        return QColor(colours.dark_contrast if is_dark() else colours.light_contrast)
    return QColor(colours.dark if is_dark() else colours.light)


def row_ink() -> QColor:
    """The colour of an icon on a selected row of a list."""
    palette: QPalette = QApplication.palette(_LISTS)  # type: ignore[call-overload] # as in `_paint_all`
    return palette.color(QPalette.ColorRole.HighlightedText)


def is_dark() -> bool:
    """Whether light text stands on dark. Read from the palette, which also knows where the system's hint is silent."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return _PAPER.get() is None and window.lightnessF() < 0.5


def is_high_contrast() -> bool:
    """Whether the system, or the person, asks for more contrast, as `Theme` found it."""
    application = QGuiApplication.instance()
    return _PAPER.get() is None and application is not None and bool(application.property(_CONTRAST))


def control_height() -> int:
    """32 px, more where the system's text is larger."""
    return max(_CONTROL_HEIGHT, QFontMetrics(QApplication.font()).height() + 2 * Gap.SMALL)


def icon_side() -> int:
    """16 px, more where the system's text is larger."""
    return max(_ICON, round(QFontMetrics(QApplication.font()).height() * _ICON_LINES))


def large_icon_side() -> int:
    """20 px, more where the system's text is larger."""
    return icon_side() + _LARGE_ICON - _ICON


def row_height() -> int:
    """44 px for a row with two lines of text, more where the system's text is larger."""
    lines = QFontMetrics(font("text")).height() + QFontMetrics(font("quiet")).height()
    return max(_ROW_HEIGHT, lines + Gap.SMALL)


def font(kind: TextKind) -> QFont:
    """The system's font at the size of its kind; on paper the one that is printed in."""
    made = QFont(_PAPER.get() or QApplication.font())
    if made.pointSizeF() > 0:
        made.setPointSizeF(made.pointSizeF() * _SIZES[kind])
    else:
        made.setPixelSize(round(made.pixelSize() * _SIZES[kind]))
    if kind == "section":
        made.setWeight(QFont.Weight.DemiBold)
    return made


class Theme(QObject):
    """Light, dark or as the system says. One for the application; `changed` comes after the palette has changed."""

    changed = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._scheme: Scheme = "system"
        self._asks_contrast = False
        self._system_font = QFont(application.font())
        # Both are held: a wrapper of the one that goes away takes the other with it (PySide 6.11.3).
        self._hints = application.styleHints()
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._apply)
        self._accessibility.contrastPreferenceChanged.connect(self._apply)
        self._apply()

    @property
    def scheme(self) -> Scheme:
        """What the person chose."""
        return self._scheme

    def choose(self, scheme: Scheme, *, high_contrast: bool = False) -> None:
        """Follow the system, or stay light or dark; `high_contrast` asks for it where the system does not."""
        self._scheme, self._asks_contrast = scheme, high_contrast
        self._hints.setColorScheme(_QT_SCHEMES[scheme])
        self._apply()

    def scale_text(self, percent: int) -> None:
        """Make all text larger or smaller than the system's (100), beside what the system scales itself."""
        scaled = QFont(self._system_font)
        if scaled.pointSizeF() > 0:
            scaled.setPointSizeF(self._system_font.pointSizeF() * percent / 100)
        else:
            scaled.setPixelSize(round(self._system_font.pixelSize() * percent / 100))
        if scaled != self._application.font():
            self._application.setFont(scaled)
            _tell_parts()
            self.changed.emit()

    def _apply(self) -> None:
        system = self._accessibility.contrastPreference() == Qt.ContrastPreference.HighContrast
        self._application.setProperty(_CONTRAST, system or self._asks_contrast)
        # Where no desktop tells its colours (plain X11, offscreen) Qt's own grey is used and a choice is not obeyed.
        if self._hints.colorScheme() == Qt.ColorScheme.Unknown:
            self._paint_all(dark=self._scheme == "dark")
        self.changed.emit()

    def _paint_all(self, *, dark: bool) -> None:
        """Our palette for everything, and what lists and, in the dark, framed controls have of their own."""
        palette = _palette(dark=dark)
        self._application.setPalette(palette)
        lists = QPalette(palette)
        lists.setColor(QPalette.ColorRole.Highlight, role("selection"))
        lists.setColor(QPalette.ColorRole.HighlightedText, role("text"))
        if dark:
            lists.setColor(QPalette.ColorRole.Window, role("text_quiet"))  # for tick boxes, as with `_FRAMED`
        self._application.setPalette(lists, _LISTS)  # type: ignore[arg-type] # the stubs want bytes, Qt a str
        if dark:
            framed = QPalette(palette)
            framed.setColor(QPalette.ColorRole.Window, role("text_quiet"))
            for kind in _FRAMED:
                self._application.setPalette(framed, kind)  # type: ignore[arg-type]


_LISTS: Final = "QAbstractItemView"
"""The widgets whose selected rows are tinted, as Qt names them."""
_FRAMED: Final = (
    *("QLineEdit", "QPlainTextEdit", "QTextEdit", "QAbstractSpinBox", "QComboBox"),
    *("QPushButton", "QCheckBox", "QRadioButton", "QProgressBar"),
)
"""Controls whose frames Fusion draws darker than the window's colour, which in the dark nobody sees."""


def _tell_parts() -> None:
    """Tell every widget that the size of text has changed: Qt leaves out parts that have a font of their own."""
    for widget in QApplication.allWidgets():
        if not widget.isWindow():
            QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.ApplicationFontChange))


_QT_SCHEMES: Final[Mapping[Scheme, Qt.ColorScheme]] = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}


def _palette(*, dark: bool) -> QPalette:
    """The palette of our roles, for desktops that have none."""
    place = (1 if dark else 0) + (2 if is_high_contrast() else 0)
    colour: Mapping[Role, QColor] = {name: QColor(colours[place]) for name, colours in COLOURS.items()}
    palette = QPalette(colour["surface_raised"], colour["surface"])
    for part, name in _PARTS.items():
        palette.setColor(part, colour[name])
    for part in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        faint = QColor(colour["text_quiet"])
        faint.setAlphaF(0.7)
        palette.setColor(QPalette.ColorGroup.Disabled, part, faint)
    return palette


_PARTS: Final[Mapping[QPalette.ColorRole, Role]] = {
    QPalette.ColorRole.Window: "surface",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface_raised",
    QPalette.ColorRole.AlternateBase: "surface",
    QPalette.ColorRole.ToolTipBase: "surface_raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "text_quiet",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface_raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "accent_text",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
}
