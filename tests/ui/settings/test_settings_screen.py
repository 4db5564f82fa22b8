"""Every setting of a quiz, by real events."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from app.library.assignment import Assignment
from app.library.row import There
from app.models.quiz import NewQuiz, Quiz
from app.models.settings import MultipleAttempts, QuizSettings, ResultView
from app.session.document import Document
from app.ui.settings.rows import ChoiceRow, DateRow, DurationRow, NumberRow, SwitchRow, TextRow
from app.ui.settings.settings_screen import SettingsScreen
from tests.support.shelf import Shelf

Open = Callable[..., SettingsScreen]


@pytest.fixture
def opened(qtbot: QtBot, shelf: Shelf) -> Open:
    def open_one(**fields: object) -> SettingsScreen:
        document = Document(Quiz("q", NewQuiz(title="t").replaced(**fields)), {})
        screen = SettingsScreen(document, shelf.pictures)
        screen.setProperty("document", document)
        qtbot.addWidget(screen)
        screen.resize(900, 700)
        with qtbot.waitExposed(screen):
            screen.show()
        return screen

    return open_one


def switch(screen: SettingsScreen, form: str, field: str) -> QAbstractButton:
    row = getattr(screen, form).rows[field]
    assert isinstance(row, SwitchRow)
    return row.switch


def attempts(screen: SettingsScreen) -> MultipleAttempts:
    return screen.settings.multiple_attempts or MultipleAttempts()


def results(screen: SettingsScreen) -> ResultView:
    return screen.settings.result_view_settings or ResultView()


def test_tags_of_the_quiz_are_steps_of_its_undo(opened: Open) -> None:
    screen = opened()
    document: Document = screen.property("document")
    QTest.keyClicks(screen.tags.line, "botany,exam,")
    assert document.quiz.local.tags == screen.tags.tags == ("botany", "exam")
    document.undo_stack.undo()
    assert document.quiz.local.tags == screen.tags.tags
    assert len(screen.tags.tags) == 1
    QTest.keyClick(screen.tags.line, Qt.Key.Key_Backspace)
    assert document.quiz.local.tags is None


@pytest.mark.parametrize("field", ["shuffle_questions", "shuffle_answers", "has_time_limit"])
def test_a_switch_sets_its_field(opened: Open, field: str) -> None:
    screen = opened()
    switch(screen, "taking", field).click()
    assert getattr(screen.settings, field) is True


def test_a_field_that_does_not_count_is_off_and_keeps_its_value(opened: Open) -> None:
    screen = opened(quiz_settings=QuizSettings(has_time_limit=True, session_time_limit_in_seconds=3600))
    row = screen.taking.rows["session_time_limit_in_seconds"]
    assert row.isEnabled()
    switch(screen, "taking", "has_time_limit").click()
    assert not row.isEnabled()
    assert (screen.settings.has_time_limit, screen.settings.session_time_limit_in_seconds) == (False, 3600)


def test_a_time_limit_is_typed_in_hours_and_minutes(opened: Open) -> None:
    screen = opened(quiz_settings=QuizSettings(has_time_limit=True))
    row = screen.taking.rows["session_time_limit_in_seconds"]
    assert isinstance(row, DurationRow)
    QTest.keyClicks(row.parts[1], "1")
    row.parts[2].selectAll()
    QTest.keyClicks(row.parts[2], "30")
    assert screen.settings.session_time_limit_in_seconds == 5400


def test_a_date_is_switched_on_changed_and_taken_away(opened: Open) -> None:
    screen = opened()
    row = screen.dates.rows["due_at"]
    assert isinstance(row, DateRow)
    row.switch.click()
    assert screen.fields.due_at is not None
    row.moment.setDateTime(QDateTime(QDate(2027, 3, 1), QTime(8, 30), QTimeZone.utc()))
    assert screen.fields.due_at == "2027-03-01T08:30:00Z"
    row.switch.click()
    assert screen.fields.due_at is None


def test_a_date_with_an_offset_is_shown_and_not_rewritten(opened: Open) -> None:
    screen = opened(due_at="2027-03-01T08:30:00+02:00")
    row = screen.dates.rows["due_at"]
    assert isinstance(row, DateRow)
    assert row.moment.dateTime().toUTC().time() == QTime(6, 30)
    switch(screen, "taking", "shuffle_questions").click()
    assert screen.fields.due_at == "2027-03-01T08:30:00+02:00"


def test_dates_are_edited_on_the_clock_of_the_course_which_is_named_beside(opened: Open) -> None:
    screen = opened(due_at="2026-10-31T03:59:00Z")
    row = screen.dates.rows["due_at"]
    assert isinstance(row, DateRow)
    screen.show_there(There(Assignment(), "", None, "America/New_York"))
    shown = row.moment.dateTime()
    assert (shown.date(), shown.time()) == (QDate(2026, 10, 30), QTime(23, 59))
    assert [label.text() for label in row.findChildren(QLabel) if label.text() == "America/New_York"]
    assert screen.fields.due_at == "2026-10-31T03:59:00Z"
    row.moment.setDateTime(QDateTime(QDate(2026, 11, 6), QTime(23, 59), QTimeZone(b"America/New_York")))
    assert screen.fields.due_at == "2026-11-07T04:59:00Z"  # the clocks went back between
    screen.show_there(None)
    assert row.moment.dateTime().toUTC().time() == QTime(4, 59)


def test_the_access_code_is_typed(opened: Open) -> None:
    screen = opened(quiz_settings=QuizSettings(require_student_access_code=True))
    row = screen.access.rows["student_access_code"]
    assert isinstance(row, TextRow)
    QTest.keyClicks(row.line, "heart")
    assert screen.settings.student_access_code == "heart"


def test_attempts_are_limited(opened: Open) -> None:
    screen = opened()
    switch(screen, "attempts", "multiple_attempts_enabled").click()
    switch(screen, "attempts", "attempt_limit").click()
    row = screen.attempts.rows["max_attempts"]
    assert isinstance(row, NumberRow)
    QTest.keyClicks(row.number, "3")
    assert (attempts(screen).attempt_limit, attempts(screen).max_attempts) == (True, 3)


def test_which_score_counts_is_picked(opened: Open) -> None:
    screen = opened(quiz_settings=QuizSettings(multiple_attempts=MultipleAttempts(multiple_attempts_enabled=True)))
    row = screen.attempts.rows["score_to_keep"]
    assert isinstance(row, ChoiceRow)
    row.box.setCurrentIndex(3)
    row.box.activated.emit(3)
    assert attempts(screen).score_to_keep == "average"


def test_results_hang_on_each_other(opened: Open) -> None:
    screen = opened()
    rows = screen.results.rows
    assert not rows["display_items"].isEnabled()
    for field in ("result_view_restricted", "display_items", "display_item_response"):
        switch(screen, "results", field).click()
    assert rows["display_item_response_correctness"].isEnabled()
    assert not rows["display_item_correct_answer"].isEnabled()
    assert results(screen).display_item_response is True


def test_points_follow_the_questions_until_set_by_hand(opened: Open) -> None:
    screen = opened()
    screen.points.switch.click()
    screen.points.points.selectAll()
    QTest.keyClicks(screen.points.points, "12,5")
    assert screen.fields.points_possible == 12.5
    screen.points.switch.click()
    assert screen.fields.points_possible is None


def test_ranges_of_addresses_are_typed_and_judged(opened: Open) -> None:
    screen = opened()
    screen.ranges.switch.click()
    screen.ranges.rows.add_button.click()
    first = screen.ranges.rows.rows[0]
    for line, text in zip(first.lines, ("10.0.0.9", "10.0.0.1"), strict=True):
        QTest.keyClicks(line, text)
    filters = screen.settings.filters
    assert filters is not None
    assert filters.wire() == {"ips": [["10.0.0.9", "10.0.0.1"]]}  # type: ignore[union-attr]
    assert "cannot be read" in first.problem_texts[0]


def test_instructions_are_typed_and_undone(opened: Open) -> None:
    screen = opened()
    QTest.keyClicks(screen.instructions.edit, "Read.")
    assert screen.fields.instructions == "<p>Read.</p>"
    document = screen.property("document")
    document.undo_stack.undo()
    assert not screen.fields.instructions
    assert screen.instructions.edit.texts() == [""]


@pytest.mark.parametrize(
    "field", ["points_possible", "lock_at", "has_time_limit", "session_time_limit_in_seconds", "result_view_restricted"]
)
def test_the_cursor_goes_to_a_field_and_the_page_along(opened: Open, field: str) -> None:
    screen = opened(quiz_settings=QuizSettings(has_time_limit=True))
    screen.focus_field(field)
    focus = screen.focusWidget()
    assert focus is not None
    assert any(row is focus.parentWidget() for row in (screen.points, *screen.rows.values()))
    assert screen.rect().contains(focus.mapTo(screen, focus.rect().center()))


def test_the_cursor_goes_to_the_range_that_is_wrong(opened: Open) -> None:
    ranges = [["10.0.0.1", "10.0.0.2"], ["x", ""]]
    screen = opened(quiz_settings=QuizSettings.model_validate({"filter_ip_address": True, "filters": {"ips": ranges}}))
    screen.focus_field("filters/1")
    assert screen.focusWidget() is screen.ranges.rows.rows[1].lines[0]


def test_every_control_has_a_name(opened: Open) -> None:
    screen = opened(quiz_settings=QuizSettings(filter_ip_address=True))
    controls = [one for kind in (QAbstractButton, QComboBox, QLineEdit) for one in screen.findChildren(kind)]
    tabbed = [one for one in controls if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible()]
    assert [one for one in tabbed if not one.accessibleName() and not getattr(one, "text", str)()] == []
    assert len(tabbed) > 20
