"""As many histories as there is time for: `python -m tests.sync.histories.long_run FOLDER SEED HISTORIES KILLS`.

It can be stopped with Ctrl+C or SIGTERM and goes on where it stopped, with the code of then: FOLDER keeps what each
version gave in `totals.json`, one line a thousand in `log`, one line a failing seed in `failed`.
"""

import asyncio
import gc
import json
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.sync.histories import weather
from tests.sync.histories.in_a_process import MortalWorld
from tests.sync.histories.story import told
from tests.sync.histories.world import World, world

_TOLD = 1_000
"""Histories for each line of the log; after each the real kills follow that are due by then."""
_PATIENCE = 30.0
"""Seconds of computing after which a history counts as one that does not end."""
_QUICK = tuple(name for name in weather.PASSING if name not in weather.SLOW)


class EndlessError(Exception):
    """A history did not end."""


def _ring(*_: object) -> None:
    raise EndlessError


class LongRun:
    """Where it stands, and what it found."""

    def __init__(self, folder: Path, first: int, histories: int, kills: int) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder, self._first = folder, first
        self._histories, self._kills = histories, kills
        self._totals_file = folder / "totals.json"
        self._totals: dict[str, Counter[str]] = {}
        if self._totals_file.exists():
            kept = json.loads(self._totals_file.read_text("utf8"))
            self._totals = {version: Counter(counts) for version, counts in kept.items()}
        self._version = _version()
        self._now = self._totals.setdefault(self._version, Counter())
        self._stopped = False

    def stop(self, *_: object) -> None:
        self._stopped = True

    def run(self) -> None:
        """Until both numbers are reached, or somebody stops it."""
        with TemporaryDirectory(dir=_memory()) as ram, asyncio.Runner() as runner:
            gc.freeze()  # what was imported stays
            while not self._stopped and self._total("histories") < self._histories:
                self._tell(World, Path(ram), self._first + self._total("histories"), runner)
                if self._total("histories") % _TOLD == 0:
                    self._kill_as_many(Path(ram), runner)
                    self._note()
            while not self._stopped and self._total("real kills") < self._kills:
                self._tell(MortalWorld, Path(ram), self._first + self._total("killed histories"), runner)
        self._note()

    def _kill_as_many(self, ram: Path, runner: asyncio.Runner) -> None:
        """Real kills in proportion to the histories."""
        due = self._kills * self._total("histories") // self._histories
        while not self._stopped and self._total("real kills") < due:
            self._tell(MortalWorld, ram, self._first + self._total("killed histories"), runner)

    def _total(self, name: str) -> int:
        return sum(counts[name] for counts in self._totals.values())

    def _tell(self, kind: type[World], ram: Path, seed: int, runner: asyncio.Runner) -> None:
        mortal = kind is MortalWorld
        began = time.process_time()
        history = world(kind, ram, seed, runner)
        signal.setitimer(signal.ITIMER_PROF, _PATIENCE)
        try:
            figures = told(history, _QUICK if mortal else weather.PASSING)
        except Exception as error:  # noqa: BLE001  (whatever it is, the seed is kept and the run goes on)
            self._now["failed"] += 1
            line = f"{self._version} {kind.__name__} {seed} {type(error).__name__} {error}"
            self._append("failed", line[:400].replace("\n", " "))
        else:
            for name, value in vars(figures).items():
                if name not in ("histories", "kills"):
                    self._now[f"{'killed ' if mortal else ''}{name}"] += value
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        self._now["killed histories" if mortal else "histories"] += 1
        self._now["real kills" if mortal else "kills"] += history.kills
        self._now["milliseconds"] += round(1000 * (time.process_time() - began))

    def _note(self) -> None:
        kept = json.dumps(self._totals, indent=1, sort_keys=True)
        self._totals_file.write_text(kept, "utf8")
        names = ("histories", "requests", "kills", "killed histories", "real kills", "failed")
        told_so_far = ", ".join(f"{name} {self._total(name)}" for name in names)
        self._append("log", f"{time.strftime('%H:%M:%S')} {self._version} {told_so_far}")

    def _append(self, name: str, line: str) -> None:
        with (self._folder / name).open("a", encoding="utf8") as log:
            log.write(f"{line}\n")


def _version() -> str:
    return subprocess.run(
        ["git", "describe", "--always", "--dirty"], capture_output=True, text=True, check=True
    ).stdout.strip()


def _memory() -> Path | None:
    memory = Path("/dev/shm")
    return memory if memory.is_dir() else None


if __name__ == "__main__":
    folder, first, histories, kills = sys.argv[1:]
    run = LongRun(Path(folder), int(first), int(histories), int(kills))
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, run.stop)
    signal.signal(signal.SIGPROF, _ring)
    run.run()
