"""The one kill harness: starts a program, lets it work for a random time, kills it with SIGKILL, reads what it said."""

import subprocess
import sys
import threading
from collections.abc import Sequence


def killed_after(seconds: float, arguments: Sequence[str], environment: dict[str, str], *, lines: int = 0) -> list[str]:
    """Run `python arguments`, kill it `seconds` after its line number `lines` (0: after its start); its whole lines."""
    with subprocess.Popen(
        [sys.executable, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=environment
    ) as process:
        assert process.stdout is not None
        said: list[str] = []
        ready = threading.Event()
        if not lines:
            ready.set()
        timer = threading.Thread(target=_kill_later, args=(process, ready, seconds))
        timer.start()
        for line in process.stdout:
            if line.endswith("\n"):
                said.append(line.rstrip("\n"))
            if len(said) >= lines:
                ready.set()
        ready.set()
        timer.join()
    return said


def _kill_later(process: "subprocess.Popen[str]", ready: threading.Event, seconds: float) -> None:
    ready.wait()
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
