"""Files read in a process of their own: one that eats memory, hangs or breaks a parser costs that process alone."""

import pickle
import subprocess
import time
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import IO, Any, Final

import psutil

from app.interchange.apart import SWITCH, Fault, Order, Progress, TooLarge
from app.interchange.errors import FileRefused
from app.interchange.incoming import Incoming
from app.interchange.source import Step
from app.interchange.table_head import KnownRoles
from app.message import Message, message
from app.paths import program

MOST_MEMORY: Final = 2**30
"""Bytes (reliability.md 5, row 30)."""
PATIENCE: Final = 30.0
"""Seconds without a word of how far it is: 1,500 questions take one."""
_TICK: Final = 0.05
"""Seconds between two looks at how much memory it has taken, and at whether somebody still waits."""


_HINT: Final = message(
    "Nothing of it was taken in. It may be damaged: export it again where it comes from, or in smaller parts."
)


class ReaderBroken(RuntimeError):
    """A reader has a bug."""


class ReadingProcess:
    """Started with the first file, unless before, and there for the next ones until it is closed."""

    def __init__(self, *, memory: int = MOST_MEMORY, patience: float = PATIENCE) -> None:
        self._memory, self._patience = memory, patience
        self._process: subprocess.Popen[bytes] | None = None
        self._looks_at: psutil.Process | None = None
        self._heard: SimpleQueue[object] = SimpleQueue()

    def __enter__(self) -> "ReadingProcess":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self) -> None:
        """Start it if it is not there; it gets ready while the person still looks for the file."""
        if self._process is not None and self._process.poll() is None:
            return
        self.close()
        process = subprocess.Popen(
            [*program(), SWITCH],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert process.stdout is not None
        self._process, self._heard = process, SimpleQueue()
        self._looks_at = psutil.Process(process.pid)
        Thread(target=_listen, args=(process.stdout, self._heard), name="reading", daemon=True).start()

    def incoming(self, path: Path, step: Step, roles: KnownRoles | None = None, form: str = "") -> Incoming:
        """Read a file, in the format of that name or in the one that it fits. Raises `Stopped` where `step` does."""
        self.start()
        try:
            self._order(Order(path.absolute(), form, self._memory, {} if roles is None else roles))
            answer = self._answer(step)
        except BaseException:
            self.close()
            raise
        if isinstance(answer, Incoming):
            return answer
        self.close()
        return Incoming(path.name, error=FileRefused(path.name, answer, _HINT))

    def close(self) -> None:
        """End it at once, whatever it is doing: nothing that it has is worth keeping."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        assert process.stdin is not None
        try:
            process.stdin.close()
        except OSError:
            return  # an order that it no longer took

    def _order(self, order: Order) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        try:
            pickle.dump(order, self._process.stdin)
            self._process.stdin.flush()
        except OSError:
            return  # it has ended, and `_listen` hears that

    def _answer(self, step: Step) -> Incoming | Message:
        """What was read, or why it could not be."""
        progress, last_word = Progress(), time.monotonic()
        while True:
            step(progress.done, progress.total)
            try:
                answer = self._heard.get(timeout=_TICK)
            except Empty:
                answer = None
            else:
                last_word = time.monotonic()
            match answer:
                case Progress():
                    progress = answer
                case Incoming():
                    return answer
                case TooLarge():
                    return self._too_large
                case Fault(told):
                    raise ReaderBroken(told)
                case EOFError():
                    return message("what it holds ended the part of the program that reads files.")
            if self._taken > self._memory:
                return self._too_large
            if time.monotonic() - last_word > self._patience:
                return message("reading it took longer than {seconds} seconds.", seconds=round(self._patience))

    @property
    def _too_large(self) -> Message:
        return message("reading it takes more than {most} megabytes of memory.", most=self._memory // 2**20)

    @property
    def _taken(self) -> int:
        """Bytes of memory that it has."""
        assert self._looks_at is not None
        try:
            return int(self._looks_at.memory_info().rss)
        except psutil.Error:
            return 0  # it has just ended


def _listen(said: IO[bytes], heard: "SimpleQueue[Any]") -> None:
    """Hand on what it says, in a thread: no system but POSIX can wait for a pipe only for a while."""
    with said:
        while True:
            try:
                heard.put(pickle.load(said))
            except (EOFError, OSError, pickle.UnpicklingError):
                heard.put(EOFError())
                return
