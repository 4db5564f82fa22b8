"""Where the program finds its own files, and where it keeps the person's."""

import sys
from functools import cache
from pathlib import Path

from platformdirs import PlatformDirs

_DIRS = PlatformDirs("Quizwright", appauthor=False)


@cache
def resources() -> Path:
    """The folder of icons, styles and the sample: inside the package when installed or bundled, else beside it."""
    package = Path(__file__).parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def feed_file() -> Path:
    """Names where news of a new version is asked for; it is there only in a copy that was built for a release."""
    return resources() / "feed.json"


def data_folder() -> Path:
    """Where the library lives unless the person chose another folder; not made here."""
    return Path(_DIRS.user_data_dir)


def preferences_file() -> Path:
    """Where the preferences of this computer are kept; not made here."""
    return Path(_DIRS.user_config_dir) / "preferences.json"


def log_folder() -> Path:
    """Where logs go; not made here."""
    return Path(_DIRS.user_log_dir)


def own_words_file() -> Path:
    """Where the words are that the person added to the dictionary, one a line; not made here."""
    return Path(_DIRS.user_config_dir) / "words.txt"


def program() -> list[str]:
    """What starts this program once more: the frozen program itself, or this Python."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]
