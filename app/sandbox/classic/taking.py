"""Beginning and handing in a quiz (`canvas-facts.md` 1.9, create and complete)."""

from app.sandbox.call import Call
from app.sandbox.classic.attempt import NEW, attempts_left, handed_in, started
from app.sandbox.classic.quiz import classic_of
from app.sandbox.classic.shown import envelope
from app.sandbox.classic.submission import known, number_of, own
from app.sandbox.exchange import Answer, Json, JsonObject
from app.sandbox.refusal import rejected


def start(call: Call) -> Answer:
    """An attempt of the caller, or a teacher's preview."""
    quiz, sent = classic_of(call), call.parameters()
    if _truthy(sent.get("preview")):
        return _preview(call, quiz)
    _assert_open(quiz)
    if call.teaches:
        raise rejected(403, "you are not allowed to participate in this quiz")
    _assert_takeable(quiz, sent)
    found = own(call)
    key, row = found or (call.state.next_id("classic submission"), _empty(call))
    if row["state"] == "untaken" or not attempts_left(row, quiz):
        raise rejected(409, "a quiz submission already exists")
    if quiz["cant_go_back"]:
        raise rejected(501, "that type of quizzes is not supported yet")
    if quiz["lockdown"]:
        raise rejected(403, "this quiz requires the lockdown browser")
    return _begun(call, key, started(row, quiz, call.now, call.state.next_uuid()))


def _preview(call: Call, quiz: JsonObject) -> Answer:
    if not call.teaches:
        raise rejected(403, "you are not allowed to preview this quiz")
    key, row = own(call) or (call.state.next_id("classic submission"), _empty(call))
    return _begun(call, key, started(row, quiz, call.now, call.state.next_uuid(), preview=True))


def _empty(call: Call) -> JsonObject:
    return {**NEW, "quiz": call.path["quiz"], "user": call.person["id"]}


def _begun(call: Call, key: str, row: JsonObject) -> Answer:
    call.state.put("classic_submissions", key, row)
    return Answer(200, envelope(call, [(key, row)]))


def _assert_open(quiz: JsonObject) -> None:
    if quiz["module_locked"]:
        raise rejected(400, "you are not allowed to participate in this quiz")
    if quiz["locked"]:
        raise rejected(400, "quiz is locked")


def _assert_takeable(quiz: JsonObject, sent: JsonObject) -> None:
    if quiz["access_code"] and sent.get("access_code") != quiz["access_code"]:
        raise rejected(403, "invalid access code")
    if quiz["ip_denied"]:
        raise rejected(403, "IP address denied")


def complete(call: Call) -> Answer:
    """Hand an attempt in; the token that came with its beginning must come with it."""
    quiz, sent = classic_of(call), call.parameters()
    key, row = known(call)
    if row["user"] != call.person["id"]:
        raise rejected(403, "you are not allowed to complete this quiz submission")
    if not call.teaches:
        _assert_takeable(quiz, sent)
    if row["state"] not in {"untaken", "preview"} or row["token"] is None:
        raise rejected(400, "quiz submission is already complete")
    if sent.get("validation_token") != row["token"]:
        raise rejected(403, "invalid token")
    attempt = number_of(sent.get("attempt"))
    if attempt is None or attempt > row["attempt"]:
        raise rejected(400, "invalid attempt")
    if attempt < row["attempt"]:
        raise rejected(400, f"attempt {attempt} can not be modified")
    done = handed_in(row, quiz, call.now)
    if row["state"] == "preview":
        done = {**done, "state": "preview"}
    call.state.put("classic_submissions", key, done)
    return Answer(200, envelope(call, [(key, done)]))


def _truthy(value: Json) -> bool:
    return value in (True, 1, "1", "true")
