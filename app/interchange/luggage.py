"""What goes along with a library to another computer beside the quizzes: preferences, and words of the dictionary.

Never an access token: they are in the keychain of each computer.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.durable_file import write_durably
from app.preferences import SETTINGS, Preferences


def packed(preferences: Preferences, words: Path) -> dict[str, Any]:
    """What the person has chosen here, but for what is of this computer alone. Raises OSError."""
    chosen = {one.key: preferences.value(one) for one in SETTINGS if not one.stays and preferences.is_chosen(one)}
    return {"preferences": chosen, "words": sorted(_words(words))}


def unpacked(luggage: Mapping[str, Any], preferences: Preferences, words: Path) -> None:
    """Take it over where nothing was chosen here yet. Raises `PreferencesNotSaved`, OSError."""
    chosen, added = luggage.get("preferences"), luggage.get("words")
    for setting in SETTINGS:
        value = chosen.get(setting.key) if isinstance(chosen, dict) else None
        if not setting.stays and not preferences.is_chosen(setting) and setting.accepts(value):
            preferences.take(setting, value)
    here = _words(words)
    known = here | {word for word in added if isinstance(word, str)} if isinstance(added, list) else here
    if known != here:
        write_durably(words, "".join(f"{word}\n" for word in sorted(known)).encode())


def _words(path: Path) -> set[str]:
    try:
        return {line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()}
    except FileNotFoundError:
        return set()
