"""Which calculator students may use."""

from PySide6.QtWidgets import QWidget

from app.models.question import CalculatorType
from app.ui.fields.choice_box import ChoiceBox


class CalculatorBox(ChoiceBox):
    """No, a basic or a scientific calculator."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", (), parent)
        self.setAccessibleName(self.tr("Calculator"))
        self.setToolTip(self.tr("Which calculator students may use in this question"))
        self.addItem(self.tr("No calculator"), str(CalculatorType.NONE))
        self.addItem(self.tr("Basic calculator"), str(CalculatorType.BASIC))
        self.addItem(self.tr("Scientific calculator"), str(CalculatorType.SCIENTIFIC))
