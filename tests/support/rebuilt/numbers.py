"""Numeric and formula."""

from tests.support.keyboard import ALT, CONTROL, Key, Keyboard

_REAL_DRAWN = (
    ("49", "73", "1489.8"),
    ("35", "50", "1428.6"),
    ("21", "83", "3952.4"),
    ("45", "117", "2600.0"),
    ("49", "36", "734.7"),
)
"""Real and drawn size, and the answer, as a spreadsheet has them."""
_PLANTS_DAYS = (
    ("24", "2.9", "423"),
    ("37", "2.1", "1943"),
    ("31", "3.2", "417"),
)


def peaks(keys: Keyboard) -> None:
    """A range, a margin in units, and an exact number in scientific notation, written with a decimal comma."""
    keys.add("numeric")
    keys.type("Chlorophyll ")
    keys.mark(Key.Key_I, "a")
    keys.type(" takes up light best at two wavelengths. Give one of them, in nanometres or in metres.")
    _kind(keys, 1, "In a range")
    keys.press(Key.Key_Tab)
    keys.type("425")
    keys.press(Key.Key_Tab)
    keys.type("435")
    keys.press(Key.Key_Return)
    keys.back("How number 2 is taken")
    keys.choose("With a margin")
    keys.to("Number 2")
    keys.type("662")
    keys.press(Key.Key_Tab)
    keys.write("5")
    keys.press(Key.Key_Return)
    keys.type("4,3e-7")


def glucose(keys: Keyboard) -> None:
    """A margin in per cent, decimals, and significant digits."""
    keys.add("numeric")
    keys.type("What is the molar mass of glucose, ")
    for sign, count in (("C", "6"), ("H", "12"), ("O", "6")):
        keys.type(sign)
        keys.mark(Key.Key_Comma, count)
    keys.type("? Give it in g/mol to two decimals, in kg/mol to three significant digits, or roughly in mg/mol.")
    keys.back("Calculator")
    keys.choose("Scientific calculator")
    keys.back("Points")
    keys.write("2")
    _kind(keys, 1, "To a precision")
    keys.to("Number 1")
    keys.type("180.16")
    keys.press(Key.Key_Tab)
    keys.write("2")
    keys.press(Key.Key_Return)
    keys.back("How number 2 is taken")
    keys.choose("To a precision")
    keys.to("Number 2")
    keys.type("0.180")
    keys.to("Digits of number 2")
    keys.write("3")
    keys.press(Key.Key_Tab)
    keys.choose("significant digits")
    keys.turn("Add number")
    keys.back("How number 3 is taken")
    keys.choose("With a margin")
    keys.to("Number 3")
    keys.type("180160")
    keys.press(Key.Key_Tab)
    keys.write("1")
    keys.press(Key.Key_Tab)
    keys.choose("per cent")


def _kind(keys: Keyboard, number: int, way: str) -> None:
    keys.to(f"How number {number} is taken")
    keys.choose(way)


def magnification(keys: Keyboard) -> None:
    """A margin in per cent, an equation in the text, solutions pasted from a spreadsheet."""
    keys.add("formula")
    keys.type("A cell that is `real` µm wide is `drawn` mm wide in your drawing. How many times is it magnified?")
    keys.press(Key.Key_Return)
    keys.press(Key.Key_E, ALT)
    keys.paste(r"M = \frac{\text{drawn size}}{\text{real size}}")
    keys.press(Key.Key_Return)
    keys.wait("Question")
    keys.back("Calculator")
    keys.choose("Basic calculator")
    keys.back("Points")
    keys.write("2")
    keys.turn("Take the variables from the question")
    _range(keys, "real", "20", "80", "0")
    _range(keys, "drawn", "30", "120", "0")
    keys.to("Formula")
    keys.type("1000*drawn/real")
    keys.to("Margin")
    keys.write("1")
    keys.press(Key.Key_Tab)
    keys.choose("per cent")
    _solve(keys, "5", "1")
    keys.to("Solutions")
    keys.press(Key.Key_Home, CONTROL)
    keys.paste("\n".join("\t".join(row) for row in _REAL_DRAWN))


def duckweed(keys: Keyboard) -> None:
    """A function, a variable with decimals, a margin in units, solutions typed over."""
    keys.add("formula")
    keys.type("There are `n` plants of duckweed on a pond. Their number doubles every `d` days. ")
    keys.type("How many will there be after 12 days?")
    keys.back("Calculator")
    keys.choose("Scientific calculator")
    keys.back("Points")
    keys.write("2")
    keys.turn("Take the variables from the question")
    _range(keys, "n", "5", "50", "0")
    _range(keys, "d", "1,5", "4", "1")
    keys.to("Formula")
    keys.type("round(n*2^(12/d))")
    keys.to("Margin")
    keys.write("2")
    _solve(keys, "3", "0")
    keys.to("Solutions")
    keys.press(Key.Key_Home, CONTROL)
    for row in _PLANTS_DAYS:
        for number in row:
            keys.type(number)
            keys.press(Key.Key_Return)
            keys.press(Key.Key_Right)
        keys.press(Key.Key_Home)
        keys.press(Key.Key_Down)


def _range(keys: Keyboard, name: str, least: str, most: str, decimals: str) -> None:
    for field, text in (("Smallest value", least), ("Largest value", most), ("Decimals", decimals)):
        keys.to(f"{field} of {name}")
        keys.write(text)


def _solve(keys: Keyboard, count: str, decimals: str) -> None:
    keys.to("Number of solutions")
    keys.write(count)
    keys.to("Decimals of the right answer")
    keys.write(decimals)
    keys.turn("Generate")
