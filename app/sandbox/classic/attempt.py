"""One student's way through a classic quiz: started, answered, handed in, marked. Pure functions on rows.

A row has the attempt that is under way or was the last one, and `past`, every attempt that was handed in, the oldest
first. Times are seconds since 1970.
"""

from app.sandbox.exchange import Json, JsonObject

UNDECIDED = "undefined"
"""What Canvas writes in place of right or wrong while a person has to look."""
BY_HAND = frozenset({"essay_question", "file_upload_question"})
DONE = frozenset({"complete", "pending_review"})

NEW: JsonObject = {
    "state": "settings_only", "attempt": 0, "started_at": None, "end_at": None, "finished_at": None,
    "extra_attempts": None, "extra_time": None, "manually_unlocked": False, "token": None, "seen": False,
    "answers": {}, "past": [],
}  # fmt: skip


def started(row: JsonObject, quiz: JsonObject, now: float, token: str, *, preview: bool = False) -> JsonObject:
    """The next attempt, begun now."""
    limit = quiz["time_limit"]
    end = None if limit is None else now + 60 * (limit + (row["extra_time"] or 0))
    begun = {"state": "preview" if preview else "untaken", "attempt": row["attempt"] + 1, "token": token}
    return {**row, **begun, "started_at": now, "end_at": end, "finished_at": None, "answers": {}}


def handed_in(row: JsonObject, quiz: JsonObject, now: float) -> JsonObject:
    """The attempt graded as far as it can be without a person."""
    data = [_graded(question, row["answers"].get(question["id"])) for question in quiz["questions"]]
    finished = now if row["end_at"] is None else min(now, row["end_at"])
    attempt = {name: row[name] for name in ("attempt", "started_at", "end_at")}
    past = {**attempt, "finished_at": finished, "fudge_points": 0, "data": data}
    return _with_past({**row, "finished_at": finished, "token": None}, [*row["past"], past])


def _graded(question: JsonObject, answer: Json) -> JsonObject:
    """An answer as `submission_data` has it."""
    row = {"question_id": question["id"], "text": "" if answer is None else str(answer)}
    if question["question_type"] in BY_HAND:
        return {**row, "correct": UNDECIDED, "points": 0}
    right = any(str(one["text"]) == str(answer) and one["weight"] == 100 for one in question.get("answers", ()))
    return {**row, "correct": right, "points": question["points_possible"] if right else 0}


def marked(row: JsonObject, attempt: int, fudge: Json, questions: JsonObject) -> JsonObject:
    """The row with the marks of one attempt: `score` and `comment` of a question are None where they stay."""
    past = [_marked(one, fudge, questions) if one["attempt"] == attempt else one for one in row["past"]]
    return _with_past(row, past)


def _marked(past: JsonObject, fudge: Json, questions: JsonObject) -> JsonObject:
    data = [_marked_answer(answer, questions.get(str(answer["question_id"])) or {}) for answer in past["data"]]
    return {**past, "data": data, "fudge_points": past["fudge_points"] if fudge is None else fudge}


def _marked_answer(answer: JsonObject, mark: JsonObject) -> JsonObject:
    if (score := mark.get("score")) is not None:
        answer = {**answer, "points": score, "correct": "defined"}
    if (comment := mark.get("comment")) is not None:
        answer = {**answer, "more_comments": comment}
    return answer


def _with_past(row: JsonObject, past: list[JsonObject]) -> JsonObject:
    """The state that the last of the attempts that were handed in has, unless another is under way."""
    if row["state"] == "untaken" and row["attempt"] not in {one["attempt"] for one in past}:
        return {**row, "past": past}
    return {**row, "past": past, "state": state_of(past[-1])}


def state_of(past: JsonObject) -> str:
    """Whether a person still has to look at an attempt."""
    waits = any(answer["correct"] == UNDECIDED for answer in past["data"])
    return "pending_review" if waits else "complete"


def score_of(past: JsonObject) -> float:
    """The points of all answers, and the fudge points."""
    return round(sum(float(answer["points"]) for answer in past["data"]) + float(past["fudge_points"]), 4)


def kept_score(row: JsonObject, policy: str) -> float | None:
    """The score that counts."""
    scores = [score_of(past) for past in row["past"]]
    if not scores:
        return None
    if policy == "keep_average":
        return round(sum(scores) / len(scores), 2)
    return scores[-1] if policy == "keep_latest" else max(scores)


def is_overdue(row: JsonObject, now: float) -> bool:
    """Whether the time of an attempt under way is over."""
    return bool(row["state"] == "untaken" and row["end_at"] is not None and row["end_at"] < now)


def attempts_left(row: JsonObject, quiz: JsonObject) -> int:
    """How often the student may begin again; -1 is without limit."""
    if quiz["allowed_attempts"] == -1:
        return -1
    return max(0, int(quiz["allowed_attempts"]) + int(row["extra_attempts"] or 0) - int(row["attempt"]))
