"""Loading a picture beside the window: header, size check, reduced preview, working copy."""

import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, SignalInstance

from app.errors import UserError
from app.ui.hot_spot.decoding import damaged, measured, preview, working_copy
from app.ui.hot_spot.pyramid import Pyramid, pyramid


class Loading(QObject):
    """One picture on its way. Its signals come from the worker thread; after `cancel` none comes.

    A decoder cannot be stopped in the middle: it ends for nobody, while the next picture is read beside it. It belongs
    to the application and goes in the window's thread: else it was destroyed in its own, while the window still had to
    do with it.
    """

    measured = Signal(object)
    shown = Signal(object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, path: Path, name: str) -> None:
        super().__init__(QCoreApplication.instance())
        self._path, self._name = path, name or path.name
        self._cancelled = False

    def cancel(self) -> None:
        """The result is no longer wanted."""
        self._cancelled = True

    def run(self) -> None:
        """Load; for a worker thread."""
        try:
            self._load()
        except UserError as error:
            self._emit(self.failed, error)
        except OSError:  # the file went while it was read
            self._emit(self.failed, damaged(self._name))
        finally:
            self.deleteLater()

    def _load(self) -> None:
        size = measured(self._path, self._name)
        self._emit(self.measured, size)
        reduced = None if self._cancelled else preview(self._path, size)
        if reduced is not None:
            self._emit(self.shown, Pyramid((reduced,), size))
        if not self._cancelled:
            self._emit(self.finished, pyramid(working_copy(self._path, size, self._name), size))

    def _emit(self, signal: SignalInstance, value: object) -> None:
        if not self._cancelled:
            signal.emit(value)


class PictureLoader(QObject):
    """Loads one picture at a time; asking for another forgets the one before."""

    measured = Signal(object)
    shown = Signal(object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loading: Loading | None = None

    def load(self, path: Path, name: str) -> None:
        """Begin; the signals follow: `measured` (Scale), `shown` and `finished` (Pyramid), or `failed` (UserError)."""
        self.cancel()
        loading = self._loading = Loading(path, name)
        for mine, theirs in (
            (self._measured, loading.measured),
            (self._shown, loading.shown),
            (self._finished, loading.finished),
            (self._failed, loading.failed),
        ):
            theirs.connect(mine)
        self.destroyed.connect(loading.cancel)
        # A thread of Python's: a pool of Qt's waits for its threads in its destructor, with the lock they need in hand.
        threading.Thread(target=loading.run, name="picture").start()

    def cancel(self) -> None:
        """Forget the picture that is on its way."""
        if self._loading is not None:
            self._loading.cancel()
            self._loading.disconnect(self)
            self._loading = None

    @property
    def _is_wanted(self) -> bool:
        """Whether what comes is of the last picture: what was under way between threads comes after `cancel` too."""
        return self._loading is not None and self.sender() is self._loading

    def _measured(self, size: object) -> None:
        if self._is_wanted:
            self.measured.emit(size)

    def _shown(self, picture: object) -> None:
        if self._is_wanted:
            self.shown.emit(picture)

    def _finished(self, picture: object) -> None:
        if self._is_wanted:
            self._loading = None
            self.finished.emit(picture)

    def _failed(self, error: object) -> None:
        if self._is_wanted:
            self._loading = None
            self.failed.emit(error)
