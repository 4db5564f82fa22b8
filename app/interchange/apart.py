"""The process in which foreign files are read: orders come in at its stdin, what was read goes out at its stdout.

Both are pickles. It works for the program that started it alone, holds nothing of the person's, and ends with it.
"""

import gc
import os
import pickle
import signal
import sys
import traceback
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Final

from app.interchange.incoming import incoming
from app.interchange.source import seldom
from app.interchange.table_head import KnownRoles

SWITCH: Final = "--read-files"
"""The program is this process when it is started with nothing but that."""


@dataclass(frozen=True, slots=True)
class Order:
    """Read a file, in the format of a name or in the one that it fits, with no more than `memory` bytes beside."""

    path: Path
    form: str
    memory: int
    roles: KnownRoles = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Progress:
    """So many of so many questions."""

    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class TooLarge:
    """The memory that it may have was not enough."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A reader has a bug: the traceback."""

    told: str


def main() -> int:
    """Read one file after the other until nobody orders any more."""
    gc.disable()  # what many questions are made of is no garbage; it is looked for between two files
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program that waits, which ends this one
    orders, answers = os.fdopen(0, "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get between the answers
    with orders, answers:
        while (order := _order(orders)) is not None:
            _say(_answer(order, answers), answers)
            gc.collect()
    return 0


def _order(orders: BinaryIO) -> Order | None:
    try:
        order: Order = pickle.load(orders)
    except EOFError:
        return None
    return order


def _say(answer: object, answers: BinaryIO) -> None:
    try:
        pickle.dump(answer, answers, pickle.HIGHEST_PROTOCOL)
        answers.flush()
    except BrokenPipeError:
        sys.exit(0)  # nobody waits any more


def _answer(order: Order, answers: BinaryIO) -> object:
    try:
        _limit(order.memory)
        step = seldom(lambda done, total: _say(Progress(done, total), answers))
        return incoming(order.path, step, order.roles, order.form)
    except MemoryError:
        return TooLarge()
    except Exception:  # noqa: BLE001  (it is a bug, and told as one where it can be seen)
        return Fault(traceback.format_exc())


def _limit(size: int) -> None:
    """Let the system refuse more than `size` bytes beside what is taken now; elsewhere who waits looks after it."""
    if sys.platform == "linux":
        resource = import_module("resource")
        taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (taken + size, resource.getrlimit(resource.RLIMIT_AS)[1]))
