"""Undo and redo belong to the document: text widgets let those keys pass and offer no history of their own."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QTextEdit, QWidget

_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier,
    (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
)
_OWN_HISTORY = frozenset({"edit-undo", "edit-redo"})


class HistoryKeys(QObject):
    """A filter on a text widget: undo and redo keys are ignored there, so that the window's actions get them."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ignored here, a shortcut goes on to the window, a plain key press to the parent widget."""
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and _is_history_key(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)


class NoHistoryKeys(QObject):
    """A filter on a place that changes no quiz: undo and redo keys end there, and take back nothing out of sight.

    A text in it that has a history of its own gets them first.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accepted here, a shortcut does not go on to the window."""
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and _is_history_key(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)


def _is_history_key(event: QEvent) -> bool:
    assert isinstance(event, QKeyEvent)
    if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
        return True
    return event.key() in (Qt.Key.Key_Z, Qt.Key.Key_Y) and event.modifiers() in _MODIFIERS


def show_menu(widget: QLineEdit | QTextEdit | QPlainTextEdit, place: QPoint) -> None:
    """The standard context menu without a history of the widget's own, at the global `place`."""
    menu: QMenu = widget.createStandardContextMenu()
    for action in menu.actions():
        if action.objectName() in _OWN_HISTORY:
            menu.removeAction(action)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(place)
