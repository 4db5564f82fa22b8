"""Questions of all types: from one to any other, and what is wrong with 2,000 of them."""

from collections.abc import Callable
from io import BytesIO
from itertools import permutations
from pathlib import Path
from time import perf_counter

import pytest
from PIL import Image

from app.checks.glance import glance
from app.checks.likeness import Likeness
from app.checks.table import problems
from app.checks.together import together
from app.library.library import Library
from app.models.quiz import NewQuiz
from tests.support.measure.every_type import as_many, one_of_each
from tests.support.measure.figure import Figures
from tests.support.measure.long_quiz import QUESTIONS, many_items
from tests.support.measure.opened_quiz import OpenedQuiz, StoredQuiz
from tests.support.measure.painting import Heartbeat, PaintWatch

PAUSE_MS = 20


@pytest.fixture
def each_type(tmp_path: Path) -> StoredQuiz:
    """A library with a quiz of one question of each type."""
    file = BytesIO()
    Image.linear_gradient("L").save(file, "PNG")
    with Library.open(tmp_path) as library:
        picture = library.take_media(file.getvalue(), content_type="image/png", width=256, height=256)
        quiz = library.create_quiz(NewQuiz(title="One of each"), one_of_each(picture))
    return StoredQuiz(tmp_path, quiz.id)


def test_switch_between_any_two_types(
    figures: Figures, open_quiz: Callable[..., OpenedQuiz], each_type: StoredQuiz
) -> None:
    opened = open_quiz(each_type)
    watch, idle, questions = PaintWatch(opened.window), Heartbeat(), opened.screen.panel.list
    ids = [item.id for item in opened.screen.document.quiz.items]
    first = []
    for one in ids:
        first.append(watch.milliseconds(lambda one=one: questions.select(one)))  # type: ignore[misc]
        idle.wait(PAUSE_MS)
    samples: dict[tuple[str, str], float] = {}
    for before, after in permutations(ids, 2):
        questions.select(before)
        idle.wait(PAUSE_MS)
        samples[before, after] = watch.milliseconds(lambda one=after: questions.select(one))  # type: ignore[misc]
    figures.note_p95(f"Switch between any two of {len(ids)} types", list(samples.values()), goal=16)
    figures.note_p95("A type for the first time, its editor made", first)
    slowest = max(samples, key=lambda pair: samples[pair])
    figures.note(f"Slowest: {slowest[0]} to {slowest[1]}", samples[slowest], "ms")


def test_checks_of_2000_questions(figures: Figures) -> None:
    times = []
    for _ in range(5):
        items = as_many(QUESTIONS)
        start = perf_counter()
        for item in items:
            problems(item)
        times.append((perf_counter() - start) * 1000)
    figures.note_median("Checks of 2,000 questions of all types", times, goal=100)


def test_the_window_while_2000_questions_are_checked(figures: Figures, opened: OpenedQuiz) -> None:
    document, heartbeat = opened.screen.document, Heartbeat()
    told: list[str] = []
    document.bring_in(document.quiz.with_items(as_many(QUESTIONS)), "Bring in")
    document.problems_changed.connect(told.append)
    opened.autosave.finish()
    heartbeat.wait(200)
    document.finish_checks()
    told.clear()
    changed = [item.with_points(3) for item in document.quiz.items]
    start = perf_counter()
    document.bring_in(document.quiz.with_items(changed), "Bring in")
    shown = (perf_counter() - start) * 1000
    heartbeat.longest = 0
    whole = heartbeat.wait_for(lambda: len(told) == 2)
    figures.note("Longest pause while 2,000 questions are checked", heartbeat.longest, "ms", goal=8)
    figures.note("Until all their problems are known", whole, "ms")
    figures.note("To show 2,000 changed questions, before that", shown, "ms")


def test_comparing_2000_questions_with_each_other(figures: Figures) -> None:
    first, again = [], []
    for seed in range(5):
        items = many_items(QUESTIONS, seed=seed)
        for item in items:
            assert item.document
        start = perf_counter()
        seen = [glance(item) for item in items]
        together(seen)
        looked = perf_counter()
        likeness = Likeness()
        for item, one in zip(items, seen, strict=True):
            assert one.wording is not None
            likeness.find(item.id, one.wording)
        again.append((perf_counter() - looked) * 1000)
        first.append((looked - start) * 1000)
    figures.note_median("2,000 questions looked at for the checks of the whole quiz, once", first)
    figures.note_median("Found which of 2,000 questions are like another, after a pause", again)


def test_the_window_while_2000_questions_are_compared(figures: Figures, opened: OpenedQuiz) -> None:
    document, heartbeat = opened.screen.document, Heartbeat()
    document.bring_in(document.quiz.with_items(many_items(QUESTIONS)), "Bring in")
    document.finish_checks()
    document.compare()
    opened.autosave.finish()
    told: list[str] = []
    document.problems_changed.connect(told.append)
    document.insert_items([item.with_id(f"copy {item.id}") for item in document.quiz.items[:3]], 0, "Duplicate")
    opened.autosave.finish()
    heartbeat.wait(100)
    heartbeat.longest = 0
    heartbeat.wait_for(lambda: len(told) == 2)
    figures.note("Longest pause while 2,000 questions are compared", heartbeat.longest, "ms", goal=8)
