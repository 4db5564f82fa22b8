"""The Qt application itself: names, icon, how it ends; and the first paint of its window."""

import sys
import time
from typing import Final

from PySide6.QtCore import QCoreApplication, QEventLoop, QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.icons import app_icon

EXPOSE_SECONDS: Final = 2.0
"""A window that no screen shows by then is waited for no longer."""


def made_application() -> QApplication:
    """The application of this process."""
    QCoreApplication.setApplicationName("Quizwright")
    QCoreApplication.setOrganizationName("Quizwright")
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    application = QApplication(sys.argv[:1])  # our own options are not Qt's
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
