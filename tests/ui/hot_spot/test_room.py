"""What the drawer does not load (acceptance 47)."""

import os
import subprocess
import sys
from pathlib import Path

_FORBIDDEN = ("numpy", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtWebEngineCore", "cv2")
_PROGRAM = f"""
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.geometry.box import Box
from app.geometry.region import Region
from app.geometry.shape import Oval
from app.ui.hot_spot.drawer import HotSpotDrawer
application = QApplication([])
drawer = HotSpotDrawer()
drawer.picture_ready.connect(lambda: QTimer.singleShot(0, application.quit))
drawer.show()
drawer.show_regions((Region("1", Oval(Box(0.2, 0.2, 0.4, 0.4))),))
drawer.show_picture(Path(sys.argv[1]), name="heart.jpg")
application.exec()
assert drawer.view.pyramid is not None
print([name for name in {_FORBIDDEN!r} if name in sys.modules])
"""


def test_47_a_hot_spot_that_is_opened_loads_neither_numpy_nor_opencv_nor_opengl_nor_webengine(picture: Path) -> None:
    command = [sys.executable, "-c", _PROGRAM, str(picture)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60, env=environment)
    assert done.stdout.strip() == "[]"
