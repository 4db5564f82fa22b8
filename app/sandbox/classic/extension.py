"""More time, attempts, unlocked quizzes for one student (`course-quiz-extensions.txt`, `canvas-facts.md` 1.10)."""

from app.sandbox.call import Call, stamp
from app.sandbox.classic.attempt import NEW
from app.sandbox.classic.quiz import classic_of
from app.sandbox.course import core_id
from app.sandbox.exchange import Answer, Json, JsonObject
from app.sandbox.refusal import not_found, rejected

MOST_ATTEMPTS = 1000
MOST_MINUTES = 10080
MOST_EXTENSION = 1440
_HOUR = 3600


def extend_course(call: Call) -> Answer:
    """Every classic quiz of the course and every student named."""
    course = call.path["course"]
    return _extended(call, [key for key, row in call.state.rows("classics") if row["course"] == course])


def extend_quiz(call: Call) -> Answer:
    """The same for one quiz."""
    classic_of(call)
    return _extended(call, [call.path["quiz"]])


def _extended(call: Call, quizzes: list[str]) -> Answer:
    sent = call.parameters().get("quiz_extensions")
    if not isinstance(sent, list):
        raise rejected(400, "missing required key :quiz_extensions")
    wanted = [one for one in sent if isinstance(one, dict)]
    users = [str(one.get("user_id")) for one in wanted]
    if not all(_is_student(call, user) for user in users):
        raise not_found()
    if not call.teaches:
        raise rejected(403, "you are not allowed to change extension settings for these submissions")
    made = [_applied(call, quiz, one) for quiz in quizzes for one in wanted]
    return Answer(200, {"quiz_extensions": made})


def _is_student(call: Call, user: str) -> bool:
    row = call.state.row("people", user)
    return row is not None and row["role"] == "student" and call.path["course"] in row["courses"]


def _applied(call: Call, quiz: str, sent: JsonObject) -> JsonObject:
    user = str(sent["user_id"])
    rows = call.state.rows("classic_submissions")
    found = next(((key, row) for key, row in rows if row["quiz"] == quiz and row["user"] == user), None)
    key, row = found or (call.state.next_id("classic submission"), {**NEW, "quiz": quiz, "user": user})
    for name, most in (("extra_attempts", MOST_ATTEMPTS), ("extra_time", MOST_MINUTES)):
        if (number := _whole(sent.get(name))) is not None:
            row = {**row, name: min(abs(number), most)}
    if "manually_unlocked" in sent:
        row = {**row, "manually_unlocked": sent["manually_unlocked"] in (1, "1", True, "true")}
    row = _with_end(call, row, call.state.tables["classics"][quiz], sent)
    call.state.put("classic_submissions", key, row)
    same = {name: row[name] for name in ("extra_attempts", "extra_time", "manually_unlocked")}
    ids = {"user_id": core_id(call, user), "quiz_id": core_id(call, quiz)}
    return {**ids, **same, "end_at": None if row["end_at"] is None else stamp(row["end_at"])}


def _with_end(call: Call, row: JsonObject, quiz: JsonObject, sent: JsonObject) -> JsonObject:
    """Only an attempt under way of a quiz with a time limit has an end to move, until an hour after it."""
    if row["state"] != "untaken" or quiz["time_limit"] is None or row["end_at"] + _HOUR <= call.now:
        return row
    if (minutes := _minutes(sent.get("extend_from_now"))) is not None:
        return {**row, "end_at": call.now + 60 * minutes}
    if (minutes := _minutes(sent.get("extend_from_end_at"))) is not None:
        return {**row, "end_at": row["end_at"] + 60 * minutes}
    return row


def _minutes(sent: Json) -> int | None:
    number = _whole(sent)
    return None if number is None or number <= 0 else min(number, MOST_EXTENSION)


def _whole(sent: Json) -> int | None:
    try:
        return int(sent)
    except (TypeError, ValueError):
        return None
