"""Where the window stood and how large it was, remembered in the preferences."""

from contextlib import suppress

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QWidget

from app.preferences import WINDOW, Preferences, PreferencesNotSaved
from app.ui.theme import FIRST_WINDOW


def take_place(window: QWidget, preferences: Preferences) -> None:
    """Stand where it stood last, else in a good size for a first time."""
    kept = QByteArray.fromBase64(preferences[WINDOW].encode())
    if kept.isEmpty() or not window.restoreGeometry(kept):
        window.resize(*FIRST_WINDOW)


def keep_place(window: QWidget, preferences: Preferences) -> None:
    """Remember it; a disk that refuses is no reason to disturb who closes a window."""
    place = bytes(window.saveGeometry().toBase64().data()).decode()
    with suppress(PreferencesNotSaved):
        preferences.put(WINDOW, place)
