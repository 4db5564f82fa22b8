"""A quiz of 100 questions of all types, as a student takes it."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import perf_counter

import pytest
from PIL import Image

from app.library.library import Library
from app.models.quiz import NewQuiz
from app.ui.preview.preview_screen import PreviewScreen
from tests.support.measure.every_type import one_of_each
from tests.support.measure.figure import Figures
from tests.support.measure.opened_quiz import OpenedQuiz, StoredQuiz
from tests.support.measure.painting import Heartbeat, PaintWatch

QUESTIONS = 100
RUNS = 7


@pytest.fixture
def taken(open_quiz: Callable[..., OpenedQuiz], tmp_path: Path) -> OpenedQuiz:
    """A quiz of 100 questions, its questions open."""
    file = BytesIO()
    Image.linear_gradient("L").save(file, "PNG")
    with Library.open(tmp_path) as library:
        picture = library.take_media(file.getvalue(), content_type="image/png", width=256, height=256)
        kinds = one_of_each(picture)
        items = [kinds[number % len(kinds)].with_id(str(number)) for number in range(QUESTIONS)]
        quiz = library.create_quiz(NewQuiz(title="Everything"), items)
    return open_quiz(StoredQuiz(tmp_path, quiz.id))


def preview_of(opened: OpenedQuiz) -> PreviewScreen:
    found = opened.screen.parts.preview
    assert found is not None
    return found


def test_preview_of_100_questions_opens(figures: Figures, taken: OpenedQuiz) -> None:
    watch, heartbeat = PaintWatch(taken.window), Heartbeat()
    tab = watch.first(lambda: taken.screen.turn_to("preview"))
    preview, opened, built = preview_of(taken), [], []
    for _ in range(RUNS):
        preview.show_start()
        heartbeat.wait(50)
        done: list[float] = []
        connection = preview.taking.column.built.connect(lambda done=done: done.append(perf_counter()))
        start = perf_counter()
        opened.append(watch.first(preview.begin))
        heartbeat.longest = 0
        heartbeat.wait_for(lambda done=done: bool(done))  # type: ignore[misc]
        built.append((done[0] - start) * 1000)
        preview.taking.column.built.disconnect(connection)
    assert len(preview.taking.column.cards) == QUESTIONS
    figures.note("The preview's tab for the first time, its code loaded", tab, "ms")
    figures.note_median(f"An attempt at {QUESTIONS} questions is seen", opened, goal=150)
    figures.note_median("Until the last of its questions is there too", built)
    figures.note("Longest pause meanwhile", heartbeat.longest, "ms")


def test_result_of_100_questions(figures: Figures, taken: OpenedQuiz) -> None:
    watch, heartbeat = PaintWatch(taken.window), Heartbeat()
    taken.screen.turn_to("preview")
    preview, shown = preview_of(taken), []
    for _ in range(RUNS):
        preview.show_start()
        heartbeat.wait(50)
        shown.append(watch.first(preview.start.box.right.click))
        preview.result.column.finish()
    figures.note_median(f"The result of {QUESTIONS} questions is seen", shown, goal=150)


def test_trying_a_question(figures: Figures, taken: OpenedQuiz) -> None:
    watch, heartbeat, samples = PaintWatch(taken.window), Heartbeat(), []
    screen = taken.screen
    for item in screen.document.quiz.items[: 2 * RUNS]:
        screen.show_item(item.id)
        heartbeat.wait(30)
        samples.append(watch.milliseconds(screen.try_question))
    figures.note_p95("Try a question, of any type", samples, goal=50)


def test_the_window_while_it_is_guessed(figures: Figures, taken: OpenedQuiz) -> None:
    taken.screen.turn_to("preview")
    preview, heartbeat = preview_of(taken), Heartbeat()
    box = preview.start.box
    heartbeat.wait(100)
    heartbeat.longest = 0
    box.guess.click()
    whole = heartbeat.wait_for(lambda: not box.guesses.is_running)
    figures.note(f"1,000 blind guesses of {QUESTIONS} questions", whole, "ms")
    figures.note("Longest pause of the window meanwhile", heartbeat.longest, "ms")
