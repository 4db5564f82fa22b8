"""Asking for a picture file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

ChooseFile = Callable[[QWidget, Callable[[Path], None]], None]
"""Asks the person for a file and hands it on, if one is chosen."""


_FOLDER = "hot-spot/pictures"


def choose_picture(parent: QWidget, chosen: Callable[[Path], None]) -> None:
    """Open the system's file dialog where the last picture came from; the window stays alive meanwhile."""
    dialog = QFileDialog(parent, QCoreApplication.translate("Picture", "Choose a picture"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    pictures = QCoreApplication.translate("Picture", "Pictures")
    every = QCoreApplication.translate("Picture", "All files")
    dialog.setNameFilters([f"{pictures} (*.png *.jpg *.jpeg *.gif *.webp *.bmp *.tif *.tiff *.svg)", f"{every} (*)"])
    pictures_folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    dialog.setDirectory(str(QSettings().value(_FOLDER) or pictures_folder))
    dialog.fileSelected.connect(lambda path: QSettings().setValue(_FOLDER, str(Path(path).parent)))
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
