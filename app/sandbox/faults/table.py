"""Every fault and switch of the sandbox by its slug; `sandbox --help` prints this table."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from app.sandbox.exchange import Request


class Stage(StrEnum):
    """Where on its way a request meets a fault."""

    SWITCH = "switch"  # changes what a handler does
    EVENT = "event"  # something happens on the server, then the request goes on
    BEFORE = "before"  # answered at once, nothing is done
    LATE = "late"  # no answer now, done later
    CONTENT = "content"  # done, the value of the answer is changed
    AFTER = "after"  # done, the answer is lost or spoilt
    STORAGE = "storage"  # of the storage origin


_QUIZ = re.compile(r"/api/quiz/v1/courses/\d+/quizzes/\d+(/.*)?")
_ITEM = re.compile(r"/api/quiz/v1/courses/\d+/quizzes/\d+/items(/\d+)?")
_ITEM_LIST = re.compile(r"/api/quiz/v1/courses/\d+/quizzes/\d+/items")
_MARKS = re.compile(r"/api/v1/courses/\d+/quizzes/\d+/submissions/\d+")
_QUIZ_API = "/api/quiz/v1/"


def _every(_: Request) -> bool:
    return True


def _writes(request: Request) -> bool:
    return request.writes


def _quiz(request: Request) -> bool:
    return _QUIZ.fullmatch(request.path) is not None


def _quiz_write(request: Request) -> bool:
    return request.writes and request.path.startswith(_QUIZ_API)


def _item_change(request: Request) -> bool:
    return request.method in {"PATCH", "DELETE"} and _ITEM.fullmatch(request.path) is not None


def _marks_write(request: Request) -> bool:
    """Marks of one attempt at a classic quiz."""
    return request.method == "PUT" and _MARKS.fullmatch(request.path) is not None


def _quiz_list(request: Request) -> bool:
    """The lists of quizzes and of items."""
    return request.method == "GET" and re.search(r"/(quizzes|items)$", request.path) is not None


def _item_list(request: Request) -> bool:
    return request.method == "GET" and _ITEM_LIST.fullmatch(request.path) is not None


def _upload(request: Request) -> bool:
    return request.method == "PUT"


def _file_upload(request: Request) -> bool:
    """The second step of a file upload."""
    return request.method == "POST"


def _file_confirm(request: Request) -> bool:
    return request.path.endswith("/create_success")


def _token_request(request: Request) -> bool:
    return request.method == "POST" and request.path == "/login/oauth2/token"


def _refresh(request: Request) -> bool:
    return _token_request(request) and b"grant_type=refresh_token" in request.body


def _consent(request: Request) -> bool:
    return request.method == "GET" and request.path == "/login/oauth2/auth"


def _file_begin(request: Request) -> bool:
    return request.method == "POST" and request.path.endswith("/files")


def _report_begin(request: Request) -> bool:
    return request.method == "POST" and request.path.endswith("/reports")


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: what it does, where it strikes, and the requests that it may strike."""

    description: str
    stage: Stage
    strikes: Callable[[Request], bool] = _every


FAULTS: dict[str, Fault] = {
    # nothing is done
    "error-before": Fault("500, 502, 503 or 504 before anything is done", Stage.BEFORE),
    "reset-before": Fault("the connection is reset before anything is done", Stage.BEFORE),
    "throttle-403": Fault("rate limit exceeded, as 403 with a text", Stage.BEFORE),
    "throttle-429": Fault("rate limit exceeded, as 429", Stage.BEFORE),
    "throttle-retry-after": Fault("rate limit exceeded, 429 with Retry-After: 1", Stage.BEFORE),
    "retry-after-absurd": Fault("rate limit exceeded with a Retry-After that makes no sense", Stage.BEFORE),
    "forbidden": Fault("403 with the JSON of a missing right", Stage.BEFORE),
    "unauthorized-mid": Fault("401 as for an expired token, for this request alone", Stage.BEFORE),
    "login-page": Fault("200 with the HTML of a login page", Stage.BEFORE),
    "maintenance": Fault("503 with the HTML of a maintenance page", Stage.BEFORE),
    "redirect-cross-origin": Fault("a redirect to another origin", Stage.BEFORE),
    "redirect-downgrade": Fault("a redirect to plain http on port 80", Stage.BEFORE),
    "quiz-gone": Fault("404 for a quiz that is there", Stage.BEFORE, _quiz),
    "quiz-locked": Fault("writes to a quiz are refused, as in a locked blueprint course", Stage.BEFORE, _quiz_write),
    "immutable": Fault("changes and deletions of items are refused as immutable", Stage.BEFORE, _item_change),
    "invalid-422": Fault("422 for a write that is valid", Stage.BEFORE, _quiz_write),
    "marks-refused": Fault("403 for marks of a classic quiz", Stage.BEFORE, _marks_write),
    # done, the answer is lost or spoilt
    "error-after-commit": Fault("done, then 500, 502 or 504", Stage.AFTER, _writes),
    "reset-after-commit": Fault("done, then the connection is reset", Stage.AFTER, _writes),
    "timeout-after-commit": Fault("done, then silence and a closed connection", Stage.AFTER, _writes),
    "late-commit": Fault("no answer; done after 1 to 5 more requests or within 0.6 s", Stage.LATE, _writes),
    "truncated-body": Fault("the body ends in the middle", Stage.AFTER),
    "slow-drip": Fault("the body comes in small pieces", Stage.AFTER),
    "not-json": Fault("200 with a body that is no JSON", Stage.AFTER),
    "file-confirm-lost": Fault("a file is there, the answer of the last step is lost", Stage.AFTER, _file_confirm),
    "refresh-answer-lost": Fault("tokens are renewed, the answer is lost", Stage.AFTER, _refresh),
    # the answer is odd
    "link-loop": Fault("the next page of a list is the page itself", Stage.CONTENT, _quiz_list),
    "repeated-page": Fault("a later page of a list repeats rows of the one before", Stage.CONTENT, _quiz_list),
    "item-moved-between-pages": Fault("a row of a later page is missed or comes twice", Stage.CONTENT, _item_list),
    "empty-list": Fault("200 with an empty list", Stage.CONTENT, _quiz_list),
    "extra-fields": Fault("quizzes, items and entries carry keys that nobody knows", Stage.CONTENT),
    "missing-fields": Fault("keys without content are left out", Stage.CONTENT),
    "null-fields": Fault("keys without content are null", Stage.CONTENT),
    "int-ids": Fault("ids are numbers (35) and not text (\"35\")", Stage.CONTENT),
    "wrong-date": Fault("the Date header is a day off", Stage.CONTENT),
    # something happens on the server
    "session-deadline": Fault("the token expires for good", Stage.EVENT),
    "quiz-unpublished": Fault("the quiz is unpublished by somebody", Stage.EVENT, _item_list),
    "students-hand-in": Fault("students hand in: rows become immutable but for texts", Stage.EVENT, _item_list),
    "unknown-entry-type": Fault("the quiz gets rows of an unknown entry type and slug", Stage.EVENT, _item_list),
    # switches: how this server is
    "positions-set": Fault("a position is written as it is, nothing shifts", Stage.SWITCH),
    "positions-append": Fault("a POST ignores the position and appends", Stage.SWITCH),
    "patch-replace": Fault("PATCH replaces interaction_data, scoring_data and properties whole", Stage.SWITCH),
    "html-rewrite": Fault("HTML is tidied on save (on unless set to 0)", Stage.SWITCH),
    "camel-case": Fault("interaction_data, scoring_data and properties are answered in camelCase", Stage.SWITCH),
    "drop-ips": Fault("filters.ips are accepted and silently dropped", Stage.SWITCH),
    "drop-unknown": Fault("keys that the documents do not name are dropped on save", Stage.SWITCH),
    "zero-points": Fault("items may have 0 points", Stage.SWITCH),
    "publish-alone": Fault("400 when published is sent with other attributes", Stage.SWITCH),
    "small-pages": Fault("a page of a list has 3 rows at most", Stage.SWITCH),
    "settings-extras": Fault("settings are answered with keys that the documents do not name", Stage.SWITCH),
    "file-quota": Fault("no file fits into the course any more", Stage.SWITCH, _file_begin),
    # switches of the sign-in
    "sign-in-denied": Fault("nobody is let in: the sign-in sends back access_denied", Stage.SWITCH, _consent),
    "code-expired": Fault("the code of a sign-in is too old", Stage.SWITCH, _token_request),
    "verifier-refused": Fault("what proves a sign-in does not match", Stage.SWITCH, _token_request),
    "no-pkce": Fault("a Canvas that knows no PKCE: every key needs its secret", Stage.SWITCH),
    "refresh-revoked": Fault("the permission was taken back: no refresh any more", Stage.SWITCH, _refresh),
    "refresh-rotates": Fault("each refresh gives a new refresh token, whatever the key", Stage.SWITCH, _refresh),
    "short-tokens": Fault("tokens of a sign-in are good for 2 seconds", Stage.SWITCH, _token_request),
    "redirect-exact": Fault("the address to go back to must be the key's to the letter", Stage.SWITCH, _consent),
    "key-enforces-scopes": Fault("the keys allow to read and no more", Stage.SWITCH, _consent),
    "unknown-host": Fault("the Quiz service does not know its host", Stage.SWITCH),
    "report-fails": Fault("a report that was begun comes to nothing", Stage.SWITCH, _report_begin),
    # the storage
    "presigned-expired": Fault("the address for an upload has expired", Stage.STORAGE, _upload),
    "presigned-redirect": Fault("the address for an upload redirects", Stage.STORAGE, _upload),
    "file-upload-expired": Fault("the fields for a file upload have expired", Stage.STORAGE, _file_upload),
    "file-upload-refused": Fault("the storage refuses a file", Stage.STORAGE, _file_upload),
    "file-upload-lost": Fault("the storage has a file, its answer is lost", Stage.STORAGE, _file_upload),
    "file-upload-created": Fault("a file is answered with 201 and not with a redirect", Stage.STORAGE, _file_upload),
}  # fmt: skip

ON_BY_DEFAULT = {"html-rewrite": 1.0}
