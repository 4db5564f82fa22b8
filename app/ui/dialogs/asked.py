"""Questions that must be asked: the thing is named, and verbs stand on the buttons. Never blocks a coroutine."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from app.errors import UserError
from app.ui.words import words


def ask_close_unsaved(window: QWidget, error: UserError, close: Callable[[], object]) -> QMessageBox:
    """The last change cannot be saved: keep the window, or lose that change."""
    box = _warning(window, error)
    box.addButton(box.tr("Keep the window open"), QMessageBox.ButtonRole.RejectRole)
    lose = box.addButton(box.tr("Close without it"), QMessageBox.ButtonRole.DestructiveRole)
    lose.clicked.connect(lambda: close())
    box.open()
    return box


def ask(window: QWidget, question: str, note: str, verb: str, do: Callable[[], object]) -> QMessageBox:
    """Something that others see: `do` it when the button with the `verb` is pressed."""
    box = _box(window, question, note)
    box.setIcon(QMessageBox.Icon.Question)
    box.setDefaultButton(box.addButton(box.tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
    does = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
    does.clicked.connect(lambda: do())
    box.open()
    return box


def tell_not_opened(error: UserError) -> None:
    """The library cannot be opened and there is no window: say why. Waits until it is read."""
    box = _warning(None, error)
    box.addButton(box.tr("Close"), QMessageBox.ButtonRole.RejectRole)
    box.exec()  # no coroutine is running yet


def _warning(window: QWidget | None, error: UserError) -> QMessageBox:
    box = _box(window, words(error.message), words(error.hint) if error.hint is not None else "")
    box.setIcon(QMessageBox.Icon.Warning)
    return box


def _box(window: QWidget | None, text: str, note: str) -> QMessageBox:
    box = QMessageBox(window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, window is not None)
    box.setWindowTitle("Quizwright")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(note)
    return box
