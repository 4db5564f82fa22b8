"""The program's icon in all sizes and forms, from its one SVG: `python packaging/draw_icons.py FOLDER`."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

SIDES = (16, 24, 32, 48, 64, 128, 256, 512)


def main(folder: Path) -> None:
    """Write quizwright-SIDE.png, quizwright.ico for Windows and quizwright.icns for macOS."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {side: _drawn(side) for side in SIDES}
    for side, png in drawn.items():
        (folder / f"quizwright-{side}.png").write_bytes(png)
    pictures = [Image.open(io.BytesIO(png)) for png in drawn.values()]
    pictures[-1].save(folder / "quizwright.ico", sizes=[(side, side) for side in SIDES if side <= 256])
    pictures[-1].save(folder / "quizwright.icns", append_images=pictures[:-1])
    del application


def _drawn(side: int) -> bytes:
    source = Path(__file__).resolve().parent.parent / "resources" / "icons" / "quizwright.svg"
    image = QPixmap(side, side)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(source.read_bytes())).render(painter)
    painter.end()
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(kept.data())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
