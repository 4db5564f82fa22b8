"""The buttons above the canvas: tools, trying, zoom, picture."""

from collections.abc import Sequence
from itertools import chain

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QToolButton, QWidget

from app.ui.fields.icon_button import IconButton
from app.ui.fields.one_stop import OneStop
from app.ui.fields.text_button import leave_air
from app.ui.hot_spot.toolbox import Toolbox
from app.ui.hot_spot.tools.table import TOOLS
from app.ui.hot_spot.tools.tool import Tool
from app.ui.icons import icon
from app.ui.theme import Gap, control_height, large_icon_side
from app.ui.words import words


class ToolButton(QToolButton):
    """A tool: a click takes it, a double-click takes it to stay."""

    picked = Signal(str, bool)

    def __init__(self, tool: type[Tool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = tool.name
        self.setCheckable(True)
        self.setAutoRaise(True)
        self.setIcon(icon(tool.icon))
        self.setIconSize(QSize(large_icon_side(), large_icon_side()))
        self.setFixedSize(control_height(), control_height())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(_told(tool))
        self.setAccessibleName(_told(tool))
        self.clicked.connect(lambda: self.picked.emit(self._name, False))

    def mouseDoubleClickEvent(self, event: object) -> None:
        """Take the tool to stay."""
        self.picked.emit(self._name, True)


class Toolbar(QWidget):
    """Everything that gestures and keys can do, as buttons; Tab stops here once, arrow keys go from one to the next."""

    zoom_asked = Signal(int)
    fit_asked = Signal()
    actual_size_asked = Signal()
    picture_asked = Signal()
    full_asked = Signal()
    loupe_asked = Signal(bool)
    turn_asked = Signal(int)

    def __init__(self, toolbox: Toolbox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._toolbox = toolbox
        self._tools = QButtonGroup(self)
        self._tools.setExclusive(True)
        self.buttons = {tool.name: self._tool(tool) for tool in TOOLS}
        self.try_it = self._text_button("mouse-pointer-click", self.tr("Try it"))
        self.try_it.setToolTip(self.tr("Click as a student would and see how it counts"))
        self.try_it.setCheckable(True)
        self.buttons["try"] = self.try_it
        self._tools.addButton(self.try_it)
        self.try_it.clicked.connect(lambda: toolbox.pick("try"))
        self.percent = self._text_button("", "100 %")
        self.picture = self._text_button("image", self.tr("Picture"))
        self.picture.setToolTip(self.tr("Replace, turn or crop the picture"))
        self.picture.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.picture.setMenu(self._picture_menu())
        self.overflow = IconButton("ellipsis", self.tr("More tools"), self, tone="text")
        self.overflow.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.overflow.setMenu(QMenu(self))
        self.overflow.menu().aboutToShow.connect(self._fill_overflow)
        self.full = IconButton(
            "expand", self.tr("Give the picture the window (F11)"), self, checked_icon="shrink", tone="text"
        )
        self.full.clicked.connect(self.full_asked)
        self.loupe = IconButton(
            "scan-search",
            self.tr("Loupe: eight times as large (hold Z)"),
            self,
            checked_icon="scan-search",
            tone="text",
        )
        self._views = self._make_views()
        self.setAccessibleName(self.tr("Tools"))
        self._lay_out()
        OneStop(self.in_one_stop(), self)
        toolbox.picked.connect(self._show_tool)
        self._show_tool(toolbox.tool.name)

    def in_one_stop(self) -> tuple[QToolButton, ...]:
        """All buttons as they stand in their row or rows."""
        tools = (self.buttons[tool.name] for tool in TOOLS)
        return *tools, self.try_it, *self._views, self.picture, self.overflow, self.full

    def show_zoom(self, zoom: float) -> None:
        """Show how large the picture is shown; 1 = 100 %."""
        text = f"{zoom * 100:.0f} %" if zoom >= 0.1 else f"{zoom * 100:.1f} %"
        self.percent.setText(text)
        told = self.tr("Zoom {percent}, show at 100 % (1)").format(percent=text)
        self.percent.setAccessibleName(told)
        self.percent.setToolTip(told)

    def _picture_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(icon("image"), self.tr("Replace…"), self.picture_asked.emit)
        menu.addAction(icon("crop"), self.tr("Crop"), lambda: self._toolbox.pick("crop"))
        menu.addAction(icon("rotate-cw-square"), self.tr("Turn right"), lambda: self.turn_asked.emit(1))
        menu.addAction(icon("rotate-ccw-square"), self.tr("Turn left"), lambda: self.turn_asked.emit(3))
        return menu

    def _tool(self, tool: type[Tool]) -> QToolButton:
        button = ToolButton(tool, self)
        button.picked.connect(lambda name, stays: self._toolbox.pick(name, stays=stays))
        self._tools.addButton(button)
        return button

    def _text_button(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAutoRaise(True)
        button.setMinimumHeight(control_height())
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if name:
            button.setIcon(icon(name))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            leave_air(button)
        return button

    def _make_views(self) -> tuple[QToolButton, ...]:
        closer = IconButton("zoom-in", self.tr("Zoom in (+)"), self, tone="text")
        farther = IconButton("zoom-out", self.tr("Zoom out (−)"), self, tone="text")
        fit = IconButton("maximize", self.tr("Show the whole picture (0)"), self, tone="text")
        self.loupe.clicked.connect(self.loupe_asked)
        closer.clicked.connect(lambda: self.zoom_asked.emit(1))
        farther.clicked.connect(lambda: self.zoom_asked.emit(-1))
        fit.clicked.connect(self.fit_asked)
        self.percent.clicked.connect(self.actual_size_asked)
        return farther, self.percent, closer, fit, self.loupe

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        for button in (*(self.buttons[tool.name] for tool in TOOLS), None, self.try_it):
            self._row.addSpacing(Gap.SMALL) if button is None else self._row.addWidget(button)
        self._row.addStretch(1)
        for button in (*self._views, None, self.picture, self.overflow, self.full):
            self._row.addSpacing(Gap.SMALL) if button is None else self._row.addWidget(button)

    def _show_tool(self, name: str) -> None:
        self.buttons[name].setChecked(True)

    @property
    def _rare(self) -> tuple[tuple[QToolButton, ...], ...]:
        """What goes into the menu where there is no room, together and the first ones first."""
        farther, percent, closer, fit, loupe = self._views
        cover, hand, wand, crop = (self.buttons[name] for name in ("cover", "hand", "wand", "crop"))
        return (crop,), (loupe,), (percent,), (fit,), (farther, closer), (cover,), (hand,), (wand,)

    def minimumSizeHint(self) -> QSize:
        """Where there is no room the words go first, then buttons into a menu; what draws and what leads on stays."""
        places = len(self.in_one_stop()) - len(tuple(chain(*self._rare)))
        return QSize(places * control_height() + self._air, super().minimumSizeHint().height())

    @property
    def _air(self) -> int:
        """What stands between the groups, and the little arrow beside the picture."""
        return 2 * Gap.SMALL + Gap.PAGE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show words, and the rare buttons, as far as there is room for them."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters take more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit(self.width())

    def _fit(self, room: int) -> None:
        style = Qt.ToolButtonStyle
        in_words = self._needed(self.in_one_stop(), worded=True) <= room
        for button in (self.try_it, self.picture):
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if in_words else style.ToolButtonIconOnly)
        hidden: list[QToolButton] = [self.overflow]
        for group in self._rare:
            shown = [button for button in self.in_one_stop() if button not in hidden]
            if self._needed(shown, worded=in_words) <= room:
                break
            hidden = [*hidden[hidden[0] is self.overflow :], *group]
        for button in self.in_one_stop():
            if button.isHidden() != (button in hidden):
                button.setVisible(button not in hidden)

    def _needed(self, buttons: Sequence[QToolButton], *, worded: bool) -> int:
        """How wide a row of them is."""
        metrics = self.fontMetrics()
        words = sum(metrics.horizontalAdvance(one.text()) + Gap.SMALL for one in (self.try_it, self.picture))
        percent = metrics.horizontalAdvance("6400 %") + Gap.LARGE - control_height() if self.percent in buttons else 0
        return len(buttons) * control_height() + max(percent, 0) + self._air + (words if worded else 0)

    def _fill_overflow(self) -> None:
        menu = self.overflow.menu()
        menu.clear()
        for button in chain(*self._rare):
            if button.isHidden():
                shown = menu.addAction(button.icon(), button.toolTip(), button.click)
                shown.setCheckable(button.isCheckable())
                shown.setChecked(button.isChecked())


def _told(tool: type[Tool]) -> str:
    """What it is, its letter, and what else there is to know."""
    letter = f" ({QKeySequence(tool.key).toString()})" if tool.key is not None else ""
    advice = f". {words(tool.advice)}" if tool.advice is not None else ""
    return f"{words(tool.title)}{letter}{advice}"
