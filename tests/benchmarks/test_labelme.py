"""labelme on the same picture of 100 megapixels, where it is on the PATH; its figures have no goal (hot-spot.md).

`pipx install labelme` puts it there; in an environment of its own, as it brings another Qt.
"""

import shutil
from pathlib import Path

import pytest
from PIL import Image

from tests.support.measure.big_picture import SIZE
from tests.support.measure.child import Child
from tests.support.measure.figure import Figures

LABELME = shutil.which("labelme")


@pytest.mark.skipif(LABELME is None, reason="labelme is not installed")
def test_labelme_on_the_same_picture(figures: Figures, picture: Path, tmp_path: Path) -> None:
    assert LABELME is not None
    python = str(Path(LABELME).resolve().with_name("python"))
    small = tmp_path / "small.png"
    Image.new("RGB", (64, 64)).save(small)
    program = ["-m", "tests.support.measure.labelme_program", str(small), str(picture)]
    with Child(program, {"HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}, python=python) as child:
        child.said()
        before = child.megabytes
        said = child.said()
        settled, peak = child.megabytes, child.peak_megabytes
        child.tell()
        child.said()
        closed = child.megabytes
    assert said["size"] == list(SIZE)
    figures.note("labelme: the picture opened until it is seen", _number(said["seen"]), "ms")
    figures.note_p95("labelme: the canvas painted once, as each step of a drag does", _numbers(said["repaints"]))
    figures.note_p95("labelme: a step of a zoom, until painted", _numbers(said["zooms"]))
    figures.note("labelme: memory with it", settled, "MB", detail=f"{before:.0f} MB without it")
    figures.note("labelme: most memory while it was opened", peak, "MB")
    figures.note("labelme: what stays after it is closed", closed - before, "MB")


def _number(value: object) -> float:
    assert isinstance(value, float)
    return value


def _numbers(values: object) -> list[float]:
    assert isinstance(values, list)
    return [_number(value) for value in values]
