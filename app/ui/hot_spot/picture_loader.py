"""Loading a picture beside the window: header, size check, reduced preview, working copy."""

import threading
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal, SignalInstance

from app.errors import UserError
from app.ui.hot_spot.decoding import damaged, is_reduced_cheaply, measured, preview, working_copy
from app.ui.hot_spot.large_blocks import give_back_large_blocks
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
    _ended = Signal()

    def __init__(self, path: Path, name: str, *, early: bool = False) -> None:
        """`early`: only if it takes little memory."""
        super().__init__(QCoreApplication.instance())
        self._path, self._name, self._early = path, name or path.name, early
        self._cancelled = False
        self._ended.connect(self.deleteLater)  # in the window's thread, behind what it told

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
            self._ended.emit()

    def _load(self) -> None:
        size = measured(self._path, self._name)
        if self._early and not is_reduced_cheaply(self._path):
            self._emit(self.failed, None)
            return
        self._emit(self.measured, size)
        reduced = None if self._cancelled else preview(self._path, size)
        if reduced is not None:
            self._emit(self.shown, Pyramid((reduced,), size))
        if not self._cancelled:
            self._emit(self.finished, pyramid(working_copy(self._path, size, self._name), size))

    def _emit(self, signal: SignalInstance, value: object) -> None:
        if not self._cancelled:
            signal.emit(value)


@dataclass
class _Early:
    """What is loaded of `source` while the library takes it in, as `path`; `told` is what it said by now.

    `loading` is None once that is all.
    """

    source: Path
    loading: Loading | None
    path: Path | None = None
    told: list[tuple[SignalInstance, object]] = field(default_factory=list)


class PictureLoader(QObject):
    """Loads one picture at a time; asking for another forgets the one before."""

    measured = Signal(object)
    shown = Signal(object)
    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loading: Loading | None = None
        self._early: _Early | None = None
        self._kept: tuple[Path, str] | None = None
        give_back_large_blocks()

    def load(self, path: Path, name: str) -> None:
        """Begin; the signals follow: `measured` (Scale), `shown` and `finished` (Pyramid), or `failed` (UserError).

        Of a picture that was begun early, those that it has by now come at once.
        """
        self.cancel()
        early = self._early
        if early is None or early.path != path:
            self._loading = self._begun(Loading(path, name))
            return
        self._loading, self._early, self._kept = early.loading, None, (path, name)
        for signal, value in early.told:
            self._tell(signal, value)

    def begin_early(self, source: Path, name: str) -> None:
        """Load a file that the library is taking in meanwhile: it says nothing until `load` wants what it became."""
        self.drop_early()
        self._early = _Early(source, self._begun(Loading(source, name, early=True)))

    def came(self, source: Path, path: Path) -> None:
        """The library has `source` as `path` now."""
        if self._early is not None and self._early.source == source:
            self._early.path = path

    def drop_early(self) -> None:
        """What was begun early is not wanted."""
        if self._early is not None and self._early.loading is not None:
            self._end(self._early.loading)
        self._early = None

    def cancel(self) -> None:
        """Forget the picture that is on its way."""
        if self._loading is not None:
            self._end(self._loading)
            self._loading = self._kept = None

    def _begun(self, loading: Loading) -> Loading:
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
        return loading

    def _end(self, loading: Loading) -> None:
        loading.cancel()
        loading.disconnect(self)

    def _measured(self, size: object) -> None:
        self._hear(self.measured, size)

    def _shown(self, picture: object) -> None:
        self._hear(self.shown, picture)

    def _finished(self, picture: object) -> None:
        self._hear(self.finished, picture)

    def _failed(self, error: object) -> None:
        self._hear(self.failed, error)

    def _hear(self, signal: SignalInstance, value: object) -> None:
        """What was under way between threads comes after `cancel` too: only what is wanted still counts."""
        sender, early = self.sender(), self._early
        if self._loading is not None and sender is self._loading:
            if signal is self.failed and self._kept is not None:  # what the library keeps may be read all the same
                self._loading, self._kept = self._begun(Loading(*self._kept)), None
            else:
                self._tell(signal, value)
        elif early is not None and early.loading is not None and sender is early.loading:
            early.told.append((signal, value))
            if signal is self.finished:
                early.loading = None
            elif signal is self.failed:
                self._early = None

    def _tell(self, signal: SignalInstance, value: object) -> None:
        if signal in (self.finished, self.failed):
            self._loading = self._kept = None
        signal.emit(value)
