"""Runs first in both programs for Windows: their modules lie beside them in one archive, once for both.

PyInstaller gives each program an archive of its own, which is empty here. What it would do with that is done with this.
"""

import os
import sys

import pyimod01_archive  # type: ignore[import-not-found]  # of PyInstaller, in what it froze
import pyimod02_importers  # type: ignore[import-not-found]

FOLDER: str = sys._MEIPASS  # type: ignore[attr-defined]  # noqa: SLF001  (PyInstaller's own name for it)
pyimod02_importers.pyz_archive = pyimod01_archive.ZlibArchiveReader(
    os.path.join(FOLDER, "modules.pyz"), 0, check_pymagic=True
)
sys.path_importer_cache.pop(FOLDER, None)
