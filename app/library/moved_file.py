"""A library in one file, as it leaves one computer for another: a backup with a page that says what it is."""

import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.library.errors import NotAMovedLibrary
from app.library.packed import ZIP_DAMAGES
from app.message import message

SUFFIX = ".quizwright-library"
FORMAT = "quizwright-library"
VERSION = 1
PAGE = "move.json"
_MOST = 2**20


@dataclass(frozen=True, slots=True)
class Moved:
    """What the page says: the id of the move, when it was (epoch seconds), and what came along beside the quizzes."""

    move: str
    at: float
    quizzes: int
    pictures: int
    luggage: Mapping[str, Any] = field(default_factory=dict)

    def page(self) -> dict[str, bytes]:
        """The member of the file that says all this."""
        told = {"format": FORMAT, "version": VERSION, "move": self.move, "at": self.at, "quizzes": self.quizzes}
        whole = {**told, "pictures": self.pictures, "luggage": dict(self.luggage)}
        return {PAGE: json.dumps(whole, ensure_ascii=False, indent=1).encode()}


def moved_library(path: Path) -> Moved:
    """Read the page of a file that may come from anywhere. Raises `NotAMovedLibrary`, OSError."""
    try:
        with zipfile.ZipFile(path) as whole, whole.open(PAGE) as page:
            return _moved(json.loads(page.read(_MOST)), path)
    except (*ZIP_DAMAGES, KeyError, ValueError, TypeError) as error:  # nesting without end is a RuntimeError
        raise NotAMovedLibrary(path) from error


def move_in(path: Path) -> str | None:
    """The id of the move that a file is of; None where it is no such file, or none at all."""
    try:
        return moved_library(path).move
    except (NotAMovedLibrary, OSError):
        return None


def _moved(told: dict[str, Any], path: Path) -> Moved:
    if told["format"] != FORMAT:
        raise NotAMovedLibrary(path)
    if int(told["version"]) > VERSION:
        newer = message('"{path}" was written by a newer version of Quizwright.', path=str(path))
        raise NotAMovedLibrary(path, newer, message("Update Quizwright here, then import it."))
    luggage = told.get("luggage")
    counts = int(told["quizzes"]), int(told["pictures"])
    return Moved(str(told["move"]), float(told["at"]), *counts, luggage if isinstance(luggage, dict) else {})
