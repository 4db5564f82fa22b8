"""The answer to a create is lost, and before the next look somebody has changed what it made."""

import asyncio
from pathlib import Path
from random import Random

import pytest

from tests.sync.histories.watched import COURSE
from tests.sync.histories.world import World

LOST = "reset-after-commit"


@pytest.mark.parametrize("ours", [None, "<p>Take your time.</p>"])
def test_instructions_that_somebody_wrote_before_a_new_quiz_was_found_come_in(tmp_path: Path, ours: str | None) -> None:
    with asyncio.Runner() as runner:
        history = World(tmp_path / "library", Random(1), runner)
        before = history.quiz
        fields = before.fields.replaced(instructions=ours)
        history.library.save(before.with_fields(fields), before=before, what="Edit", problem_counts={})
        history.core.set_fault(LOST, 1)

        def written_meanwhile() -> None:
            if history.core.ours:
                history.core.set_fault(LOST, 0)
                history.core.edit_quiz(COURSE, history.core.ours[0], {"instructions": "<p>Read well.</p>"})

        history.core.rival = written_meanwhile
        history.sync()
        assert len(history.core.ours) == 1
        assert history.quiz.fields.instructions == "<p>Read well.</p>"
        history.close()


def test_a_text_of_a_new_question_that_was_changed_before_it_was_found_comes_in(tmp_path: Path) -> None:
    with asyncio.Runner() as runner:
        history = World(tmp_path / "library", Random(4), runner)
        history.sync()
        history.edit_here()
        history.core.set_fault(LOST, 1)

        def written_meanwhile() -> None:
            quiz = history.core.ours[0]
            for row in history.core.items(COURSE, quiz):
                history.core.set_fault(LOST, 0)
                change = {"entry": {"feedback": {"neutral": "<p>Theirs</p>"}}}
                history.core.edit_item(COURSE, quiz, row["id"], change)

        history.core.rival = written_meanwhile
        history.sync()
        (item,) = history.quiz.items
        assert item.entry.wire()["feedback"]["neutral"] == "<p>Theirs</p>"
        history.close()
