"""What the drawer does not load (acceptance 47)."""

import subprocess
import sys

_FORBIDDEN = ("numpy", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtWebEngineCore", "cv2")
_PROGRAM = f"""
import sys
import app.ui.hot_spot.drawer
print([name for name in {_FORBIDDEN!r} if name in sys.modules])
"""


def test_47_the_drawer_loads_neither_numpy_nor_opengl_nor_webengine() -> None:
    done = subprocess.run([sys.executable, "-c", _PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
