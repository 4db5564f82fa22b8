"""Searching 20,000 questions: the query, the way to the list, and how smooth typing stays meanwhile."""

from collections.abc import Iterator
from time import perf_counter

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.library.library import Library
from app.library.row import State
from app.library.sought import Sought
from app.models.item import Item
from app.models.local import Local
from app.models.quiz import NewQuiz
from tests.support.measure.figure import Figures
from tests.support.measure.long_quiz import many_items
from tests.support.measure.opened_quiz import OpenedQuiz, StoredQuiz
from tests.support.measure.painting import Heartbeat

QUIZZES, QUESTIONS = 800, 25
GOAL_MS = 50
SMOOTH_MS = 16
TIMES = 15
PAUSE_MS = 60
"""Between two keys of a writer."""

ASKED = {
    "a word that 12,000 have": Sought("the"),
    "the first letter of nearly all": Sought("t"),
    "two words": Sought("leaf mito"),
    "four words": Sought("blood lungs heart atrium"),
    "a word and a type": Sought("the", types=frozenset({"essay"})),
    "a word, points, problems, state and tag": Sought(
        "the",
        points_from=1,
        points_to=2,
        has_problems=False,
        states=frozenset({State.LOCAL}),
        tags=frozenset({"exam"}),
    ),
    "a type alone": Sought(types=frozenset({"choice"})),
    "a tag alone": Sought(tags=frozenset({"exam"})),
    "a state alone": Sought(states=frozenset({State.LOCAL})),
    "what nobody wrote": Sought("xylophone"),
}


@pytest.fixture(scope="session")
def many_quizzes(tmp_path_factory: pytest.TempPathFactory) -> StoredQuiz:
    """A library of 800 quizzes with 25 questions each, each fifth of them tagged."""
    folder = tmp_path_factory.mktemp("many-quizzes")
    with Library.open(folder) as library:
        for number in range(QUIZZES):
            items = [_tagged(item, place) for place, item in enumerate(many_items(QUESTIONS, seed=number))]
            quiz = library.create_quiz(NewQuiz(title=f"Unit {number + 1}: quiz"), items)
    return StoredQuiz(folder, quiz.id)


def _tagged(item: Item, place: int) -> Item:
    return item if place % 5 else item.with_local(Local(tags=("exam", f"week {place}")))


@pytest.fixture
def reader(many_quizzes: StoredQuiz) -> Iterator[Library]:
    with Library.open(many_quizzes.folder, writing=False) as library:
        yield library


def test_search_over_20000_questions(figures: Figures, reader: Library) -> None:
    for what, sought in ASKED.items():
        times = []
        for _ in range(TIMES):
            start = perf_counter()
            found = reader.search(sought)
            times.append((perf_counter() - start) * 1000)
        figures.note_p95(f"Search 20,000 questions for {what} ({found.questions} found)", times, goal=GOAL_MS)


def test_typing_in_the_search_stays_smooth(figures: Figures, many_quizzes: StoredQuiz, qtbot: QtBot) -> None:
    opened = OpenedQuiz(many_quizzes)
    opened.window.show()
    library, heartbeat = opened.window.library, Heartbeat()
    QTest.keyClicks(library.bar.search, "x")  # what is loaded for the first search
    heartbeat.wait_for(lambda: not library.search.is_waiting)
    library.bar.search.clear()
    pauses, keys, answers = [], [], []
    for letter in "the leaf makes sugar from water":
        start = perf_counter()
        QTest.keyClicks(library.bar.search, letter)
        keys.append((perf_counter() - start) * 1000)
        heartbeat.longest = 0
        answers.append(heartbeat.wait_for(lambda: not library.search.is_waiting))
        heartbeat.wait(PAUSE_MS)
        pauses.append(heartbeat.longest)
    assert library.search.found.list.rows.hits
    opened.close()
    figures.note_p95("Key press in the search of 20,000 questions", keys, goal=SMOOTH_MS)
    figures.note_p95("From the key until the list has the answer", answers, goal=100)
    figures.note_p95("Longest pause of the window meanwhile", pauses, goal=SMOOTH_MS)
