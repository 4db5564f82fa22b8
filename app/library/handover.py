"""The mark of a library that was handed over to another computer: from then on this copy is read only.

A file beside the database, so that no copy of the database carries it. It is written before the file that leaves the
computer and finished after it: a kill between the two is settled when the library is opened the next time.
"""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from app.durable_file import sync_folder, write_durably
from app.message import Message, message

MARK = "handed-over.json"


class Handover(NamedTuple):
    """One move to another computer: `at` in epoch seconds, `file` where everything was written to."""

    move: str
    at: float
    file: str
    finished: bool = True

    @property
    def reason(self) -> Message:
        """Why nothing can be changed here."""
        return message(
            "This library was handed over to another computer on {day} (file “{file}”). Here it can only be read,"
            " until you take it back.",
            day=f"{datetime.fromtimestamp(self.at):%Y-%m-%d}",
            file=Path(self.file).name,
        )


def handover(folder: Path) -> Handover | None:
    """What the mark says; a damaged one still counts, for nobody knows what was changed elsewhere."""
    try:
        told = json.loads((folder / MARK).read_bytes())
        return Handover(str(told["move"]), float(told["at"]), str(told["file"]), bool(told["finished"]))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        return Handover("", 0.0, "?")


def write_mark(folder: Path, mark: Handover) -> None:
    """Say that this copy is handed over. Raises OSError."""
    write_durably(folder / MARK, json.dumps(mark._asdict()).encode())


def remove_mark(folder: Path) -> None:
    """Say that this copy is the one to be changed again. Raises OSError."""
    (folder / MARK).unlink(missing_ok=True)
    sync_folder(folder)


def settled(folder: Path, move_in: Callable[[Path], str | None]) -> Handover | None:
    """The mark after a move that was cut off is finished or forgotten: by whether its file is there, which is whole
    or not there at all. Where its folder is not there, as a stick that was taken out, the copy counts as handed over.

    `move_in` tells the id of the move in a file. The caller holds the lock. Raises OSError.
    """
    mark = handover(folder)
    if mark is None or mark.finished or not Path(mark.file).parent.is_dir():
        return mark
    if move_in(Path(mark.file)) == mark.move:
        write_mark(folder, Handover(mark.move, mark.at, mark.file))
        return handover(folder)
    remove_mark(folder)
    return None
