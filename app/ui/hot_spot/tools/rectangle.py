"""Drawing a rectangle."""

from typing import ClassVar

from app.geometry.shape import Rectangle
from app.session.edit import Edit
from app.ui.hot_spot.tools.box import BoxTool


class RectangleTool(BoxTool):
    """The rectangle that is dragged."""

    name: ClassVar[str] = "rectangle"
    shape = Rectangle

    @property
    def _edit(self) -> Edit:
        return Edit(self.tr("Draw rectangle"))
