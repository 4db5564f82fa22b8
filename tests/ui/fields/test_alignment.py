"""What belongs together stands in one line."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.fields.answer import Answer
from app.ui.fields.rows import AnswerRows
from tests.support.shelf import Shelf

FRAME = 3


def ends_at(widget: QWidget, within: QWidget) -> int:
    """Where the words of `widget` end, seen from `within`."""
    image = widget.grab(widget.rect().adjusted(FRAME, FRAME, -FRAME, -FRAME)).toImage()
    ground = image.pixelColor(0, 0)
    columns = range(image.width() - 1, -1, -1)
    end = next(x for x in columns if any(_differ(image.pixelColor(x, y), ground) for y in range(image.height())))
    return widget.mapTo(within, QPoint(end + FRAME, 0)).x()


def _differ(one: QColor, other: QColor) -> bool:
    return abs(one.lightness() - other.lightness()) > 60


def test_the_head_of_the_points_ends_where_the_numbers_end(qtbot: QtBot, shelf: Shelf) -> None:
    rows = AnswerRows(shelf.pictures)
    qtbot.addWidget(rows)
    rows.show_answers([Answer("a", "<p>leaf</p>", right=True, points=4)])
    rows.resize(600, 200)
    rows.show()
    row = rows.rows[0]
    assert abs(ends_at(row.points_head, rows) - ends_at(row.points, rows)) <= 2
