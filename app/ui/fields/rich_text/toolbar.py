"""The toolbar of rich text: one for a page, shown over the field that has the focus."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QHBoxLayout, QMenu, QWidget

from app.ui.fields.icon_button import IconButton
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.rich_text.command import BY_ID, Command
from app.ui.fields.rich_text.command_words import keys_text, tip
from app.ui.fields.rich_text.edit import RichEdit
from app.ui.fields.rich_text.signs import sign_count
from app.ui.icons import icon
from app.ui.theme import Gap, control_height, role
from app.ui.words import words

_FIRST = ("bold", "italic", "underline", "ul", "ol", "link", "picture", "table", "equation")
_MORE = ("sub", "super", "code", "quote")
"""What follows in the bar as far as it fits, and is in the menu else."""
_RARE = ("strike", "indent", "outdent", "", "align-", "align-center", "align-right", "", "clear", "source")
"""What is in the menu alone; "" is a line between groups."""
_SHARE = 0.85
"""Of the field's width: its label stays to be read beside the bar."""
_STYLES = ("heading-0", "heading-2", "heading-3", "heading-4")


class RichToolbar(QWidget):
    """Buttons that act on the text with the focus; they never take the focus by a click."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._edit: RichEdit | None = None
        self._over: QWidget | None = None
        self.styles = self._menu_button("heading", self.tr("Paragraph or heading"), self._fill_styles)
        self.buttons = {name: self._button(BY_ID[name]) for name in (*_FIRST, *_MORE)}
        self.count = QuietLabel("", self, wraps=False)
        self.more = self._menu_button("ellipsis", self.tr("More formatting"), self._fill_more)
        layout = self._row = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for widget in (self.styles, *self.buttons.values(), self.count, self.more):
            layout.addWidget(widget)
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(self._show_state)
        host.installEventFilter(self)
        self.hide()

    @property
    def edit(self) -> RichEdit | None:
        """The text it acts on."""
        return self._edit

    def serve(self, edit: RichEdit, over: QWidget) -> None:
        """Act on `edit`, standing above `over`."""
        if self._edit is not edit:
            self._edit, self._over = edit, over
            for signal in (edit.cursorPositionChanged, edit.textChanged, edit.currentCharFormatChanged):
                signal.connect(self._due.start)
            edit.destroyed.connect(self._forget)
        self._show_state()
        self.place()
        self.show()
        self.raise_()

    def leave(self, edit: RichEdit) -> None:
        """The text lost the focus: go, unless a menu of the bar has it."""
        if edit is self._edit and not self._has_focus():
            for signal in (edit.cursorPositionChanged, edit.textChanged, edit.currentCharFormatChanged):
                signal.disconnect(self._due.start)
            edit.destroyed.disconnect(self._forget)
            self._edit = None
            self.hide()

    def _forget(self) -> None:
        """The text is destroyed while it has the focus."""
        self._edit = self._over = None
        self._due.stop()
        self.hide()

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def place(self) -> None:
        """Stand above the field, at its end; at the top of the page where that is scrolled out of sight."""
        host, over = self.parentWidget(), self._over
        if over is None or host is None:
            return
        corner = over.mapTo(host, over.rect().topRight())
        self._fit(int(min(over.width(), host.width() - 2 * Gap.TIGHT) * _SHARE))
        size = self.sizeHint()
        top = max(corner.y() - size.height() - Gap.TIGHT // 2, 0)
        self.setGeometry(corner.x() + 1 - size.width(), top, size.width(), size.height())

    def take_focus(self) -> None:
        """Go into the bar by the keyboard."""
        self.styles.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _button(self, command: Command) -> IconButton:
        made = IconButton(command.icon, tip(command), self, tone="text")
        made.setAccessibleName(words(command.text).rstrip("…"))
        made.setCheckable(command.is_on is not None)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda: self._act(command))
        made.installEventFilter(self)
        return made

    def _menu_button(self, name: str, what: str, fill: object) -> IconButton:
        made = IconButton(name, what, self, tone="text")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        menu = QMenu(made)
        menu.aboutToShow.connect(lambda: fill(menu))  # type: ignore[operator]
        made.clicked.connect(lambda: menu.popup(made.mapToGlobal(made.rect().bottomLeft())))
        made.installEventFilter(self)
        return made

    def _fill_styles(self, menu: QMenu) -> None:
        menu.clear()
        for name in _STYLES:
            menu.addAction(self._action(BY_ID[name], menu))

    def _fill_more(self, menu: QMenu) -> None:
        menu.clear()
        hidden = [name for name, button in self.buttons.items() if button.isHidden()]
        for name in (*hidden, "", *_RARE):
            if name:
                menu.addAction(self._action(BY_ID[name], menu))
            else:
                menu.addSeparator()

    def _action(self, command: Command, menu: QMenu) -> QAction:
        made = QAction(icon(command.icon), f"{words(command.text)}\t{keys_text(command)}", menu)
        if command.is_on is not None and self._edit is not None:
            made.setCheckable(True)
            made.setChecked(command.is_on(self._edit))
        made.triggered.connect(lambda: self._act(command))
        return made

    def _act(self, command: Command) -> None:
        if self._edit is not None:
            command.act(self._edit)
            self._show_state()

    def _fit(self, room: int) -> None:
        """Show as many buttons as there is room for; the others are in the menu."""
        places = room // control_height() - 2
        count_width = self.count.sizeHint().width() + Gap.SMALL
        self.count.setVisible(places > len(_FIRST) + 3)
        if places > len(_FIRST) + 3:
            places = (room - count_width) // control_height() - 2
        for number, button in enumerate(self.buttons.values()):
            button.setVisible(number < places)
        self._row.activate()

    def _show_state(self) -> None:
        edit = self._edit
        if edit is None:
            return
        for name, button in self.buttons.items():
            is_on = BY_ID[name].is_on
            if is_on is not None:
                button.setChecked(is_on(edit))
        self.count.setText(sign_count(edit.rich.characterCount() - 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The page's own ground, so that what it covers does not show through."""
        QPainter(self).fillRect(self.rect(), role("surface"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page, and let arrows and Escape work inside the bar."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest) and watched is self.parentWidget():
            QTimer.singleShot(0, self, self.place)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is not self.parent():
            return self._walk(event)
        return super().eventFilter(watched, event)

    def _walk(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self._edit is not None:
            self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        by = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if by is None:
            return False
        shown = [one for one in (self.styles, *self.buttons.values(), self.more) if not one.isHidden()]
        here = next((number for number, one in enumerate(shown) if one.hasFocus()), 0)
        shown[(here + by) % len(shown)].setFocus(Qt.FocusReason.TabFocusReason)
        return True


def toolbar_for(field: QWidget) -> RichToolbar:
    """The toolbar of the page that the field is on; it is made when the first text there is entered."""
    host = _host(field)
    found = host.findChild(RichToolbar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    if isinstance(found, RichToolbar):
        return found
    made = RichToolbar(host)
    page = host.parentWidget()
    if isinstance(page, QAbstractScrollArea):
        page.verticalScrollBar().valueChanged.connect(made.place)
        page.horizontalScrollBar().valueChanged.connect(made.place)
    return made


def _host(field: QWidget) -> QWidget:
    """The visible part of the page that scrolls, else the window."""
    page = field.parentWidget()
    while page is not None and not isinstance(page, QAbstractScrollArea):
        page = page.parentWidget()
    return page.viewport() if isinstance(page, QAbstractScrollArea) else field.window()
