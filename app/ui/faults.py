"""What becomes of an error that nobody caught: the world's fault is told, a bug is told, logged and can be copied."""

import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from app.errors import UserError
from app.message import message
from app.session.notice import Notices
from app.ui.library.library_commands import said

LONGEST_LOG = 1_000_000


class Faults(QObject):
    """The one excepthook of the window. Errors may come from any thread."""

    _came = Signal(object)

    def __init__(self, notices: Notices, log: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notices, self._log = notices, log
        self._came.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take every error that nobody catches."""
        sys.excepthook = self.hook
        threading.excepthook = lambda args: self._came.emit(args.exc_value)

    def hook(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """An error of this thread."""
        self._came.emit(error)

    def take(self, _title: str, error: BaseException) -> None:
        """An error of a task."""
        self._came.emit(error)

    def _tell(self, error: BaseException) -> None:
        if isinstance(error, KeyboardInterrupt):
            QGuiApplication.quit()
        elif isinstance(error, UserError):
            self._notices.tell(said(error))
        else:
            self._tell_bug(error)

    def _tell_bug(self, error: BaseException) -> None:
        report = "".join(traceback.format_exception(error))
        sys.stderr.write(report)
        self._write(report)
        self._notices.tell(
            message("Quizwright made a mistake. What you wrote is kept. Please send us the report."),
            message("Copy the report"),
            lambda: QGuiApplication.clipboard().setText(report),
        )

    def _write(self, report: str) -> None:
        """Add to the log; a disk that refuses must not hide the error itself."""
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            if self._log.exists() and self._log.stat().st_size > LONGEST_LOG:
                self._log.unlink()
            with self._log.open("a", encoding="utf-8") as file:
                file.write(report)
        except OSError as error:
            sys.stderr.write(f"{self._log}: {error}\n")
