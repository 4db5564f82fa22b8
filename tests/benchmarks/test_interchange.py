"""A quiz of 1,500 questions out to a file for New Quizzes, and in again."""

import time

from app.interchange.qti.read import read
from app.interchange.qti.write import write
from app.interchange.source import Source, quietly
from app.models.quiz import NewQuiz, Quiz
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
