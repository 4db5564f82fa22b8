"""How a quiz did: how hard each question was, how well it told students apart, what was answered, how scores spread.

Of a Classic quiz this is worked out here, from the answers. Of a New Quiz Canvas alone knows the answers: its report is
read as far as it can be understood, for no document says what stands in one (`canvas-facts.md` 1.12).
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean
from typing import Any

GROUP = 0.27
"""The share of the best and of the weakest that are compared: what Canvas's own statistics of Classic quizzes take."""
BARS = 10


@dataclass(frozen=True, slots=True)
class Chosen:
    """An answer that was given, how often, and whether it was right; None where nobody says."""

    text: str
    count: int
    right: bool | None


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """`difficulty` is the share of its points that was earned: 1 is easy. `discrimination` is how much more of them
    the best earned than the weakest, from -1 to 1; None where it cannot be told.
    """

    id: str
    name: str
    answered: int | None
    difficulty: float | None
    discrimination: float | None
    chosen: tuple[Chosen, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """One answer of one attempt; `points` is None while it waits for a person, `right` where a person decides."""

    question: str
    text: str
    points: float | None
    right: bool | None


def distribution(scores: Iterable[float], possible: float) -> tuple[int, ...]:
    """How many scores are in each tenth of the points; what is above all of them counts in the last."""
    bars = [0] * BARS
    for score in scores:
        place = int(score / possible * BARS) if possible > 0 else 0
        bars[max(0, min(place, BARS - 1))] += 1
    return tuple(bars)


def figures(
    questions: Sequence[tuple[str, str, float]], attempts: Sequence[tuple[float, Sequence[Given]]]
) -> tuple[QuestionFigures, ...]:
    """Of questions (id, name, points) and attempts (score, answers)."""
    ordered = sorted(attempts, key=lambda pair: pair[0])
    part = max(1, round(len(ordered) * GROUP)) if len(ordered) > 1 else 0
    low, high = (ordered[:part], ordered[-part:]) if part else ((), ())
    return tuple(
        QuestionFigures(
            key,
            name,
            sum(any(one.question == key and one.text for one in given) for _, given in attempts),
            _earned(attempts, key, points),
            _difference(_earned(high, key, points), _earned(low, key, points)),
            _chosen(attempts, key),
        )
        for key, name, points in questions
    )


def _earned(attempts: Iterable[tuple[float, Sequence[Given]]], key: str, points: float) -> float | None:
    earned = [
        one.points / points
        for _, given in attempts
        for one in given
        if one.question == key and one.points is not None and points > 0
    ]
    return mean(earned) if earned else None


def _difference(high: float | None, low: float | None) -> float | None:
    return None if high is None or low is None else high - low


def _chosen(attempts: Iterable[tuple[float, Sequence[Given]]], key: str) -> tuple[Chosen, ...]:
    found = Counter((one.text, one.right) for _, given in attempts for one in given if one.question == key and one.text)
    return tuple(Chosen(text, count, right) for (text, right), count in found.most_common())


def read_report(content: bytes) -> tuple[QuestionFigures, ...]:
    """The questions of an item analysis in JSON; empty where nothing of it is understood."""
    try:
        value = json.loads(content)
    except ValueError:
        return ()
    rows = value if isinstance(value, list) else next((v for v in _values(value) if isinstance(v, list)), [])
    found = (_row({str(k).lower(): v for k, v in row.items()}) for row in rows if isinstance(row, Mapping))
    return tuple(one for one in found if one is not None)


def _values(value: object) -> Iterable[object]:
    return value.values() if isinstance(value, Mapping) else ()


def _row(row: Mapping[str, Any]) -> QuestionFigures | None:
    difficulty, discrimination = _number(_like(row, "difficulty")), _number(_like(row, "discrimination"))
    if difficulty is None and discrimination is None:
        return None
    name = row.get("title") or row.get("question_title") or row.get("item_title") or row.get("question") or ""
    key = row.get("item_id") or row.get("question_id") or row.get("id") or ""
    answered = _number(row.get("answered") if "answered" in row else _like(row, "answered"))
    chosen = _answers(row.get("answers") if "answers" in row else row.get("answer_frequency"))
    count = None if answered is None else int(answered)
    return QuestionFigures(str(key), str(name), count, difficulty, discrimination, chosen)


def _answers(value: object) -> tuple[Chosen, ...]:
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            return ()
    if isinstance(value, Mapping):
        pairs = [Chosen(str(text), int(count), None) for text, count in value.items() if isinstance(count, int)]
        return tuple(sorted(pairs, key=lambda one: -one.count))
    rows = value if isinstance(value, list) else []
    return tuple(one for row in rows if isinstance(row, Mapping) and (one := _answer(row)) is not None)


def _answer(row: Mapping[str, Any]) -> Chosen | None:
    text = row.get("text") or row.get("answer")
    count = next((row[name] for name in ("count", "responses", "frequency") if isinstance(row.get(name), int)), None)
    right = row.get("correct")
    return (
        None if text is None or count is None else Chosen(str(text), count, right if isinstance(right, bool) else None)
    )


def _like(row: Mapping[str, Any], part: str) -> object:
    return next((value for name, value in row.items() if part in name), None)


def _number(value: object) -> float | None:
    try:
        return None if value is None or isinstance(value, bool) else float(str(value).rstrip("%"))
    except ValueError:
        return None
