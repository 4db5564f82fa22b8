"""What is wrong with a formula, and where."""

from app.message import Message


class FormulaError(Exception):
    """`place` is the 0-based sign of the formula at which it goes wrong, `length` how many signs are meant."""

    def __init__(self, message: Message, place: int = 0, length: int = 1) -> None:
        super().__init__(str(message))
        self.message, self.place, self.length = message, place, length


class Undefined(ArithmeticError):
    """The formula has no value for these numbers: a division by zero, a root of a negative number, one too large."""
