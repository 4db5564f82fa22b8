"""Marks of a whole class: 300 responses to a quiz of 100 questions of all types."""

from random import Random
from time import perf_counter, process_time

from app.grading.deal import deal
from app.grading.guess import guess
from app.grading.response import Response
from app.grading.sure import right_answer
from app.grading.table import grade
from app.models.item import Item
from tests.support.measure.every_type import one_of_each
from tests.support.measure.figure import Figures

QUESTIONS, STUDENTS, RUNS = 100, 300, 7
KNOWN = 0.6
"""Of the answers that are right; the others are guessed."""


def test_300_responses_to_100_questions(figures: Figures) -> None:
    kinds = one_of_each()
    items = [kinds[number % len(kinds)].with_id(str(number)) for number in range(QUESTIONS)]
    random = Random(7)
    answers = [[_answer(item, random) for item in items] for _ in range(STUDENTS)]
    walls, processors = [], []
    for _ in range(RUNS):
        wall, processor = perf_counter(), process_time()
        for given in answers:
            for item, response in zip(items, given, strict=True):
                grade(item, response)
        walls.append((perf_counter() - wall) * 1000)
        processors.append((process_time() - processor) * 1000)
    what = f"{STUDENTS} responses to {QUESTIONS} questions graded"
    figures.note_median(what, walls, goal=300)
    figures.note_median("Of that the processor's time", processors)


def _answer(item: Item, random: Random) -> Response:
    if random.random() < KNOWN:
        return right_answer(item, deal(item, random))
    return guess(item, random)
