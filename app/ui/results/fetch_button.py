"""Asks Canvas for the results of a quiz."""

from PySide6.QtWidgets import QWidget

from app.ui.fields.text_button import TextButton
from app.ui.icons import icon


class FetchButton(TextButton):
    """The same words wherever results are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, icon=icon("arrow-down"))
        self.setText(self.tr("Bring results here"))
        self.setToolTip(self.tr("Ask Canvas for the results of this quiz; marks that are not sent stay"))
