"""The calculator that a question allows: typed into, or pressed key by key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from app.expressions.error import FormulaError, Undefined
from app.expressions.formula import formula
from app.models.question import CalculatorType
from app.ui.fields.quiet import QuietLabel
from app.ui.preview.typed_line import TypedLine
from app.ui.theme import Gap, control_height
from app.ui.words import words

_BASIC = (("7", "8", "9", "÷", "⌫"), ("4", "5", "6", "×", "C"), ("1", "2", "3", "−", "("), ("0", ".", "=", "+", ")"))
_SCIENTIFIC = (("sin", "cos", "tan", "ln", "log"), ("sqrt", "^", "pi", "e", "abs"))
_FUNCTIONS = frozenset({"sin", "cos", "tan", "ln", "log", "sqrt", "abs"})
_SIGNS = str.maketrans({"÷": "/", "×": "*", "−": "-"})
_MOST = 14 * 4
"""Letters that fit on it."""


class Calculator(QWidget):
    """Enter or = gives the result, which the next key goes on with. Its keys are for the mouse: one can type."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_scientific = kind == CalculatorType.SCIENTIFIC
        self.line = TypedLine(self.tr("Calculator: type, Enter gives the result"), self)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.returnPressed.connect(self.compute)
        self.trouble = QuietLabel("", self)
        self.trouble.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(self.line)
        layout.addWidget(self.trouble)
        layout.addLayout(self._keys((*_SCIENTIFIC, *_BASIC) if self._is_scientific else _BASIC))
        self.setMaximumWidth(_MOST * self.fontMetrics().averageCharWidth())

    def compute(self) -> None:
        """Put the result in place of what was typed, or say why there is none."""
        text = self.line.text().translate(_SIGNS)
        if not text.strip():
            return
        try:
            result = self._value(text)
        except FormulaError as error:
            self._refuse(words(error.message))
        except Undefined:
            self._refuse(self.tr("This has no result."))
        else:
            self.trouble.hide()
            self.line.setText(f"{result:.10g}")

    def _value(self, text: str) -> float:
        if not self._is_scientific and any(sign.isalpha() for sign in text):
            raise Undefined
        read = formula(text)
        if read.names:
            raise Undefined
        return read.value({})

    def _refuse(self, said: str) -> None:
        self.trouble.setText(said)
        self.trouble.show()

    def _press(self, key: str) -> None:
        if key == "=":
            self.compute()
        elif key == "C":
            self.line.clear()
        elif key == "⌫":
            self.line.backspace()
        else:
            self.line.insert(f"{key}(" if key in _FUNCTIONS else key)

    def _keys(self, rows: Sequence[Sequence[str]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(Gap.TIGHT)
        names = {"⌫": self.tr("Delete the last sign"), "C": self.tr("Clear"), "=": self.tr("Result")}
        for row, keys in enumerate(rows):
            for column, key in enumerate(keys):
                button = QPushButton(key, self)
                button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
                button.setMinimumSize(control_height(), control_height())
                button.setAccessibleName(names.get(key, key))
                button.clicked.connect(lambda _checked=False, key=key: self._press(key))
                grid.addWidget(button, row, column)
        return grid

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the calculator's own: it does not submit anything."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
