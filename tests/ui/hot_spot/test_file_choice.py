"""Asking for a picture begins where the last one came from."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.ui.fields.picture_choice import choose_picture


def asked(window: QWidget, chosen: list[Path]) -> QFileDialog:
    choose_picture(window, chosen.append)
    return next(found for found in window.findChildren(QFileDialog) if found.isVisible())


def test_the_folder_of_the_last_picture_is_shown_again(qtbot: QtBot, tmp_path: Path) -> None:
    window, chosen = QWidget(), list[Path]()
    qtbot.addWidget(window)
    window.show()
    first = asked(window, chosen)
    first.fileSelected.emit(str(tmp_path / "leaf.jpg"))
    first.reject()
    assert chosen == [tmp_path / "leaf.jpg"]
    second = asked(window, chosen)
    assert Path(second.directory().absolutePath()) == tmp_path
    second.reject()
