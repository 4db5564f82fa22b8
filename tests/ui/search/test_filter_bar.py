"""Filters are set, read and taken back by keyboard and by mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.library.row import Found, Hit, State
from app.library.sought import Sought
from app.ui.search.filter_bar import FilterBar
from app.ui.search.filter_button import FilterButton
from app.ui.search.sought_words import filters_words, found_words


def tick(button: FilterButton, *names: str) -> None:
    """Open what the button offers and tick some of it by keyboard."""
    menu: QMenu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    for name in names:
        menu.setActiveAction(next(action for action in menu.actions() if action.text() == name))
        QTest.keyClick(menu, Qt.Key.Key_Space)
    menu.close()


def test_several_types_are_ticked_in_one_menu(bar: FilterBar) -> None:
    tick(bar.types, "Multiple choice", "Essay")
    assert bar.filters.types == {"choice", "essay"}
    assert bar.types.text() == "Type: Multiple choice, Essay"
    tick(bar.types, "Essay")
    assert bar.filters.types == {"choice"}


def test_a_type_is_ticked_by_mouse_and_the_menu_stays(bar: FilterBar) -> None:
    menu = bar.types.menu()
    menu.popup(bar.mapToGlobal(bar.rect().bottomLeft()))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[0]).center())
    assert bar.filters.types == {"choice"}
    assert menu.isVisible()
    menu.close()


def test_points_are_given_as_a_range(bar: FilterBar) -> None:
    QTest.keyClick(bar.points, Qt.Key.Key_Return)
    assert bar.range.isVisible()
    QTest.keyClicks(bar.range.least, "1,5")
    assert bar.points.text() == "Points: 1.5 or more"
    QTest.keyClicks(bar.range.most, "4")
    assert (bar.filters.points_from, bar.filters.points_to) == (1.5, 4)
    assert bar.points.text() == "Points: 1.5 to 4"
    QTest.keyClick(bar.range.most, Qt.Key.Key_Return)
    assert not bar.range.isVisible()


def test_with_and_without_problems_shut_each_other_out(bar: FilterBar) -> None:
    tick(bar.problems, "With problems")
    assert (bar.filters.has_problems, bar.problems.text()) == (True, "With problems")
    tick(bar.problems, "Without problems")
    assert bar.filters.has_problems is False
    tick(bar.problems, "Without problems")
    assert bar.filters.has_problems is None


def test_states_and_tags_in_use_are_offered(bar: FilterBar) -> None:
    tick(bar.states, "Conflict")
    tick(bar.tags, "botany")
    assert bar.filters == Sought(states=frozenset({State.CONFLICT}), tags=frozenset({"botany"}))
    assert filters_words(bar.filters) == "Conflict · botany"


def test_escape_takes_back_what_was_set_last_and_then_leaves(bar: FilterBar, qtbot: QtBot) -> None:
    tick(bar.tags, "botany")
    tick(bar.types, "Essay")
    bar.range.edited.emit(1.0, 2.0)
    steps = []
    for _ in range(3):
        QTest.keyClick(bar.types, Qt.Key.Key_Escape)
        steps.append(filters_words(bar.filters))
    assert steps == ["Essay · botany", "botany", ""]
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(bar.types, Qt.Key.Key_Escape)


def test_one_button_clears_them_all(bar: FilterBar) -> None:
    assert not bar.clear_all.isVisible()
    tick(bar.tags, "botany")
    tick(bar.types, "Essay")
    bar.clear_all.setFocus()
    QTest.keyClick(bar.clear_all, Qt.Key.Key_Space)
    assert bar.filters == Sought()
    assert not bar.clear_all.isVisible()
    assert bar.types.hasFocus()


def test_each_filter_says_what_it_is_and_what_is_wanted(bar: FilterBar) -> None:
    assert bar.types.accessibleName() == "Filter, Type: any"
    tick(bar.types, "Essay")
    assert bar.types.accessibleName() == "Filter, Type: Essay"


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Found((), 0, 0), "0 questions"),
        (Found((), 0, 1), "1 question · the first 0 are shown"),
        (Found((Hit("q", "a", "t", "choice", "", 1, 0, (), "s"),), 1, 213), "1 quiz · 213 questions"),
    ],
)
def test_how_many_were_found_is_said(found: Found, said: str) -> None:
    assert found_words(found).startswith(said)
