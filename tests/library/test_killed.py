"""An edit that was acknowledged is there after the process was killed at any moment (reliability.md, row 17)."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from app.library.library import Library
from tests.support.killed import killed_after

KILLS, LONG_KILLS = 8, 1_000


def killed_while_typing(project: Path, folder: Path, acknowledgements: int) -> tuple[str, int]:
    """The quiz's id and the last edit that the process said was durable, read to its end after the kill."""
    command = [sys.executable, "-m", "tests.support.typist", str(folder)]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True) as typist:
        assert typist.stdout is not None
        quiz_id = typist.stdout.readline().strip()
        for _ in range(acknowledgements):
            typist.stdout.readline()
        typist.kill()
        said = typist.stdout.read().split("\n")[:-1]  # a line without its end was not said
    return quiz_id, max([acknowledgements, *map(int, said)])


@pytest.mark.timeout(1800)  # the large number takes minutes
def test_nothing_acknowledged_is_lost_by_a_kill(project: Path, tmp_path: Path, long: bool) -> None:
    chance = random.Random(17)
    for kill in range(LONG_KILLS if long else KILLS):
        folder = tmp_path / f"library {kill}"
        quiz_id, acknowledged = killed_while_typing(project, folder, chance.randrange(1, 60))
        with Library.open(folder) as library:
            library.check()
            [newest, *_] = library.history(quiz_id)
            assert int(newest.what.split()[-1]) in (acknowledged, acknowledged + 1)
            words = library.open_quiz(quiz_id).quiz.items[0].summary.first_words
            assert words == newest.what
            for sha in [row[0] for row in library.db.execute("SELECT sha FROM media")]:
                library.read_media(sha)


@pytest.mark.timeout(1800)  # the large number takes minutes
def test_a_kill_leaves_each_moved_question_in_exactly_one_quiz(project: Path, tmp_path: Path, long: bool) -> None:
    chance = random.Random(18)
    for kill in range(LONG_KILLS if long else KILLS):
        folder = tmp_path / f"library {kill}"
        command = ["-m", "tests.support.mover", str(folder)]
        environment = {**os.environ, "PYTHONPATH": str(project)}
        said = killed_after(chance.uniform(0, 0.05), command, environment, lines=chance.randrange(1, 40))
        with Library.open(folder) as library:
            library.check()
            found = {key: [item.id for item in library.open_quiz(key).quiz.items] for key in ("leaves", "midterm")}
            assert sorted(found["leaves"] + found["midterm"]) == ["a", "b", "c"]
            moves = len(library.history("leaves")) - 1
            assert moves in (len(said), len(said) + 1)
            assert found["midterm" if moves % 2 else "leaves"] == ["a", "b", "c"]
