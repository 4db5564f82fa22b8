"""All tools, in the order in which they are shown."""

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

KEYS = {tool.key: tool.name for tool in TOOLS if tool.key is not None}
"""The letter that picks a tool while the canvas has the focus."""
