"""Covering what students should not see, such as printed labels."""

from typing import ClassVar

from PySide6.QtCore import Qt

from app.message import Message, message
from app.ui.hot_spot.tools.pair import PairTool


class CoverTool(PairTool):
    """Its board holds the covers; one that was drawn stays selected, and the tool in the hand."""

    name: ClassVar[str] = "cover"
    title: ClassVar[Message] = message("Cover a part of the picture")
    icon: ClassVar[str] = "paint-roller"
    key: ClassVar[Qt.Key | None] = Qt.Key.Key_C

    @property
    def hint(self) -> str:
        """What to do next."""
        if self.pressed or self.draft.is_open:
            return super().hint
        if self.board.selected:
            return self.tr("Arrow keys move the cover, Alt+arrow keys resize it. Delete takes it out.")
        return self.tr("Drag across what students should not see. The picture that they get is painted over there.")

    def begin(self) -> None:
        """No cover is selected yet."""
        self.board.select("")
