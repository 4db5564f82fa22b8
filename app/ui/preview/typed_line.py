"""A line that a student types into. It has an undo of its own: an answer is no change of the quiz."""

from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.theme import Gap, control_height


class TypedLine(QLineEdit):
    """As high as every control."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMinimumHeight(control_height())
        self.setTextMargins(Gap.TIGHT, 0, Gap.TIGHT, 0)
