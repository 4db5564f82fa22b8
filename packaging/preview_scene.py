"""The scenes of a quiz that is taken as a student would: every type, the result, and one question that is tried."""

from collections.abc import Awaitable, Callable
from random import Random

from collection import SAMPLE
from editor_exhibit import NAMES
from editor_scene import FINISHED
from stage import Stage, settle, until

from app.grading.sure import right_answer, wrong_answer
from app.models.quiz import NewQuiz
from app.models.settings import QuizSettings
from app.session.edit import Edit
from app.ui.preview.hot_spot import HotSpotView
from app.ui.preview.preview_screen import PreviewScreen
from app.ui.quiz.quiz_screen import QuizScreen

_DRAWN = 12
"""Rounds after which pictures and equations are there."""
_RULES = {
    "one_at_a_time_type": "question",
    "allow_backtracking": True,
    "has_time_limit": True,
    "session_time_limit_in_seconds": 1800,
    "shuffle_answers": True,
    "calculator_type": "basic",
    "multiple_attempts": {"multiple_attempts_enabled": True, "attempt_limit": True, "max_attempts": 2},
    "result_view_settings": {
        "result_view_restricted": True,
        "display_points_awarded": True,
        "display_points_possible": True,
        "display_items": True,
        "display_item_response": True,
        "display_item_response_correctness": True,
    },
}

Play = Callable[[Stage], Awaitable[None]]


async def start(stage: Stage) -> None:
    """What is told before an attempt, in a quiz that sets much."""
    await _open(stage, "Hamlet, act 3", _RULES)


async def guessed(stage: Stage) -> None:
    """What guessing earns."""
    preview = await _open(stage, FINISHED)
    box = preview.start.box
    box.guess.click()
    await until(lambda: not box.guesses.is_running, "a thousand guesses")


async def taking(stage: Stage) -> None:
    """All on a page, nothing answered yet."""
    preview = await _open(stage, SAMPLE)
    preview.begin()
    await settle(_DRAWN)


async def one_at_a_time(stage: Stage) -> None:
    """The second question of a quiz with a clock, its calculator open."""
    preview = await _open(stage, "Hamlet, act 3", _RULES)
    preview.begin()
    preview.taking.next.click()
    item = preview.taking.column.cards
    card = preview.taking.card(next(iter(item)))
    assert card.calculator_button is not None
    card.calculator_button.click()
    assert card.calculator is not None
    card.calculator.line.setText("7*(12+5)")


def answered(name: str) -> Play:
    """A question of one type, answered right."""

    async def play(stage: Stage) -> None:
        page = stage.open(FINISHED, NAMES.index(name) + 1)
        await _try(page, right=True)

    return play


def marked(name: str) -> Play:
    """A question of one type, answered wrong, with its mark and why."""

    async def play(stage: Stage) -> None:
        page = stage.open(FINISHED, NAMES.index(name) + 1)
        await _try(page, right=False)
        page.trying.pane.check.click()
        await settle(_DRAWN)

    return play


async def tried(stage: Stage) -> None:
    """A hot spot with one of two clicks."""
    page = stage.open(SAMPLE, 3)
    await _try(page, right=True)
    view = page.trying.pane.card.view
    assert isinstance(view, HotSpotView)
    await until(lambda: view.canvas.is_drawn, "the picture")
    view.back.click()


async def tried_and_marked(stage: Stage) -> None:
    """The same with its regions and its mark."""
    await tried(stage)
    pane = stage.quiz.trying.pane
    pane.check.click()
    view = pane.card.view
    assert isinstance(view, HotSpotView)
    await until(lambda: view.canvas.is_drawn, "the picture")
    await settle(_DRAWN)


async def result(stage: Stage) -> None:
    """What students see who answered everything right."""
    preview = await _open(stage, SAMPLE)
    preview.start.box.right.click()
    await settle(_DRAWN)


async def result_explained(stage: Stage) -> None:
    """The same with everything, after wrong answers."""
    preview = await _open(stage, SAMPLE)
    preview.start.box.wrong.click()
    preview.result.everything.setChecked(False)
    preview.result.everything.click()
    await settle(_DRAWN)


async def result_restricted(stage: Stage) -> None:
    """What students see where the settings hide the right answers."""
    preview = await _open(stage, "Hamlet, act 3", _RULES)
    preview.begin()
    preview.taking.submitted.emit(True)
    await settle(_DRAWN)


async def compared(stage: Stage) -> None:
    """Two attempts side by side."""
    preview = await _open(stage, FINISHED)
    kept = preview.tryouts
    assert kept is not None
    already = len(kept.all())
    for number, answers in enumerate((right_answer, None), start=1):
        preview.begin()
        preview.taking.column.finish()
        for item_id in preview.taking.column.cards:
            card = preview.taking.card(item_id)
            assert card.view is not None
            deal = card.view.dealt
            given = answers(card.item, deal) if answers else wrong_answer(card.item, deal, Random(1))
            card.view.fill(given)
            card.view.answered.emit()
        stage.clock.now += 60 * number
        preview.taking.submit.click()
        await until(lambda number=number: len(kept.all()) == already + number, "a kept attempt")  # type: ignore[misc]
    preview.show_start()
    preview.start.box.tryouts.click()
    preview.earlier.list.item(1).setSelected(True)


async def _open(stage: Stage, title: str, rules: dict[str, object] | None = None) -> PreviewScreen:
    page = stage.open(title)
    fields = page.document.quiz.fields
    settings = QuizSettings.model_validate(rules) if rules is not None else fields.quiz_settings
    if settings != fields.quiz_settings:
        changed = NewQuiz.model_validate({**fields.wire(), "quiz_settings": settings})
        page.document.edit_fields(changed, Edit("Settings"))
    page.turn_to("preview")
    assert page.parts.preview is not None
    page.parts.preview.show_start()
    page.parts.preview.result.everything.setChecked(False)
    await settle()
    return page.parts.preview


async def _try(page: QuizScreen, *, right: bool) -> None:
    if page.trying.is_open:
        page.trying.close()
    page.try_question()
    await settle()
    card = page.trying.pane.card
    assert card.view is not None
    item, dealt = card.item, card.view.dealt
    card.view.fill(right_answer(item, dealt) if right else wrong_answer(item, dealt, page.trying.pane.random))
    await settle(_DRAWN)
