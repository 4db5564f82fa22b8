"""The app is killed while the person types: what was called saved is there, and the library is sound."""

import os
import random
from pathlib import Path

from app.library.library import Library
from app.models.quiz import NewQuiz
from tests.support.killed import killed_after

KILLS = 25
KILLS_LONG = 500


def test_what_was_called_saved_survives_a_kill(tmp_path: Path, long: bool) -> None:
    rng, acknowledged = random.Random(2), 0
    with Library.open(tmp_path) as library:
        quiz_id = library.create_quiz(NewQuiz(title="0")).id
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for _ in range(KILLS_LONG if long else KILLS):
        program = ["-m", "tests.support.typing_app", str(tmp_path), quiz_id, str(acknowledged)]
        said = killed_after(rng.uniform(0, 0.05), program, environment, lines=rng.randint(1, 4))
        acknowledged = max([acknowledged, *map(int, said)])
        with Library.open(tmp_path) as library:
            library.check()
            quiz = library.open_quiz(quiz_id).quiz
        titles = [item.summary.title for item in quiz.items]
        assert int(quiz.title) >= acknowledged
        assert titles == [str(n) for n in range(1, int(quiz.title) + 1)]
        acknowledged = int(quiz.title)
