"""The platform's question where to write a file."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def save_dialog(parent: QWidget, title: str, kind: str, name: str) -> QFileDialog:
    """A dialog for one file of a `kind` ("Text"), with `name` as what is offered; not open yet."""
    ending = Path(name).suffix
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(f"{kind} (*{ending})")
    dialog.setDefaultSuffix(ending)
    dialog.selectFile(name)
    return dialog
