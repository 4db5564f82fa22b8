"""More time for single students in New Quizzes: a bare list in, a partial success out (`canvas-facts.md` 1.11)."""

from collections.abc import Callable

from app.sandbox.call import Call
from app.sandbox.course import core_id
from app.sandbox.exchange import Answer, Json, JsonObject
from app.sandbox.parameters import body_list
from app.sandbox.quiz import quiz_of
from app.sandbox.refusal import Refusal, bad_parameter
from app.sandbox.student import students_of

MOST_MINUTES = 10080
_FLAGS = ("reduce_choices_enabled", "apply_to_in_progress_quiz_sessions")
Judge = Callable[[Call, JsonObject], str | None]


def accommodate_course(call: Call) -> Answer:
    """For every New Quiz of the course."""
    return _processed(call, "", _course_problem)


def accommodate_quiz(call: Call) -> Answer:
    """For one quiz, of those who have opened it."""
    quiz_of(call)
    wanted = _wanted(call)
    users = [str(one["user_id"]) for one in wanted]
    strangers = [user for user in users if call.state.row("sittings", f"{call.path['quiz']}/{user}") is None]
    if strangers:
        raise _absent(f"Users with IDs {', '.join(strangers)} are not participants in this assignment")
    return _processed(call, call.path["quiz"], _quiz_problem)


def _processed(call: Call, quiz: str, judge: Judge) -> Answer:
    successful, failed = [], []
    for one in _wanted(call):
        user = core_id(call, str(one["user_id"]))
        problem = judge(call, one)
        if problem is None:
            _keep(call, quiz, one)
            successful.append({"user_id": user})
        else:
            failed.append({"user_id": user, "error": problem})
    return Answer(200, {"message": "Accommodations processed", "successful": successful, "failed": failed})


def _wanted(call: Call) -> list[JsonObject]:
    sent = body_list(call.request)
    if not sent or not all(isinstance(one, dict) and one.get("user_id") is not None for one in sent):
        raise bad_parameter("user_id is missing")
    known = {row["id"] for row in students_of(call)}
    strangers = [str(one["user_id"]) for one in sent if str(one["user_id"]) not in known]
    if strangers:
        raise _absent(f"Users with IDs {', '.join(strangers)} were not found")
    return sent


def _absent(words: str) -> Refusal:
    return Refusal(Answer(404, {"error": words}))


def _quiz_problem(call: Call, one: JsonObject) -> str | None:
    attempts = one.get("extra_attempts")
    if attempts is not None and not _fits(attempts, 1000):
        return "extra_attempts must be between 0 and 1000"
    return _time_problem(one)


def _course_problem(call: Call, one: JsonObject) -> str | None:
    if one.get("apply_to_in_progress_quiz_sessions") is True and not _is_sitting(call, str(one["user_id"])):
        return f"User is not in any in-progress quiz sessions for course {call.path['course']}"
    return _time_problem(one)


def _time_problem(one: JsonObject) -> str | None:
    time = one.get("extra_time")
    return None if time is None or _fits(time, MOST_MINUTES) else f"extra_time must be between 0 and {MOST_MINUTES}"


def _fits(value: Json, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most


def _is_sitting(call: Call, user: str) -> bool:
    quizzes = {key for key, row in call.state.rows("quizzes") if row["course"] == call.path["course"]}
    rows = (row for _, row in call.state.rows("sittings") if row["user"] == user and row["quiz"] in quizzes)
    return any(row["state"] == "in_progress" for row in rows)


def _keep(call: Call, quiz: str, one: JsonObject) -> None:
    """Values are absolute for each place; what was not sent stays."""
    key = f"{call.path['course']}/{quiz}/{one['user_id']}"
    kept = {name: one[name] for name in ("extra_time", "extra_attempts", *_FLAGS) if one.get(name) is not None}
    call.state.put("accommodations", key, {**(call.state.row("accommodations", key) or {}), **kept})
