"""The line above the library fits every width."""

import pytest
from pytestqt.qtbot import QtBot

from app.library.row import Account
from app.ui.main_window import MainWindow

SCHOOL = Account("a", "canvas", "https://canvas.a-school-with-a-long-name.example.edu", "", "1", "Mira")


@pytest.mark.parametrize(("width", "is_named"), [(700, False), (1280, True)])
def test_the_search_keeps_its_room_beside_a_long_name_of_a_canvas(
    window: MainWindow, qtbot: QtBot, width: int, is_named: bool
) -> None:
    bar = window.library.bar
    bar.show_accounts([SCHOOL])
    window.resize(width, window.height())
    qtbot.waitUntil(lambda: bar.search.fontMetrics().averageCharWidth() * 15 < bar.search.width())
    assert bool(bar.account.text()) is is_named
    assert "canvas.a-school" in bar.account.accessibleName()
