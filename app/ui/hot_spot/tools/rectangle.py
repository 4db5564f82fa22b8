"""Drawing a rectangle."""

from typing import ClassVar

from PySide6.QtCore import Qt

from app.geometry.shape import Rectangle
from app.message import Message, message
from app.session.edit import Edit
from app.ui.hot_spot.tools.box import BoxTool


class RectangleTool(BoxTool):
    """The rectangle that is dragged."""

    name: ClassVar[str] = "rectangle"
    title: ClassVar[Message] = message("Rectangle")
    icon: ClassVar[str] = "square"
    key: ClassVar[Qt.Key | None] = Qt.Key.Key_R
    shape = Rectangle

    @property
    def _edit(self) -> Edit:
        return Edit(self.tr("Draw rectangle"))
