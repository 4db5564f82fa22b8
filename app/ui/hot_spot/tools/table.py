"""All tools, in the order in which they are shown."""

from PySide6.QtCore import Qt

from app.ui.hot_spot.tools.cover import CoverTool
from app.ui.hot_spot.tools.crop import CropTool
from app.ui.hot_spot.tools.hand import HandTool
from app.ui.hot_spot.tools.oval import OvalTool
from app.ui.hot_spot.tools.polygon import PolygonTool
from app.ui.hot_spot.tools.rectangle import RectangleTool
from app.ui.hot_spot.tools.select import SelectTool
from app.ui.hot_spot.tools.tool import Tool
from app.ui.hot_spot.tools.wand import WandTool

TOOLS: tuple[type[Tool], ...] = (
    SelectTool,
    OvalTool,
    RectangleTool,
    PolygonTool,
    WandTool,
    HandTool,
    CoverTool,
    CropTool,
)

KEYS = {
    Qt.Key.Key_V: "select",
    Qt.Key.Key_O: "oval",
    Qt.Key.Key_R: "rectangle",
    Qt.Key.Key_P: "polygon",
    Qt.Key.Key_W: "wand",
    Qt.Key.Key_H: "hand",
    Qt.Key.Key_C: "cover",
}
"""The letter that picks a tool while the canvas has the focus."""
