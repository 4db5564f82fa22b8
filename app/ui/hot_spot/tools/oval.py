"""Drawing an oval."""

from typing import ClassVar

from app.geometry.shape import Oval
from app.session.edit import Edit
from app.ui.hot_spot.tools.box import BoxTool


class OvalTool(BoxTool):
    """The oval in the box that is dragged."""

    name: ClassVar[str] = "oval"
    shape = Oval

    @property
    def _edit(self) -> Edit:
        return Edit(self.tr("Draw oval"))
