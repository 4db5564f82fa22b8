"""Which files can be imported, told by the endings of their names."""

from collections.abc import Iterable
from pathlib import Path

from app.interchange.not_read import ENDINGS
from app.interchange.table import FORMATS
from app.message import message
from app.ui.words import words


def importable(paths: Iterable[Path]) -> list[Path]:
    """Those that a format may read, and those of which it is known what helps."""
    endings = {*_endings(), *ENDINGS}
    return [path for path in paths if path.suffix.lower() in endings]


def file_filter() -> str:
    """What a file dialog offers: all that can be read, each format by itself, then everything."""
    every = " ".join(f"*{ending}" for ending in _endings())
    rows = [f"{words(message('Files with questions'))} ({every})"]
    rows += [f"{words(one.title)} ({_patterns(one.endings)})" for one in FORMATS if one.read is not None]
    return ";;".join((*rows, f"{words(message('All files'))} (*)"))


def _endings() -> list[str]:
    return list(dict.fromkeys(ending for one in FORMATS if one.read is not None for ending in one.endings))


def _patterns(endings: Iterable[str]) -> str:
    return " ".join(f"*{ending}" for ending in endings)
