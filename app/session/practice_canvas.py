"""The Practice Canvas: `quizwright sandbox` as a process of its own, ended with the window (decisions 30)."""

import asyncio
import json
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QProcess

from app.errors import UserError
from app.message import message
from app.paths import program

START_SECONDS = 30
"""A cold disk takes a few seconds; after this nobody waits any more."""
END_MS = 3000


@dataclass(frozen=True, slots=True)
class Practice:
    """Where it runs. The address is another with every start, `instance` stays the same."""

    url: str
    token: str
    course_id: str
    instance: str


class PracticeNotStarted(UserError):
    """The process ended, or said nothing that can be understood."""

    def __init__(self, why: str) -> None:
        super().__init__(
            message("The Practice Canvas did not start: {why}", why=why or "…"),
            message("Your quizzes are not touched. Try again, or start Quizwright again."),
        )


class PracticeCanvas(QObject):
    """One process, started when it is first wanted. Its state is kept in `folder`."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._process = QProcess(self)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._ended)
        self._said = b""
        self._practice: Practice | None = None
        self._waiting: list[asyncio.Future[Practice]] = []

    @property
    def is_running(self) -> bool:
        """Whether it can be asked."""
        return self._practice is not None

    async def start(self) -> Practice:
        """Where it runs, started if it does not yet. Raises PracticeNotStarted."""
        if self._practice is not None:
            return self._practice
        waiting: asyncio.Future[Practice] = asyncio.get_running_loop().create_future()
        self._waiting.append(waiting)
        if self._process.state() == QProcess.ProcessState.NotRunning:
            self._said = b""
            program, *arguments = command(self._folder)
            self._process.start(program, arguments)
        try:
            return await asyncio.wait_for(waiting, START_SECONDS)
        except TimeoutError as error:
            self.stop()
            raise PracticeNotStarted("") from error

    def stop(self) -> None:
        """End it and wait for it: its state is written with every answer, nothing is lost."""
        if self._process.state() == QProcess.ProcessState.NotRunning:
            return
        self._process.terminate()
        if not self._process.waitForFinished(END_MS):
            self.kill()
            self._process.waitForFinished(END_MS)

    def kill(self) -> None:
        """End it without asking: every answer that it gave is on its disk."""
        self._process.kill()

    def _read(self) -> None:
        self._said += bytes(self._process.readAllStandardOutput().data())
        line, end, _ = self._said.partition(b"\n")
        if self._practice is not None or not end:
            return
        try:
            said = json.loads(line)
            self._practice = Practice(said["url"], said["token"], said["course_id"], said["instance"])
        except (ValueError, KeyError, TypeError):
            self.stop()
            return
        self._tell(self._practice)

    def _ended(self) -> None:
        self._practice = None
        errors = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
        last = errors.splitlines()[-1] if errors else self._process.errorString()
        self._tell(PracticeNotStarted(last))

    def _tell(self, result: Practice | PracticeNotStarted) -> None:
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if future.done():
                continue
            if isinstance(result, Practice):
                future.set_result(result)
            else:
                future.set_exception(result)


def command(folder: Path) -> list[str]:
    """The program and its arguments: this Python, or the frozen program itself."""
    return [*program(), "sandbox", "--with-stdin", "--data", str(folder)]
