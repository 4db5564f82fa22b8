"""`quizwright sync` is killed at any moment: the next one puts everything on Canvas once, nothing here is lost."""

import os
import random
import subprocess
import sys
from pathlib import Path

from app.library.library import Library
from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz, Quiz
from app.sandbox.server import SandboxServer
from tests.support.killed import killed_after

KILLS = 25
KILLS_LONG = 500
START_SECONDS = (0.2, 1.1)
"""When a kill comes: from before the first request to after the last one of a small sync."""


def command(folder: Path, server: SandboxServer, quiz_id: str) -> list[str]:
    place = ["--library", str(folder), "--canvas", server.url]
    return ["-m", "app", *place, "sync", quiz_id, "--course", server.course_id, "--json"]


def question(rng: random.Random, title: str) -> Item:
    if rng.random() < 0.5:
        return Item.of(TrueFalseQuestion.new().replaced(title=title, item_body="<p>So?</p>").with_right(True))
    new = ChoiceQuestion.new()
    choices = tuple(choice.replaced(item_body=f"<p>{n}</p>") for n, choice in enumerate(new.choices))
    return Item.of(new.replaced(title=title, item_body="<p>Which?</p>").with_choices(choices).with_right(choices[0].id))


def edited(rng: random.Random, quiz: Quiz, number: int) -> Quiz:
    items = list(quiz.items)
    for _ in range(rng.randint(1, 3)):
        items.insert(rng.randint(0, len(items)), question(rng, f"new {number} {rng.random()}"))
    place = rng.randrange(len(items))
    items[place] = items[place].with_points(rng.randint(2, 9))
    if len(items) > 4:
        items.pop(rng.randrange(len(items)))
    items.insert(rng.randrange(len(items)), items.pop(rng.randrange(len(items))))
    return quiz.with_items(items)


def test_a_killed_sync_loses_and_doubles_nothing(tmp_path: Path, long: bool) -> None:
    rng, folder = random.Random(11), tmp_path / "library"
    with SandboxServer(latency_ms=8) as server:
        environment = {**os.environ, "QUIZWRIGHT_TOKEN": server.token}
        with Library.open(folder) as library:
            quiz = library.create_quiz(NewQuiz(title="Killed"), [question(rng, f"first {n}") for n in range(4)])
        for number in range(KILLS_LONG if long else KILLS):
            killed_after(rng.uniform(*START_SECONDS), command(folder, server, quiz.id), environment)
            with Library.open(folder) as library:
                kept = library.open_quiz(quiz.id).quiz
                assert [item.document for item in kept.items] == [item.document for item in quiz.items]
                quiz = edited(rng, kept, number)
                library.save(quiz, before=kept, what="Edit", problem_counts={})
        # On a slow machine most are killed before they send anything, and many deletions wait until the end.
        words = [sys.executable, *command(folder, server, quiz.id), "--confirm-deletions"]
        finished = subprocess.run(words, env=environment, capture_output=True, check=False)
        assert finished.returncode == 0, finished.stdout + finished.stderr
        there = [found for found in server.core.quizzes(server.course_id) if found["title"] == "Killed"]
        assert len(there) == 1
        rows = server.core.items(server.course_id, str(there[0]["id"]))
        assert [(row["entry"]["title"], row["points_possible"]) for row in rows] == [
            (item.summary.title, item.points) for item in quiz.items
        ]
