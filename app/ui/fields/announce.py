"""Telling a screen reader what happened where nothing got the focus.

Qt has an event for it (6.8), which its platform plugins hand on. On Windows it becomes a UIA notification of the
widget, each of which is to be spoken in its turn (`UiaRaiseNotificationEvent` with `NotificationProcessing_All`, in
qwindowsuiamainprovider.cpp); Narrator speaks those, and so does NVDA (event_UIA_notification) while the program has
the focus. On macOS it becomes an announcement of the program with medium priority
(`NSAccessibilityAnnouncementRequestedNotification`, in qcocoaaccessibility.mm), which VoiceOver speaks. Both plugins
send it only of what has an accessible interface, as every widget has. This was read in their sources and not heard.

On Linux Orca speaks the same event from 45.2 on, and Debian 12 and Ubuntu 22.04 have older ones. Every Orca speaks a
new description of what has the focus (its own advice to developers), so there the words become that, and the event is
left out: else some hear all twice. That was heard with Orca 43.
"""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

_OF_ORCA = ("xcb", "wayland")
"""Qt's platforms whose screen reader is Orca."""

_UNHEARD = "\u200b"
"""Makes the same words another description, so that they are said again."""


def announce(widget: QWidget, words: str) -> None:
    """Say `words` of `widget` at once; nothing where nobody listens."""
    app = QApplication.instance()
    if not words or app is None or not QAccessible.isActive():
        return
    if speaks_by_description():
        voice = app.findChild(DescribingVoice) or DescribingVoice(app)
        voice.say(words)
    else:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def speaks_by_description() -> bool:
    """Whether the screen reader of this platform is told by descriptions."""
    return QGuiApplication.platformName().startswith(_OF_ORCA)


class DescribingVoice(QObject):
    """Says things by the description of what has the focus, whose own one comes back when the focus leaves."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[str] = []
        self._speaker: QWidget | None = None
        self._own = self._said = ""
        # Not before the focus has settled: what ends the editing of a name is said of the place that it leads back to.
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(self._speak)

    def say(self, words: str) -> None:
        """Say it, with all else of this moment: Orca breaks off what it is saying when something new comes."""
        if words not in self._waiting:
            self._waiting.append(words)
        self._due.start()

    def _speak(self) -> None:
        words, self._waiting = ". ".join(text.rstrip(".") for text in self._waiting), []
        focused = QApplication.focusWidget()
        if focused is not self._speaker:
            self._fall_silent()
            self._take(focused)
        if focused is None:
            return
        now = focused.accessibleDescription()
        if now != self._said:
            self._own = now
        self._said = words + _UNHEARD if words == now else words
        focused.setAccessibleDescription(self._said)

    def _take(self, speaker: QWidget | None) -> None:
        self._speaker = speaker
        if speaker is not None:
            self._own, self._said = speaker.accessibleDescription(), ""
            speaker.installEventFilter(self)
            speaker.destroyed.connect(self._forget)

    def _fall_silent(self) -> None:
        speaker = self._speaker
        if speaker is not None:
            speaker.removeEventFilter(self)
            speaker.destroyed.disconnect(self._forget)
            if speaker.accessibleDescription() == self._said:
                speaker.setAccessibleDescription(self._own)
            self._speaker = None

    def _forget(self) -> None:
        self._speaker = None

    def _end(self, speaker: QWidget | None) -> None:
        if speaker is self._speaker and (speaker is None or not speaker.hasFocus()):
            self._fall_silent()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Not before the reader knows of the other focus, or it would say the old description too."""
        if event.type() == QEvent.Type.FocusOut:
            speaker = self._speaker
            QTimer.singleShot(0, self, lambda: self._end(speaker))
        return False
