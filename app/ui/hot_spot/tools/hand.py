"""Pushing the picture about with the main button."""

from typing import ClassVar

from PySide6.QtCore import Qt

from app.message import Message, message
from app.ui.hot_spot.pointer import Pointer
from app.ui.hot_spot.tools.tool import Tool


class HandTool(Tool):
    """The view pans while this tool is picked; nothing reaches the regions."""

    name: ClassVar[str] = "hand"
    title: ClassVar[Message] = message("Move the picture")
    icon: ClassVar[str] = "hand"
    key: ClassVar[Qt.Key | None] = Qt.Key.Key_H
    advice: ClassVar[Message | None] = message("Or hold Space")
    aims: ClassVar[bool] = False
    pans: ClassVar[bool] = True

    @property
    def hint(self) -> str:
        """What to do."""
        return self.tr("Drag to move the picture about. Ctrl+mouse wheel zooms.")

    @property
    def cursor(self) -> Qt.CursorShape:
        """An open hand."""
        return Qt.CursorShape.OpenHandCursor

    def press(self, pointer: Pointer) -> None:
        """The view takes it."""

    def move(self, pointer: Pointer) -> None:
        """The view takes it."""

    def release(self, pointer: Pointer) -> None:
        """The view takes it."""
