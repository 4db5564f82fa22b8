"""A quiz of 1,500 questions out to a file for New Quizzes, and in again."""

import time
from pathlib import Path

import pytest

from app.interchange.moodle.read import read as read_moodle
from app.interchange.moodle.write import write as write_moodle
from app.interchange.qti.read import read
from app.interchange.qti.write import write
from app.interchange.reading_process import ReadingProcess
from app.interchange.source import Source, quietly
from app.interchange.text2qti.read import read as read_text2qti
from app.interchange.text2qti.write import write as write_text2qti
from app.models.quiz import NewQuiz, Quiz
from tests.support.measure.every_type import as_many
from tests.support.measure.figure import Figures
from tests.support.measure.long_quiz import many_items

QUESTIONS = 1_500


def test_1500_questions_out_and_in(figures: Figures) -> None:
    quiz = Quiz("q", NewQuiz(title="Question bank"), many_items(QUESTIONS))
    start = time.perf_counter()
    data = write(quiz, lambda _: b"", quietly).data
    figures.note("Export of 1,500 questions to QTI", (time.perf_counter() - start) * 1000, "ms", goal=2_000)
    start = time.perf_counter()
    [material] = read(Source("quiz.zip", data))
    figures.note("Import of 1,500 questions from QTI", (time.perf_counter() - start) * 1000, "ms", goal=3_000)
    assert len(material.items) == QUESTIONS


def test_1500_questions_of_all_types_to_moodle_and_back(figures: Figures) -> None:
    quiz = Quiz("q", NewQuiz(title="Question bank"), as_many(QUESTIONS))
    start = time.perf_counter()
    made = write_moodle(quiz, lambda _: b"", quietly)
    figures.note("Export of 1,500 questions to Moodle XML", (time.perf_counter() - start) * 1000, "ms", goal=2_000)
    start = time.perf_counter()
    [material] = read_moodle(Source("quiz.xml", made.data))
    figures.note("Import of 1,500 questions from Moodle XML", (time.perf_counter() - start) * 1000, "ms", goal=3_000)
    assert len(material.items) == QUESTIONS - len(made.missing)


def test_1500_questions_to_text2qti_and_back(figures: Figures) -> None:
    quiz = Quiz("q", NewQuiz(title="Question bank"), many_items(QUESTIONS))
    start = time.perf_counter()
    made = write_text2qti(quiz, lambda _: b"", quietly)
    figures.note("Export of 1,500 questions to text2qti", (time.perf_counter() - start) * 1000, "ms", goal=2_000)
    start = time.perf_counter()
    [material] = read_text2qti(Source("quiz.md", made.data))
    figures.note("Import of 1,500 questions from text2qti", (time.perf_counter() - start) * 1000, "ms", goal=3_000)
    assert len(material.items) == QUESTIONS - len(made.missing)


def test_text2qti_itself_beside_ours(figures: Figures) -> None:
    """The same quiz from its plain text to a file for Canvas: by text2qti where it is installed, and here."""
    config, quizzes = pytest.importorskip("text2qti.config"), pytest.importorskip("text2qti.quiz")
    packages = pytest.importorskip("text2qti.qti")
    data = write_text2qti(Quiz("q", NewQuiz(title="Question bank"), many_items(QUESTIONS)), lambda _: b"", quietly).data
    start = time.perf_counter()
    packages.QTI(quizzes.Quiz(data.decode(), config=config.Config(), source_name="quiz.md")).zip_bytes()
    theirs = (time.perf_counter() - start) * 1000
    start = time.perf_counter()
    [material] = read_text2qti(Source("quiz.md", data))
    write(Quiz("q", material.fields, material.items), lambda _: b"", quietly)
    ours = (time.perf_counter() - start) * 1000
    figures.note("Plain text of 1,500 questions to QTI, by text2qti", theirs, "ms")
    figures.note("The same here", ours, "ms", detail=f"{theirs / ours:.1f} times as fast")


def test_1500_questions_in_by_the_process_that_reads_files(figures: Figures, tmp_path: Path) -> None:
    path = tmp_path / "bank.zip"
    path.write_bytes(
        write(Quiz("q", NewQuiz(title="Question bank"), many_items(QUESTIONS)), lambda _: b"", quietly).data
    )
    with ReadingProcess() as reading:
        start = time.perf_counter()
        file = reading.incoming(path, quietly)
        figures.note("Import of 1,500 questions, with the start of its process", _since(start), "ms", goal=3_000)
        path.with_name("one.gift").write_text("How many legs has a spider? {=8 ~6}")
        start = time.perf_counter()
        reading.incoming(path.with_name("one.gift"), quietly)
        figures.note("Import of one question by a process that is there", _since(start), "ms")
    assert len(file.materials[0].items) == QUESTIONS


def _since(start: float) -> float:
    return (time.perf_counter() - start) * 1000
