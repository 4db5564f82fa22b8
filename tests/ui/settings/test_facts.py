"""What Canvas has set and nobody can change from here is shown, with the reason; the rest of the API has a field."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.library.assignment import Assignment, OwnDates
from app.library.row import There
from app.models.quiz import NewQuiz, Quiz
from app.models.quiz_reading import read_fields
from app.models.settings import MultipleAttempts, QuizSettings, ResultView
from app.models.settings_effective import READ_ONLY
from app.session.document import Document
from app.ui.fields.problems import FixButton
from app.ui.settings.fact_row import FactRow
from app.ui.settings.settings_screen import SettingsScreen
from tests.support.shelf import Shelf

Open = Callable[..., SettingsScreen]

VIEW = {"display_correct_answer_at": "2026-02-01T10:00:00Z", "hide_correct_answer_at": None}
TOLD = {
    "published": True,
    "assignment_group_id": "31",
    "quiz_settings": {"multiple_attempts": {"build_on_last_attempt": False}, "result_view_settings": VIEW},
}
ELSEWHERE = {"title", "instructions", "quiz_settings", "filter_ip_address", "filters"}
ELSEWHERE |= {"multiple_attempts", "result_view_settings"}
"""In the header, in parts of the page that are no rows of a form, and the blocks that the forms are made of."""


@pytest.fixture
def opened(qtbot: QtBot, shelf: Shelf) -> Open:
    def open_one(**fields: object) -> SettingsScreen:
        document = Document(Quiz("q", read_fields({"title": "t", **fields})), {})
        screen = SettingsScreen(document, shelf.pictures)
        document.setParent(screen)
        qtbot.addWidget(screen)
        screen.resize(900, 700)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        return screen

    return open_one


def facts(screen: SettingsScreen) -> dict[str, str]:
    rows = {field: row for field, row in screen.rows.items() if isinstance(row, FactRow) and row.isVisibleTo(screen)}
    return {field: row.fact.text() for field, row in rows.items()}


def test_what_canvas_has_set_is_shown_in_words(opened: Open) -> None:
    shown = facts(opened(**TOLD))
    assert {field: text for field, text in shown.items() if field != "display_correct_answer_at"} == {
        "published": "Published: yes",
        "assignment_group_id": "Assignment group: 31",
        "build_on_last_attempt": "Each attempt builds on the last one: no",
    }
    assert "26" in shown["display_correct_answer_at"]


def test_it_says_why_it_cannot_be_changed(opened: Open) -> None:
    row = opened(**TOLD).rows["build_on_last_attempt"]
    assert isinstance(row, FactRow)
    assert "only in its own settings" in row.fact.accessibleDescription()


def test_tab_leads_from_a_setting_to_the_fix_of_its_problem(opened: Open) -> None:
    screen = opened(points_possible=0)
    screen.points.switch.setFocus()
    QTest.keyClick(screen.points.switch, Qt.Key.Key_Tab)
    QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
    button = screen.focusWidget()
    assert isinstance(button, FixButton)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert screen.fields.points_possible is None
    assert not button.isVisible()


def test_a_quiz_that_canvas_has_not_seen_tells_nothing_of_it(opened: Open) -> None:
    assert facts(opened()) == {}


@pytest.mark.parametrize("kind", [NewQuiz, QuizSettings, MultipleAttempts, ResultView])
def test_every_field_of_the_api_has_its_place(opened: Open, kind: type[NewQuiz]) -> None:
    rows = opened().rows
    assert set(kind.model_fields) - ELSEWHERE <= rows.keys()


def test_only_what_canvas_drops_is_shown_without_a_field(opened: Open) -> None:
    still = {field for field, row in opened().rows.items() if isinstance(row, FactRow)}
    assert still == {*READ_ONLY, "published", "assignment_group_id"}


def test_what_canvas_told_last_stands_for_what_the_quiz_was_brought_in_with(opened: Open) -> None:
    screen = opened(**TOLD)
    own = OwnDates(sections=2, students=1)
    told = Assignment(published=False, group_id="32", own_dates=own)
    screen.show_there(There(told, "Exams", 0.0))
    shown = facts(screen)
    assert (shown["published"], shown["assignment_group_id"]) == ("Published: no", "Assignment group: Exams")
    assert screen.own_dates.text() == "2 sections and 1 student have other dates on Canvas."
    assert screen.own_dates.isVisibleTo(screen)
    screen.show_there(None)
    assert not screen.own_dates.isVisibleTo(screen)
    assert facts(screen)["published"] == "Published: yes"


def test_a_group_whose_name_nobody_knows_is_told_by_its_number(opened: Open) -> None:
    screen = opened()
    screen.show_there(There(Assignment(group_id="32"), "", None))
    assert facts(screen)["assignment_group_id"] == "Assignment group: 32"
