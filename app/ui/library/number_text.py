"""Points as lists show them."""

from PySide6.QtCore import QLocale


def number_text(number: float) -> str:
    """ "2", "0.5" or "0,5": without groups and without zeros at the end."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(number), "g", 10)
