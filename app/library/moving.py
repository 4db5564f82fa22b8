"""Handing a library over to another computer, and taking it back.

What can be lost is thought of first: the mark is on disk before the file is begun, so that nothing is written here that
is not in the file, and goes again where the file cannot be finished. Whoever takes back a copy that lives on elsewhere
loses nothing either: `taking_over` keeps both.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

from app.library.backup import write_backup
from app.library.ballast import Ballast
from app.library.errors import DiskFull, LibraryReadOnly, files_told
from app.library.handover import Handover, remove_mark, write_mark
from app.library.library import Library
from app.library.moved_file import Moved


def hand_over(
    library: Library,
    to: Path,
    luggage: Mapping[str, Any],
    step: Callable[[int, int], object] = lambda done, total: None,
) -> tuple[str, ...]:
    """Write everything to one file and mark this copy; gives the SHA-256 of pictures that were damaged and left out.

    `luggage` goes along for the other side; `step` as in `write_backup`. Nothing has changed where it raises:
    `LibraryReadOnly`, `LibraryDamaged`, `DiskFull`, `NotWritten`, or what `step` raises.
    """
    if library.read_only_reason is not None:
        raise LibraryReadOnly(library.read_only_reason)
    library.check()
    mark = Handover(str(uuid4()), library.now(), str(to.absolute()), finished=False)
    page = Moved(mark.move, mark.at, len(library.quizzes()), _pictures(library), luggage).page()
    _write_mark(library, mark)
    try:
        with files_told(to):
            left_out = write_backup(library.db, library.folder, to, with_students=True, beside=page, step=step)
    except BaseException:
        _remove_mark(library)
        raise
    _write_mark(library, Handover(mark.move, mark.at, mark.file))
    return left_out


def take_back(library: Library) -> None:
    """Let this copy be changed again. Raises `LibraryReadOnly` where another process writes, `NotWritten`."""
    if not library.is_first:
        assert library.read_only_reason is not None
        raise LibraryReadOnly(library.read_only_reason)
    if library.handover is not None:
        _remove_mark(library)


def _pictures(library: Library) -> int:
    count = library.db.execute("SELECT count(*) FROM media").get
    assert isinstance(count, int)
    return count


def _write_mark(library: Library, mark: Handover) -> None:
    with files_told(library.folder):
        try:
            with files_told(library.folder):
                write_mark(library.folder, mark)
        except DiskFull:  # the last thing that is written here gets the room that is kept for such
            if not Ballast(library.folder).drop():
                raise
            write_mark(library.folder, mark)
    library.set_handed_over(mark)


def _remove_mark(library: Library) -> None:
    with files_told(library.folder):
        remove_mark(library.folder)
    library.set_handed_over(None)
