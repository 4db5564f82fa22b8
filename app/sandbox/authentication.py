"""Who is asking: bearer tokens and the answers to bad ones (`canvas-facts.md` 1.2)."""

from app.sandbox.call import stamp
from app.sandbox.exchange import JsonObject, Request
from app.sandbox.refusal import token_refused, unauthenticated
from app.sandbox.state import State

_REFUSALS = {
    "expired": "Expired access token.",
    "revoked": "Revoked access token.",
    "unscoped": "Insufficient scopes on access token.",
}


def bearer(request: Request) -> str | None:
    """The token of a request: the header, or the discouraged query argument."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer" and token.strip():
        return token.strip()
    return request.argument("access_token") if "access_token" in request.query else None


def person(state: State, request: Request, now: float) -> JsonObject:
    """The row of the person whose token this is; refuses every other request."""
    token = bearer(request)
    if token is None:
        raise unauthenticated()
    row = state.row("tokens", token)
    if row is None:
        raise token_refused("Invalid access token.")
    if row["state"] != "good":
        raise token_refused(_REFUSALS[row["state"]])
    if row.get("ends_at") is not None and row["ends_at"] <= now:
        raise token_refused(_REFUSALS["expired"])
    return state.tables["people"][row["person"]]


def issue(state: State, person_id: str, kind: str, condition: str = "good") -> str:
    """Make a token that no other sandbox has; `kind` makes it readable."""
    token = f"sandbox-{kind}-{state.next_uuid()}"
    state.put("tokens", token, {"person": person_id, "state": condition, "kind": kind})
    return token


def expire(state: State, token: str, now: float) -> None:
    """End a token's life."""
    state.put("tokens", token, {**state.tables["tokens"][token], "state": "expired", "expired_at": stamp(now)})
