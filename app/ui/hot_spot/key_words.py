"""What the keys of the canvas do, in words, for the list of all keys."""

from typing import Final

from PySide6.QtGui import QKeySequence

from app.message import message
from app.ui.hot_spot.tools.table import TOOLS

KEY_WORDS: Final = (
    *((tool.title, QKeySequence(tool.key).toString()) for tool in TOOLS if tool.key is not None),
    (message("Show the aim, set a corner there"), "Return"),
    (message("Move the aim or the region"), "Right"),
    (message("The same, 10 times as far"), "Shift+Right"),
    (message("Aim: 100 times; region: 1 picture pixel"), "Ctrl+Right"),
    (message("Take the last corner back"), "Backspace"),
    (message("Step back"), "Esc"),
    (message("Next region"), "Tab"),
    (message("Name the region"), "F2"),
    (message("Resize a box, go along a polygon's corners"), "Alt+Right"),
    (message("Delete the corner or the region"), "Del"),
    (message("Duplicate regions"), "Ctrl+D"),
    (message("Show all of the picture"), "0"),
    (message("Show it at 100 %"), "1"),
    (message("Show the selected region large"), "2"),
    (message("Zoom in"), "+"),
    (message("Zoom out"), "-"),
    (message("Loupe, while it is held"), "Z"),
)
