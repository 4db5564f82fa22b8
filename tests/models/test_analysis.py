"""What an instructor wants to know of a quiz: difficulty, discrimination, answers, how scores spread."""

import json

import pytest

from app.models.results.analysis import Chosen, Given, distribution, figures, read_report


def attempt(score: float, easy: bool, hard: bool) -> tuple[float, tuple[Given, ...]]:
    return score, (
        Given("e", "sun" if easy else "moon", float(easy), easy),
        Given("h", "xylem" if hard else "phloem", 2.0 * hard, hard),
        Given("w", "So.", None, right=False),
    )


QUESTIONS = [("e", "Easy", 1.0), ("h", "Hard", 2.0), ("w", "Waits", 5.0)]


def test_difficulty_and_discrimination_of_each_question() -> None:
    attempts = [attempt(3, True, True), attempt(1, True, False), attempt(1, True, False), attempt(0, False, False)]
    easy, hard, waits = figures(QUESTIONS, attempts)
    assert (easy.answered, easy.difficulty, easy.discrimination) == (4, 0.75, 1.0)
    assert (hard.difficulty, hard.discrimination) == (0.25, 1.0)
    assert hard.chosen == (Chosen("phloem", 3, right=False), Chosen("xylem", 1, right=True))
    assert (waits.difficulty, waits.discrimination, waits.answered) == (None, None, 4)


def test_one_attempt_tells_nobody_apart_and_none_is_no_error() -> None:
    assert figures(QUESTIONS, [attempt(3, True, True)])[0].discrimination is None
    assert figures(QUESTIONS, [])[0].difficulty is None


def test_scores_are_spread_over_tenths() -> None:
    assert distribution([0, 0.5, 5, 9.9, 10, 11, -1], 10) == (3, 0, 0, 0, 0, 1, 0, 0, 0, 3)
    assert sum(distribution([1, 2], 0)) == 2


@pytest.mark.parametrize("wrapped", [False, True])
def test_a_report_is_read_as_far_as_it_is_understood(wrapped: bool) -> None:
    answers = json.dumps({"phloem": 1, "xylem": 3})
    rows = [
        {"item_id": 7, "Title": "Hard", "answered": 4, "difficulty_index": "0.25", "discrimination_index": 0.5,
         "answers": answers},
        {"id": 8, "question": "Other", "item_difficulty": 1, "answers": [{"text": "a", "count": 2, "correct": True}]},
        {"unknown": 1},
    ]  # fmt: skip
    one, other = read_report(json.dumps({"report": rows} if wrapped else rows).encode())
    assert (one.id, one.name, one.answered, one.difficulty, one.discrimination) == ("7", "Hard", 4, 0.25, 0.5)
    assert one.chosen == (Chosen("xylem", 3, None), Chosen("phloem", 1, None))
    assert (other.id, other.discrimination, other.chosen) == ("8", None, (Chosen("a", 2, right=True),))


@pytest.mark.parametrize("content", [b"", b"<html>", b"3", b'{"a": 1}', b"[1, 2]"])
def test_what_is_no_report_is_nothing(content: bytes) -> None:
    assert read_report(content) == ()
