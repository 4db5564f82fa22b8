"""The buttons above the canvas: tools, trying, zoom, picture."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QMenu, QToolButton, QWidget

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
        self.setAccessibleName(self.tr("Tools"))
        self._lay_out()
        OneStop(self.in_one_stop(), self)
        self.percent.clicked.connect(self.actual_size_asked)
        toolbox.picked.connect(self._show_tool)
        self._show_tool(toolbox.tool.name)

    def in_one_stop(self) -> tuple[QToolButton, ...]:
        """All buttons as they stand in their row or rows."""
        return *(self.buttons[tool.name] for tool in TOOLS), self.try_it, *self._of_view, self.picture, self.full

    def show_zoom(self, zoom: float) -> None:
        """Show how large the picture is shown; 1 = 100 %."""
        text = f"{zoom * 100:.0f} %" if zoom >= 0.1 else f"{zoom * 100:.1f} %"
        self.percent.setText(text)
        self.percent.setAccessibleName(self.tr("Zoom {percent}, show at 100 %").format(percent=text))

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

    def _lay_out(self) -> None:
        closer = IconButton("zoom-in", self.tr("Zoom in (+)"), self, tone="text")
        farther = IconButton("zoom-out", self.tr("Zoom out (−)"), self, tone="text")
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
        self.loupe.clicked.connect(self.loupe_asked)
        fit = IconButton("maximize", self.tr("Show the whole picture (0)"), self, tone="text")
        closer.clicked.connect(lambda: self.zoom_asked.emit(1))
        farther.clicked.connect(lambda: self.zoom_asked.emit(-1))
        fit.clicked.connect(self.fit_asked)
        self._of_view = (farther, self.percent, closer, fit, self.loupe)
        self._left, self._right = QHBoxLayout(), QHBoxLayout()
        for button in (*(self.buttons[tool.name] for tool in TOOLS), None, self.try_it):
            self._left.addSpacing(Gap.SMALL) if button is None else self._left.addWidget(button)
        self._left.addStretch(1)
        for button in (*self._of_view, None, self.picture, self.full):
            self._right.addSpacing(Gap.SMALL) if button is None else self._right.addWidget(button)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        for line in (self._left, self._right):
            line.setSpacing(0)
            self._rows.addLayout(line, 1 if line is self._left else 0)
        self._right.insertStretch(0)

    def _show_tool(self, name: str) -> None:
        self.buttons[name].setChecked(True)

    def _words_width(self, button: QToolButton) -> int:
        """What the words beside an icon take."""
        return self.fontMetrics().horizontalAdvance(button.text()) + Gap.SMALL

    def _icons_width(self, line: QHBoxLayout, worded: QToolButton) -> int:
        """What one half takes without words."""
        has_words = worded.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        return line.minimumSize().width() - (self._words_width(worded) if has_words else 0)

    def minimumSizeHint(self) -> QSize:
        """Where there is no room the words go, and the halves stand one below the other; the icons stay."""
        left, right = self._icons_width(self._left, self.try_it), self._icons_width(self._right, self.picture)
        return QSize(max(left, right), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show both halves in one row, and the words, where there is room for them."""
        super().resizeEvent(event)
        left, right = self._icons_width(self._left, self.try_it), self._icons_width(self._right, self.picture)
        needed = (self._words_width(self.try_it), self._words_width(self.picture))
        in_one = event.size().width() >= left + right
        room = event.size().width() - (left + right + sum(needed) if in_one else max(left, right) + max(needed))
        way, style = QBoxLayout.Direction, Qt.ToolButtonStyle
        self._rows.setDirection(way.LeftToRight if in_one else way.TopToBottom)
        for button in (self.try_it, self.picture):
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon if room >= 0 else style.ToolButtonIconOnly)


def _told(tool: type[Tool]) -> str:
    """What it is, its letter, and what else there is to know."""
    letter = f" ({QKeySequence(tool.key).toString()})" if tool.key is not None else ""
    advice = f". {words(tool.advice)}" if tool.advice is not None else ""
    return f"{words(tool.title)}{letter}{advice}"
