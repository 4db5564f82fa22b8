"""The gallery: its pictures are made from the real window, each scene once."""

import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage
from scene import DIALOGS, FILES, FIRST, LIBRARY, PREVIEW, QUIZ, READ_ONLY, sync_scenes
from sync_scene import Practice

PROJECT = Path(__file__).resolve().parents[2]


def test_every_scene_has_a_file_of_its_own(tmp_path: Path) -> None:
    scenes = (*FIRST, *LIBRARY, *QUIZ, *PREVIEW, *FILES, *DIALOGS, *READ_ONLY, *sync_scenes(Practice(tmp_path)))
    names = [scene.name for scene in scenes]
    assert len(set(names)) == len(names) >= 10


def test_the_library_is_drawn_on_a_dense_screen(tmp_path: Path) -> None:
    script = str(PROJECT / "packaging" / "gallery.py")
    variables = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_SCALE_FACTOR": "2",
        "PYTHONPATH": os.pathsep.join([str(PROJECT / "packaging"), str(PROJECT)]),
    }
    subprocess.run(
        [sys.executable, script, str(tmp_path), "--dense", "library"], env=variables, cwd=PROJECT, check=True
    )
    picture = QImage(str(tmp_path / "library-dense.png"))
    assert (picture.width(), picture.height()) == (2560, 1600)
    seen = {picture.pixel(x, y) for x in range(0, 2560, 7) for y in range(0, 1600, 7)}
    assert len(seen) > 20
