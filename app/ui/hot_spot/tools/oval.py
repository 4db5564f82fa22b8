"""Drawing an oval."""

from typing import ClassVar

from PySide6.QtCore import Qt

from app.geometry.shape import Oval
from app.message import Message, message
from app.session.edit import Edit
from app.ui.hot_spot.tools.box import BoxTool


class OvalTool(BoxTool):
    """The oval in the box that is dragged."""

    name: ClassVar[str] = "oval"
    title: ClassVar[Message] = message("Oval")
    icon: ClassVar[str] = "circle"
    key: ClassVar[Qt.Key | None] = Qt.Key.Key_O
    shape = Oval

    @property
    def _edit(self) -> Edit:
        return Edit(self.tr("Draw oval"))
