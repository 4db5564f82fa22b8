"""Where dictionaries in Hunspell's format stand on a computer: a `.dic` with its `.aff`."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from itertools import chain
from pathlib import Path

_VARIED = frozenset({"pt", "zh", "sr"})
"""Languages whose countries spell differently: the wrong one would call right words wrong."""
_OFFICE = "share/extensions/dict-*"


def installed(folders: Iterable[Path] | None = None) -> dict[str, Path]:
    """Language (`en_US`) → its `.dic`; the first folder that has one wins."""
    found: dict[str, Path] = {}
    for folder in system_folders() if folders is None else folders:
        for path in sorted(folder.glob("*.dic")) if folder.is_dir() else ():
            if path.with_suffix(".aff").is_file() and not path.stem.startswith("hyph"):
                found.setdefault(path.stem.replace("-", "_"), path)
    return found


def fitting(languages: Sequence[str], known: Mapping[str, Path]) -> tuple[Path, ...]:
    """The dictionaries for the languages of a person (`de-AT`), in their order."""
    paths = (_best(language.replace("-", "_"), known) for language in languages)
    return tuple(dict.fromkeys(path for path in paths if path is not None))


def _best(language: str, known: Mapping[str, Path]) -> Path | None:
    """The one of the language and country, else of the language, where its countries spell alike."""
    start = language.split("_")[0]
    if start == "en":
        likely = (language, "" if language in ("en_US", "en_CA") else "en_US" if language == "en" else "en_GB")
        return next((known[name] for name in likely if name in known), None)
    others = () if start in _VARIED else sorted(name for name in known if name.startswith(f"{start}_"))
    return next((known[name] for name in (language, start, *others) if name in known), None)


def system_folders() -> Iterator[Path]:
    """The folders of this platform, of LibreOffice, and of the spelling library itself."""
    yield from _PLATFORMS.get(sys.platform, _linux)()
    if (own := find_spec("hunspell")) is not None and own.submodule_search_locations:
        yield from (Path(place) / "dictionaries" for place in own.submodule_search_locations)


def _linux() -> Iterator[Path]:
    shares = [os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local/share")]
    shares += (os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    for share in shares:
        yield from (Path(share) / "hunspell", Path(share) / "myspell", Path(share) / "myspell/dicts")
    yield from chain(Path("/usr/lib/libreoffice").glob(_OFFICE), Path("/opt").glob(f"libreoffice*/{_OFFICE}"))


def _mac() -> Iterator[Path]:
    yield from (Path.home() / "Library/Spelling", Path("/Library/Spelling"))
    yield from Path("/Applications/LibreOffice.app/Contents/Resources/extensions").glob("dict-*")


def _windows() -> Iterator[Path]:
    for name in ("ProgramFiles", "ProgramFiles(x86)"):
        yield from Path(os.environ.get(name) or "C:/Program Files").glob(f"LibreOffice*/{_OFFICE}")


_PLATFORMS = {"darwin": _mac, "win32": _windows}
