"""What the window of the disk image looks like, for dmgbuild, which gives `defines`."""

from pathlib import Path

application = globals()["defines"]["app"]
name = Path(application).name

format = "UDZO"
files = [application]
symlinks = {"Applications": "/Applications"}
icon_locations = {name: (160, 200), "Applications": (480, 200)}
background = "builtin-arrow"
window_rect = ((200, 200), (640, 420))
icon_size = 112
