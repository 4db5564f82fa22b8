"""One window for a library: a second one hands its files to the first, which comes to the front, and ends."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

STARTING_MS = 1000
"""A window that holds the library but is only just starting listens by then."""
TRY_AGAIN_MS = 50
ANSWER_MS = 2000
"""A window that is there answers at once."""


class FirstWindow(QObject):
    """Listens for later windows of the same library; `called` carries their files."""

    called = Signal(list)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(_name(folder))  # left behind by a window that was killed: the library's lock is ours
        self._server.listen(_name(folder))

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(lambda: self._read(socket))

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        files = [Path(name) for name in json.loads(bytes(socket.readLine().data()))]
        socket.write(b"\n")
        socket.flush()
        socket.disconnectFromServer()
        self.called.emit(files)


def call_first_window(folder: Path, files: Sequence[Path]) -> bool:
    """Ask the window of this library to come to the front and to take `files`; False where none answers."""
    socket = QLocalSocket()
    patience = QDeadlineTimer(STARTING_MS)
    socket.connectToServer(_name(folder))
    while not socket.waitForConnected(ANSWER_MS):
        if patience.hasExpired():
            return False
        QThread.msleep(TRY_AGAIN_MS)
        socket.connectToServer(_name(folder))
    socket.write(json.dumps([str(file.absolute()) for file in files]).encode() + b"\n")
    socket.flush()
    answered = socket.waitForReadyRead(ANSWER_MS)
    socket.disconnectFromServer()
    return answered


def _name(folder: Path) -> str:
    """A name of fixed length: a path would be too long for a socket on macOS."""
    return f"quizwright-{hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:24]}"
