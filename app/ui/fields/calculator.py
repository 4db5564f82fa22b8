"""Which calculator students may use."""

from PySide6.QtWidgets import QWidget

from app.models.question import CalculatorType
from app.ui.fields.choice_box import ChoiceBox
from app.ui.theme import control_height


class CalculatorBox(ChoiceBox):
    """No, a basic or a scientific calculator."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", (), parent)
        self.setAccessibleName(self.tr("Calculator"))
        self.setToolTip(self.tr("Which calculator students may use in this question"))
        self.setMinimumWidth(3 * control_height())  # where the text is large it gives way to the type's name
        self.addItem(self.tr("No calculator"), str(CalculatorType.NONE))
        self.addItem(self.tr("Basic calculator"), str(CalculatorType.BASIC))
        self.addItem(self.tr("Scientific calculator"), str(CalculatorType.SCIENTIFIC))
