"""What a screen reader is told where nothing got the focus."""

import pytest
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent

from app.ui.fields.announce import DescribingVoice


def overhear(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A list that grows with all that is announced, in its order. Qt has no hook for it, so its door is watched.

    Where descriptions speak instead (`fields/announce`), what is said through them; that has tests of its own.
    """
    words: list[str] = []

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            words.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(listen))
    say = DescribingVoice.say

    def overhear(voice: DescribingVoice, said: str) -> None:
        words.append(said)
        say(voice, said)

    monkeypatch.setattr(DescribingVoice, "say", overhear)
    return words
