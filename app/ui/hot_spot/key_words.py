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
    (message("Next corner, or middle between two"), "N"),
    (message("The corner before"), "Shift+N"),
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

STEPS: Final = (
    message("Tab leads from the question to its picture. Press O for an oval, R for a rectangle, P for a polygon."),
    message("Enter shows the aim. Arrow keys move it, with Shift 10 and with Ctrl 100 times as far."),
    message(
        "Oval and rectangle: Enter at one corner, then at the opposite one. The region is made, and its place is told."
    ),
    message(
        "Polygon: Enter at each corner, and once more at the last one to close it. Backspace takes the last one back."
    ),
    message("F2 names the region: type the name, then press Enter. Escape steps back, whatever is going on."),
    message("To move a corner, go to it with N, or back with Shift+N, then press arrow keys."),
    message("Ctrl+Z undoes. All is saved by itself; Ctrl+S says so. Tab leads on to the next region."),
)
"""How a region is drawn, named and kept without a mouse and without seeing (hot-spot.md, points 34 and 37)."""
