"""The least that PySide6 can show: what the start of the window is measured against."""

from PySide6.QtWidgets import QApplication, QWidget

from tests.support.measure.first_paint import FirstPaint
from tests.support.measure.word import leave, say


def main() -> None:
    """Show an empty window, tell when it was painted, and end."""
    application = QApplication([])
    window = QWidget()
    window.resize(1280, 800)

    def painted() -> None:
        say()
        leave()

    FirstPaint(window, painted)
    window.show()
    application.exec()


if __name__ == "__main__":
    main()
