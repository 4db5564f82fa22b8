"""The ways in which Canvas says no, with the bodies of `canvas-facts.md` 1.2."""

from http import HTTPStatus

from app.sandbox.exchange import Answer, JsonObject

CHALLENGE = {"WWW-Authenticate": 'Bearer realm="canvas-lms"'}


class Refusal(Exception):
    """Raised anywhere below a handler; carries the answer that the client gets."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.text or answer.value)
        self.answer = answer


def _messages(message: str, **more: object) -> JsonObject:
    return {"errors": [{"message": message, **more}]}


def unauthenticated() -> Refusal:
    """No credentials at all."""
    body = {"status": "unauthenticated", **_messages("user authorization required")}
    return Refusal(Answer(401, body, CHALLENGE))


def token_refused(message: str) -> Refusal:
    """A token that is unknown, revoked, expired or without the scope."""
    return Refusal(Answer(401, _messages(message), CHALLENGE))


def unauthorized(status: int = 401) -> Refusal:
    """Logged in, without the right: no `WWW-Authenticate`, which tells it from a dead token."""
    body = {"status": "unauthorized", **_messages("user not authorized to perform that action")}
    return Refusal(Answer(status, body))


def not_found() -> Refusal:
    return Refusal(Answer(404, _messages("The specified resource does not exist.")))


def missing(parameter: str) -> Refusal:
    return Refusal(Answer(400, _messages(f"{parameter} is missing")))


def bad_request() -> Refusal:
    """What the quiz service says to an entry type other than `Item`: plain text."""
    return Refusal(Answer(400, text="Bad Request", content_type="text/plain; charset=utf-8"))


def bad_parameter(message: str) -> Refusal:
    """A parameter of a wrong type or outside its allowed values."""
    return Refusal(Answer(400, _messages(message)))


def bad_field(field: str, message: str, status: int = 400) -> Refusal:
    """A field of a record that is not valid: the map shape of errors."""
    body = {"errors": {field: [{"attribute": field, "type": message, "message": message}]}}
    return Refusal(Answer(status, body))


def invalid(field: str, message: str) -> Refusal:
    """A block of an entry that breaks its schema: the list shape of errors."""
    return Refusal(Answer(422, {"errors": [{"field": field, "message": message, "error_code": "invalid"}]}))


def crashed(status: int = 500) -> Refusal:
    return Refusal(Answer(status, _messages("An error occurred.", error_code="internal_server_error")))


def oauth_refused(error: str, description: str, status: int = 400) -> Refusal:
    """A refusal of the sign-in, in the words of RFC 6749."""
    headers = {"WWW-Authenticate": "Canvas OAuth 2.0"} if status == 401 else {}
    return Refusal(Answer(status, {"error": error, "error_description": description}, headers))


def rejected(status: int, message: str) -> Refusal:
    """What the controllers of classic quizzes say: flat, with the name of the status (`canvas-facts.md` 1.2)."""
    return Refusal(Answer(status, {"status": HTTPStatus(status).name.lower(), "message": message}))
