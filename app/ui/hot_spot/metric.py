"""Sizes and times of the drawer, in logical screen pixels and milliseconds (hot-spot.md, "Gestures")."""

from typing import Final

HANDLE: Final = 8.0
MIDPOINT: Final = 6.0
CLOSING: Final = 12.0
CLOSING_TOUCH: Final = 15.0
CLICK_DISTANCE: Final = 4.0
CLICK_TIME: Final = 300
MOVE_DISTANCE: Final = 3.0
FREEHAND_TOLERANCE: Final = 1.5
SMALLEST: Final = 2.0
"""A drawn box with a shorter side is none: the pointer only slipped."""

OUTLINE: Final = 2.0
THIN: Final = 1.5
CASING: Final = 4.0
BADGE_GAP: Final = 8.0
CROSSING: Final = 6.0
"""The radius of the ring where a line crosses itself."""

RING_GAP: Final = 5.5
RING_RADIUS: Final = 11.0
"""Where the ring about what has the keyboard stands off a region, and how large it is about a corner."""

AROUND: Final = 8.0
"""What strokes and handles need around an outline."""

FIT_MARGIN: Final = 16
KEPT_IN_VIEW: Final = 48
"""However far the picture is pushed, this much of it stays in view."""

WORD_PAUSE: Final = 40
"""Numbers and lists follow a drag this often."""

NARROW: Final = 600
"""A drawer that is narrower shows the list below the canvas."""
