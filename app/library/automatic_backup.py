"""Backups that nobody asks for: copies of the database beside it, one a day and before every migration.

They hold no pictures: those stay in the library's own folder for as long as a backup refers to them (decisions 7).
"""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import apsw

from app.library.database_copy import copy_database
from app.library.errors import files_told

BACKUPS = "backups"
KEEP = {"%Y-%m-%d": 12, "%G-%V": 10, "%Y-%m": 9}
"""How many days, weeks and months back one automatic backup each is kept (reliability.md, Durability)."""
_STAMP = "%Y-%m-%d-%H%M%S"


def back_up_database(db: apsw.Connection, folder: Path, now: float) -> Path:
    """A checked copy of the database among the automatic backups, which are thinned then. Raises `LibraryError`."""
    path = folder / BACKUPS / f"library-{datetime.fromtimestamp(now, UTC):{_STAMP}}.sqlite"
    with files_told(path):
        path.parent.mkdir(exist_ok=True)
        copy_database(db, path)
        thin(folder)
    return path


def automatic_backups(folder: Path) -> list[Path]:
    """All of them, the newest first; other files in that folder are none of ours."""
    return sorted((path for path in (folder / BACKUPS).glob("library-*.sqlite") if _made(path)), reverse=True)


def was_backed_up_today(folder: Path, now: float) -> bool:
    """Whether one was made on the (UTC) day of `now`."""
    today = datetime.fromtimestamp(now, UTC).date()
    return any(made.date() == today for path in automatic_backups(folder)[:1] if (made := _made(path)))


def thin(folder: Path) -> None:
    """Keep the newest one of each of the last days, weeks and months that have any."""
    files = automatic_backups(folder)
    kept = set(files[:1])
    for form, count in KEEP.items():
        newest: dict[str, Path] = {}
        for file in files:
            made = _made(file)
            assert made is not None
            newest.setdefault(made.strftime(form), file)
        kept.update(list(newest.values())[:count])
    for file in files:
        if file not in kept:
            file.unlink(missing_ok=True)


def _made(file: Path) -> datetime | None:
    with suppress(ValueError):
        return datetime.strptime(file.stem.removeprefix("library-"), _STAMP).replace(tzinfo=UTC)
    return None
