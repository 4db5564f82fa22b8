"""The list is there before any model is loaded, and a large quiz opens without reading a question."""

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from app.library.library import Library
from app.models.item import Item
from app.models.quiz import NewQuiz
from tests.support.clock import Clock
from tests.support.quiz import choice

LIST = """
import sys
from pathlib import Path
from app.library.library import Library
from app.library.sought import Sought
with Library.open(Path(sys.argv[1])) as library:
    rows = library.quizzes()
    assert [row.title for row in rows] == ["Large"], rows
    assert library.search(Sought("question")).hits
    assert library.accounts() == library.courses() == []
print(*sorted({"pydantic", "httpx", "keyring", "PIL", "PySide6", "app.models.quiz"} & set(sys.modules)))
"""


@pytest.fixture
def large(folder: Path, clock: Clock) -> str:
    """The id of a quiz of 2,000 questions, in a library that is closed."""
    with Library.open(folder, clock=clock) as library:
        items = [Item.of(choice(f"Question {n}?", "yes", "no"), id=f"i{n}") for n in range(2_000)]
        return library.create_quiz(NewQuiz(title="Large"), items).id


def test_the_list_and_the_search_load_no_model(project: Path, folder: Path, large: str) -> None:
    command = [sys.executable, "-c", LIST, str(folder)]
    told = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    assert (told.stderr, told.stdout.strip()) == ("", "")


def test_2000_questions_open_without_one_being_read(folder: Path, large: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[object] = []

    def counted(document: bytes) -> Mapping[str, Any]:
        read.append(document)
        raise AssertionError("an item was read")

    monkeypatch.setattr("app.models.item.json.loads", counted)
    with Library.open(folder) as library:
        opened = library.open_quiz(large)
        titles = [item.summary.first_words for item in opened.quiz.items]
    assert titles[::999] == ["Question 0?", "Question 999?", "Question 1998?"]
    assert opened.quiz.points == 2_000
    assert read == []


def test_an_edit_of_a_large_quiz_writes_that_question_alone(folder: Path, large: str) -> None:
    with Library.open(folder) as library:
        quiz = library.open_quiz(large).quiz
        total = library.db.total_changes()
        after = quiz.with_item(Item.of(choice("Another?", "yes"), id="i1000"))
        library.save(after, before=quiz, what="Question text", problem_counts={})
        assert library.db.total_changes() - total < 30
