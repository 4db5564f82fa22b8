"""The list of courses, where there is little room for it."""

import pytest
from pytestqt.qtbot import QtBot

from app.library.row import Account, CourseRow
from app.ui.sync.place_choice import PlaceChoice

ACCOUNT = Account("a", "canvas", "https://canvas.example.edu", "", "1", "T")


@pytest.mark.parametrize("rows", [1, 5, 40])
def test_the_list_of_courses_gives_way_before_the_buttons_below_it_are_covered(qtbot: QtBot, rows: int) -> None:
    choice = PlaceChoice()
    qtbot.addWidget(choice)
    choice.show_courses([ACCOUNT], [CourseRow("a", str(number), f"Course {number}", "") for number in range(rows)])
    choice.resize(choice.minimumSizeHint())
    choice.show()
    assert choice.courses.geometry().bottom() < choice.go.y()
    assert choice.height() < choice.sizeHint().height() or rows == 1, "it can be as small as that"
    choice.resize(choice.sizeHint())
    last = choice.courses.item(min(rows, 12) - 1)
    assert choice.courses.viewport().rect().contains(choice.courses.visualItemRect(last)), "no room is wasted"
