"""Answers given at once, before anything is done."""

from collections.abc import Callable
from random import Random

from app.sandbox.call import Site
from app.sandbox.exchange import Answer, Delivery, Request
from app.sandbox.refusal import bad_field, crashed, invalid, not_found, rejected, token_refused, unauthorized
from app.sandbox.throttle import throttled

_ABSURD = ("soon", "-1", "86400", "999999999", "Wed, 01 Jan 2098 00:00:00 GMT", "")
MARKS_REFUSED = "you are not allowed to update scores for this quiz submission"
LOGIN_PAGE = (
    "<!DOCTYPE html><html><head><title>Log in to Canvas</title></head>"
    '<body><form action="/login/canvas" method="post"><input name="pseudonym_session[unique_id]"></form></body></html>'
)
MAINTENANCE_PAGE = (
    "<!DOCTYPE html><html><head><title>Canvas is down for maintenance</title></head>"
    "<body><h1>We will be back soon</h1></body></html>"
)


def _error(_: Request, luck: Random, __: Site) -> Answer:
    return crashed(luck.choice((500, 502, 503, 504))).answer


def _reset(_: Request, __: Random, ___: Site) -> Answer:
    return Answer(500, delivery=Delivery.RESET)


def _login(_: Request, __: Random, ___: Site) -> Answer:
    return Answer(200, text=LOGIN_PAGE, content_type="text/html; charset=utf-8")


def _maintenance(_: Request, __: Random, ___: Site) -> Answer:
    return Answer(503, text=MAINTENANCE_PAGE, content_type="text/html; charset=utf-8")


def _redirect(origin: str, request: Request) -> Answer:
    """302 turns a write into a GET, 307 sends it again: reads get the first, writes the second."""
    query = f"?{request.query}" if request.query else ""
    return Answer(307 if request.writes else 302, text="", headers={"Location": f"{origin}{request.path}{query}"})


def _host(site: Site) -> str:
    return site.canvas.removeprefix("http://").partition(":")[0]


BEFORE: dict[str, Callable[[Request, Random, Site], Answer]] = {
    "error-before": _error,
    "reset-before": _reset,
    "throttle-403": lambda *_: throttled(403),
    "throttle-429": lambda *_: throttled(429),
    "throttle-retry-after": lambda *_: throttled(429, retry_after="1"),
    "retry-after-absurd": lambda _, luck, __: throttled(429, retry_after=luck.choice(_ABSURD)),
    "forbidden": lambda *_: unauthorized(403).answer,
    "unauthorized-mid": lambda *_: token_refused("Expired access token.").answer,
    "login-page": _login,
    "maintenance": _maintenance,
    "redirect-cross-origin": lambda request, _, site: _redirect(site.storage, request),
    "redirect-downgrade": lambda request, _, site: _redirect(f"http://{_host(site)}:80", request),
    "quiz-gone": lambda *_: not_found().answer,
    "quiz-locked": lambda *_: bad_field("base", "This quiz is locked by a blueprint course", 403).answer,
    "immutable": lambda *_: invalid("base", "The item cannot be changed because it is immutable").answer,
    "marks-refused": lambda *_: rejected(403, MARKS_REFUSED).answer,
    "invalid-422": lambda *_: invalid("base", "The sandbox was told to refuse this").answer,
}
