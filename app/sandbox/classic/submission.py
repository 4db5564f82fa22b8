"""Quiz submissions: list, own, one, time, marks (`quiz-submissions.md`, `canvas-facts.md` 1.9)."""

from app.sandbox.call import Call, stamp
from app.sandbox.classic.attempt import DONE, handed_in, is_overdue, marked, state_of
from app.sandbox.classic.quiz import classic_of
from app.sandbox.classic.shown import envelope, past_of
from app.sandbox.exchange import Answer, Json, JsonObject
from app.sandbox.paging import numbered
from app.sandbox.refusal import not_found, rejected, unauthorized


def rows_of(call: Call) -> list[tuple[str, JsonObject]]:
    """The submissions of the quiz, the oldest first."""
    return [(key, row) for key, row in call.state.rows("classic_submissions") if row["quiz"] == call.path["quiz"]]


def own(call: Call) -> tuple[str, JsonObject] | None:
    """The caller's own submission."""
    return next(((key, row) for key, row in rows_of(call) if row["user"] == call.person["id"]), None)


def known(call: Call) -> tuple[str, JsonObject]:
    """The submission that the path names; a student has a right to his own alone."""
    found = own(call) if call.path["submission"] == "self" else None
    row = call.state.row("classic_submissions", call.path["submission"])
    if found is None and row is not None and row["quiz"] == call.path["quiz"]:
        found = (call.path["submission"], row)
    if found is None:
        raise not_found()
    if not call.teaches and found[1]["user"] != call.person["id"]:
        raise unauthorized()
    return found


def list_submissions(call: Call) -> Answer:
    """All students' for a teacher; a student's own: the attempt under way alone, else all that were handed in."""
    quiz = classic_of(call)
    if not call.teaches:
        return Answer(200, _own_attempts(call))
    rows = [(key, row) for key, row in rows_of(call) if row["state"] != "preview"]
    page = numbered(call, rows)
    body = envelope(call, page.value)
    for key, row in rows:  # the list asks for it; it is done after the answer
        if is_overdue(row, call.now):
            call.state.put("classic_submissions", key, handed_in(row, quiz, call.now))
    return Answer(200, body, page.headers)


def _own_attempts(call: Call) -> JsonObject:
    found = own(call)
    if found is None or found[1]["state"] not in {"untaken", *DONE}:
        return envelope(call, [])
    if found[1]["state"] == "untaken":
        return envelope(call, [found])
    bodies = [envelope(call, [found], past["attempt"]) for past in found[1]["past"]]
    attempts = [shown for body in bodies for shown in body["quiz_submissions"]]
    return {**bodies[-1], "quiz_submissions": attempts}


def show_own(call: Call) -> Answer:
    classic_of(call)
    found = own(call)
    return Answer(200, envelope(call, [] if found is None else [found]))


def show_submission(call: Call) -> Answer:
    classic_of(call)
    found, wanted = known(call), call.request.argument("attempt")
    if wanted is None:
        return Answer(200, envelope(call, [found]))
    attempt = number_of(wanted)
    if attempt is None or (past_of(found[1], attempt) is None and attempt != found[1]["attempt"]):
        raise rejected(404, "unable to find a submission with that attempt")
    return Answer(200, envelope(call, [found], attempt))


def show_time(call: Call) -> Answer:
    classic_of(call)
    end = known(call)[1]["end_at"]
    left = None if end is None else max(0, int(end - call.now))
    return Answer(200, {"end_at": None if end is None else stamp(end), "time_left": left})


def update_submission(call: Call) -> Answer:
    """Marks and comments of one attempt; only the first element of the list is used."""
    classic_of(call)
    key, row = known(call)
    sent = call.parameters().get("quiz_submissions")
    if not isinstance(sent, list):
        raise rejected(400, "missing required key :quiz_submissions")
    if not call.teaches:
        raise rejected(403, "you are not allowed to update scores for this quiz submission")
    if not sent:
        return Answer(200, envelope(call, [(key, row)]))
    marks = sent[0] if isinstance(sent[0], dict) else {}
    attempt = number_of(marks.get("attempt"))
    past = None if attempt is None else past_of(row, attempt)
    if attempt is None or (past is None and attempt != row["attempt"]):
        raise rejected(400, "invalid attempt")
    if past is None or state_of(past) not in DONE:
        raise rejected(400, "quiz submission attempt must be complete")
    fudge = _decimal(marks["fudge_points"]) if "fudge_points" in marks else None
    row = marked(row, attempt, fudge, _questions(marks.get("questions")))
    call.state.put("classic_submissions", key, row)
    return Answer(200, envelope(call, [(key, row)], attempt))


def _questions(sent: Json) -> JsonObject:
    marks = sent.items() if isinstance(sent, dict) else ()
    return {str(question): _mark(mark) for question, mark in marks if isinstance(mark, dict)}


def _mark(sent: JsonObject) -> JsonObject:
    score = _decimal(sent.get("score"))
    if score is not None and score < 0:
        raise rejected(400, "question score must be an unsigned decimal")
    comment = sent.get("comment")
    return {"score": score, "comment": None if comment is None else str(comment)}


def _decimal(sent: Json) -> float | None:
    if sent is None or sent == "":
        return None
    try:
        return float(sent)
    except (TypeError, ValueError) as error:
        raise rejected(400, "question score must be an unsigned decimal") from error


def number_of(sent: Json) -> int | None:
    """A whole number above 0, however it was written."""
    try:
        number = int(sent)
    except (TypeError, ValueError):
        return None
    return number if number > 0 else None
