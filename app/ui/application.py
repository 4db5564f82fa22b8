"""The Qt application itself: names, icon, how it ends; and the first paint of its window."""

import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSettings, QTimer
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.icons import app_icon

EXPOSE_SECONDS: Final = 2.0
"""A window that no screen shows by then is waited for no longer."""


class Application(QApplication):
    """On macOS a file that is opened comes as an event, at the start or later: it waits until somebody takes it."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._waiting: list[Path] = []
        self._take: Callable[[Sequence[Path]], object] | None = None

    def hand_files_to(self, take: Callable[[Sequence[Path]], object]) -> None:
        """From now on `take` gets them, and those that came before."""
        self._take = take
        self._hand_over()

    def _hand_over(self) -> None:
        if self._take is not None and self._waiting:
            files, self._waiting = self._waiting, []
            self._take(files)

    def event(self, event: QEvent) -> bool:
        """Keep a file for whom it is for."""
        if not isinstance(event, QFileOpenEvent):
            return super().event(event)
        if event.file():
            self._waiting.append(Path(event.file()))
            QTimer.singleShot(0, self._hand_over)  # several that were chosen come one by one
        return True


def made_application() -> Application:
    """The application of this process."""
    QCoreApplication.setApplicationName("Quizwright")
    QCoreApplication.setOrganizationName("Quizwright")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    application = Application(sys.argv[:1])  # our own options are not Qt's
    application.setApplicationDisplayName("Quizwright")
    application.setDesktopFileName("quizwright")
    application.setQuitOnLastWindowClosed(False)  # what runs beside the window is ended first
    return application


def paint(window: QWidget) -> None:
    """Show the window, and let the screen have it before anything else is loaded."""
    window.show()
    until = time.monotonic() + EXPOSE_SECONDS
    while not window.windowHandle().isExposed() and time.monotonic() < until:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 20)
    QCoreApplication.processEvents()


def show_app_icon() -> None:
    """Give the window its icon; seven sizes take a while to draw."""
    QGuiApplication.setWindowIcon(app_icon())


def come_forward(window: QWidget) -> None:
    """Show the window above all others."""
    if window.isMinimized():
        window.showNormal()
    window.show()
    window.raise_()
    window.activateWindow()
