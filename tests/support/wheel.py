"""A wheel that is turned, or two fingers on a trackpad, over a place of a widget."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

NONE = Qt.KeyboardModifier.NoModifier


def turn_wheel(over: QWidget, at: QPointF, notches: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Turn a wheel by notches, away from the hand where positive."""
    _send(over, at, QPoint(), QPoint(0, 120 * notches), modifiers)


def push_by_fingers(over: QWidget, at: QPointF, pixels: QPoint) -> None:
    """Move two fingers on a trackpad, which tells pixels beside the angle."""
    _send(over, at, pixels, pixels * 8, NONE)


def _send(over: QWidget, at: QPointF, pixels: QPoint, angle: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    place, button, phase = over.mapToGlobal(at), Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(over, QWheelEvent(at, place, pixels, angle, button, modifiers, phase, False))
