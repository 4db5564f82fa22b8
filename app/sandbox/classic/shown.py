"""What a quiz submission looks like to the client: the envelope, its fields, and what may be included beside them."""

from app.sandbox.call import Call, stamp
from app.sandbox.classic.attempt import attempts_left, is_overdue, kept_score, score_of, state_of
from app.sandbox.classic.quiz import points_of, shown_classic
from app.sandbox.course import core_id
from app.sandbox.exchange import Json, JsonObject
from app.sandbox.refusal import not_found
from app.sandbox.student import shown_person


def envelope(call: Call, rows: list[tuple[str, JsonObject]], attempt: int | None = None) -> JsonObject:
    """The answer for these submissions, of the attempt named where one is."""
    quiz = call.state.tables["classics"][call.path["quiz"]]
    body: JsonObject = {"quiz_submissions": [_shown(call, key, row, quiz, attempt) for key, row in rows]}
    included = {value for name, value in call.request.arguments() if name == "include[]"}
    if "submission" in included:
        body["submissions"] = [shown_submission(call, key, row, quiz) for key, row in rows]
    if "quiz" in included:
        body["quizzes"] = [shown_classic(call, call.path["quiz"], quiz)]
    if "user" in included:
        body["users"] = [shown_person(call, call.state.tables["people"][row["user"]]) for _, row in rows]
    return {**body, "meta": {"primaryCollection": "quiz_submissions"}} if included else body


def past_of(row: JsonObject, attempt: int) -> JsonObject | None:
    """An attempt that was handed in."""
    return next((past for past in row["past"] if past["attempt"] == attempt), None)


def _shown(call: Call, key: str, row: JsonObject, quiz: JsonObject, attempt: int | None) -> JsonObject:
    number = row["attempt"] if attempt is None else attempt
    past = past_of(row, number)
    if past is None and number != row["attempt"]:
        raise not_found()
    seen = row if past is None else past
    shown = {
        "id": core_id(call, key),
        "quiz_id": core_id(call, call.path["quiz"]),
        "user_id": core_id(call, row["user"]),
        "submission_id": core_id(call, key),
        "quiz_points_possible": points_of(quiz),
        "quiz_version": 1,
        "attempt": number,
        **{name: row[name] for name in ("extra_attempts", "extra_time", "manually_unlocked")},
        **{name: _moment(seen[name]) for name in ("started_at", "finished_at", "end_at")},
        "time_spent": _spent(call, seen),
        "attempts_left": attempts_left(row, quiz),
        "score": None if past is None else score_of(past),
        "score_before_regrade": None,
        "kept_score": kept_score(row, quiz["scoring_policy"]),
        "fudge_points": None if past is None else past["fudge_points"],
        "has_seen_results": row["seen"],
        "workflow_state": row["state"] if past is None else state_of(past),
        "overdue_and_needs_submission": is_overdue(row, call.now),
        "questions_regraded_since_last_attempt": 0,
        "excused?": False,
        "html_url": f"{_address(call)}/quizzes/{call.path['quiz']}/submissions/{key}",
    }
    if row["token"] is not None and row["user"] == call.person["id"]:
        shown["validation_token"] = row["token"]
    if past is not None:
        shown["result_url"] = f"{_address(call)}/quizzes/{call.path['quiz']}/history?quiz_submission_id={key}"
    return shown


def shown_submission(call: Call, key: str, row: JsonObject, quiz: JsonObject, *, history: bool = False) -> JsonObject:
    """The gradebook's Submission of a quiz submission; `history` has the answers of every attempt."""
    kept, last = kept_score(row, quiz["scoring_policy"]), row["past"][-1] if row["past"] else None
    shown: JsonObject = {
        "id": core_id(call, key),
        "user_id": core_id(call, row["user"]),
        "assignment_id": core_id(call, quiz["assignment"]),
        "submission_type": "online_quiz" if last else None,
        "workflow_state": _workflow(row),
        "attempt": row["attempt"] or None,
        "score": kept,
        "grade": None if kept is None else f"{kept:g}",
        "submitted_at": _moment(last["finished_at"]) if last else None,
    }
    if history:
        shown["submission_history"] = [_version(shown, past) for past in row["past"]]
    return shown


def _version(shown: JsonObject, past: JsonObject) -> JsonObject:
    seen = {"attempt": past["attempt"], "submitted_at": _moment(past["finished_at"]), "workflow_state": state_of(past)}
    data = [{**answer, "question_id": int(answer["question_id"])} for answer in past["data"]]
    return {**shown, **seen, "score": score_of(past), "submission_data": data}


def _workflow(row: JsonObject) -> str:
    if not row["past"]:
        return "unsubmitted"
    return "pending_review" if state_of(row["past"][-1]) == "pending_review" else "graded"


def _address(call: Call) -> str:
    return f"{call.site.canvas}/courses/{call.path['course']}"


def _moment(seconds: Json) -> str | None:
    return None if seconds is None else stamp(float(seconds))


def _spent(call: Call, seen: JsonObject) -> int | None:
    if seen["started_at"] is None:
        return None
    return int((seen["finished_at"] or call.now) - seen["started_at"])
