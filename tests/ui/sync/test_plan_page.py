"""The letter above the rows of a plan follows what is ticked, and warns before anything is sent."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.library.assignment import OwnDates
from app.message import message
from app.models.item import Item
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz, Quiz
from app.sync.step import (
    BringItem,
    BringUnits,
    CreateItem,
    DeleteItem,
    Facts,
    Plan,
    UpdateItem,
    UpdateQuiz,
    Upload,
    Way,
)
from app.ui.sync.plan_page import PlanPage
from app.ui.sync.sync_page import SyncPage
from app.ui.theme import Gap

ITEMS = tuple(Item.of(TrueFalseQuestion.new(), id=item_id) for item_id in ("new", "mine"))
QUIZ = Quiz("q", NewQuiz(title="Leaves"), ITEMS)
PLAN = Plan(
    creates=(CreateItem("new"),),
    uploads=(Upload("new", "media:x", 3_200_000),),
    updates=(UpdateItem("mine", "c-mine", frozenset({"item_body"})),),
    brings=(BringUnits("mine", {}, frozenset({"points"})), BringItem("minted", {"id": "77", "entry": {}})),
)


@pytest.fixture
def page(qtbot: QtBot) -> PlanPage:
    page = PlanPage()
    qtbot.addWidget(page)
    return page


def test_all_is_told_while_all_is_ticked(page: PlanPage) -> None:
    page.show_plan(PLAN, QUIZ)
    assert page.letter.text() == (
        "To Canvas: 1 new question, 1 changed question, 1 picture (3.2 MB).\n"
        "From Canvas: 1 new question, 1 question changed by somebody."
    )
    assert page.does_anything


def test_the_letter_follows_the_ticks(page: PlanPage, qtbot: QtBot) -> None:
    left = frozenset({(Way.TO_CANVAS, "new"), (Way.FROM_CANVAS, "77")})
    page.show_plan(PLAN, QUIZ, left)
    assert page.letter.text() == "To Canvas: 1 changed question.\nFrom Canvas: 1 question changed by somebody."
    assert page.selection.left == left
    for place in (1, 2):
        page.table.setCurrentCell(place, 0)
        with qtbot.waitSignal(page.changed):
            QTest.keyClick(page.table, Qt.Key.Key_Space)
    assert not page.does_anything
    assert page.letter.text() == "Nothing is ticked."


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (Facts(), ""),
        (Facts(published=True), "The quiz is published: students see at once what you send."),
        (Facts(fixed=2), "2 stimuli and banks can only be changed on Canvas."),
        (
            Facts(own_dates=OwnDates(others=1)),
            "Some students have other dates on Canvas. The dates that you send do not change those.",
        ),
        (
            Facts(own_dates=OwnDates(sections=2, students=1)),
            "2 sections and 1 student have other dates on Canvas. The dates that you send do not change those.",
        ),
    ],
)
def test_what_the_person_should_know_is_said_before(page: PlanPage, facts: Facts, said: str) -> None:
    page.show_plan(Plan(quiz=UpdateQuiz(frozenset({"due_at"})), facts=facts), QUIZ)
    assert page.warnings.said == ((said,) if said else ())
    assert page.warnings.isVisibleTo(page) == bool(said)


def test_nothing_is_warned_of_where_nothing_is_done(page: PlanPage) -> None:
    page.show_plan(Plan(facts=Facts(published=True, fixed=3)), QUIZ)
    assert page.warnings.said == ()


def test_many_deletions_are_done_only_when_they_are_confirmed(page: PlanPage) -> None:
    brake = message("{count} of {rows} questions would be deleted on Canvas.", count=4, rows=5)
    raw = {"id": "c", "entry": {}}
    page.show_plan(Plan(deletes=(DeleteItem("gone", "c", raw),), brake=brake), QUIZ)
    assert not page.does_anything
    assert page.warnings.said == (
        "4 of 5 questions would be deleted on Canvas. That is done only where you confirm it below.",
    )
    assert page.confirm.text() == "Delete this question on Canvas"
    page.confirm.click()
    assert page.selection.brake_released
    assert page.does_anything


def test_what_is_confirmed_follows_the_ticks(page: PlanPage) -> None:
    brake = message("{count} of {rows} questions would be deleted on Canvas.", count=4, rows=5)
    deletes = tuple(DeleteItem(f"gone {n}", f"c{n}", {"id": f"c{n}", "entry": {}}) for n in range(4))
    page.show_plan(Plan(deletes=deletes, brake=brake), QUIZ)
    assert page.confirm.text() == "Delete these 4 questions on Canvas"
    untick(page, 0)
    assert page.confirm.text() == "Delete these 3 questions on Canvas"
    for place in (1, 2, 3):
        untick(page, place)
    assert page.confirm.isHidden()
    assert page.warnings.said == ()


def untick(page: PlanPage, place: int) -> None:
    page.table.setCurrentCell(place, 0)
    QTest.keyClick(page.table, Qt.Key.Key_Space)


@pytest.mark.parametrize("width", [852, 1200])
def test_the_buttons_follow_right_below_the_last_row(qtbot: QtBot, width: int) -> None:
    page = SyncPage()
    qtbot.addWidget(page)
    page.resize(width, 700)
    page.show()
    page.plan.show_plan(PLAN, QUIZ)
    page.show_only(page.plan, page.start, page.again)
    qtbot.waitUntil(lambda: page.start.isVisible() and page.table.isVisible() and page.table.height() > 0)
    qtbot.waitUntil(lambda: 0 <= distance(page) <= Gap.MEDIUM + 1)


def distance(page: SyncPage) -> int:
    bottom = page.table.mapTo(page, page.table.rect().bottomLeft()).y()
    return page.start.mapTo(page, page.start.rect().topLeft()).y() - bottom
