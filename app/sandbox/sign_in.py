"""The sign-in through the browser: the page that asks the person, and the tokens (`canvas-facts.md` 1.5, RFC 7636)."""

import base64
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Final
from urllib.parse import parse_qs, urlencode

from app.sandbox.authentication import bearer, person
from app.sandbox.developer_key import OUT_OF_BAND, DeveloperKey, key_of
from app.sandbox.exchange import Answer, JsonObject, Request
from app.sandbox.page import html_page
from app.sandbox.refusal import Refusal, oauth_refused
from app.sandbox.state import State

LOGIN: Final = "/login/oauth2/"
_CODE_SECONDS: Final = 600
_TOKEN_SECONDS: Final = 3600
_SHORT_SECONDS: Final = 2
_READS: Final = "url:GET|"


@dataclass(frozen=True, slots=True)
class _Asking:
    """One request to a page of the sign-in, with the pairs of its query and its form."""

    state: State
    request: Request
    switches: frozenset[str]
    now: float

    def field(self, name: str) -> str | None:
        form = parse_qs(self.request.body.decode("utf-8", "replace"), keep_blank_values=True)
        return form[name][-1] if name in form else self.request.argument(name)


def sign_in(state: State, request: Request, switches: frozenset[str], now: float) -> Answer:
    """Answer one request below `/login/oauth2/`."""
    handler = _HANDLERS.get((request.method, request.path.removeprefix(LOGIN)))
    if handler is None:
        return html_page(404, "Page not found", "<p>There is nothing here.</p>")
    return handler(_Asking(state, request, switches, now))


def _ask(asking: _Asking) -> Answer:
    """The page on which a person lets a program in. Who is signed in at the sandbox is chosen on it."""
    if asking.request.argument("code") or asking.request.argument("error"):
        return html_page(200, "Signed in", "<p>Go back to your program, and give it the address of this page.</p>")
    key = key_of(asking.field("client_id"))
    redirect = asking.field("redirect_uri") or ""
    if not key.takes(redirect, exact="redirect-exact" in asking.switches):
        raise oauth_refused("invalid_request", "redirect_uri does not match client settings")
    error = _refusal_of(asking)
    if error:
        return _back(redirect, asking.field("state"), **error)
    return html_page(200, f"{key.name} wants to sign you in", _form(asking, key))


def _refusal_of(asking: _Asking) -> dict[str, str]:
    if asking.field("response_type") != "code":
        return {"error": "unsupported_response_type", "error_description": "Only response_type=code is permitted"}
    if "sign-in-denied" in asking.switches:
        return {"error": "access_denied"}
    wanted = (asking.field("scope") or "").split()
    missing = [scope for scope in wanted if not scope.startswith(_READS)] if wanted else ["url:GET|/api/v1/users/:id"]
    if "key-enforces-scopes" in asking.switches and missing:
        told = f"The following scopes were requested, but not granted: {', '.join(missing)}"
        return {"error": "invalid_scope", "error_description": told}
    return {}


def _form(asking: _Asking, key: DeveloperKey) -> str:
    kept = ("client_id", "redirect_uri", "state", "code_challenge", "code_challenge_method")
    hidden = "".join(
        f'<input type="hidden" name="{name}" value="{escape(value)}">'
        for name in kept
        if (value := asking.field(name)) is not None
    )
    people = "".join(
        f'<p><label><input type="radio" name="person" value="{id_}"{" checked" if id_ == "1" else ""}> '
        f"{escape(row['name'])}</label></p>"
        for id_, row in asking.state.rows("people")
    )
    button = '<button type="submit" formaction="{to}">{verb}</button> '
    buttons = button.format(to="accept", verb="Authorize") + button.format(to="deny", verb="Cancel")
    return f"<p>It may do what you may do here. Sign in as:</p><form method='post'>{hidden}{people}{buttons}</form>"


def _accept(asking: _Asking) -> Answer:
    """The person said yes: a code, good once."""
    key = key_of(asking.field("client_id"))
    redirect, who = asking.field("redirect_uri") or "", asking.field("person") or "1"
    if not key.takes(redirect, exact=False) or asking.state.row("people", who) is None:
        raise oauth_refused("invalid_request", "Invalid or missing session for oauth")
    code = f"sandbox-code-{asking.state.next_uuid()}"
    row: JsonObject = {"person": who, "client": key.client_id, "until": asking.now + _CODE_SECONDS}
    asking.state.put("codes", code, {**row, "challenge": _challenge(asking)})
    return _back(redirect, asking.field("state"), code=code)


def _challenge(asking: _Asking) -> str | None:
    if asking.field("code_challenge_method") != "S256" or "no-pkce" in asking.switches:
        return None
    return asking.field("code_challenge")


def _deny(asking: _Asking) -> Answer:
    key = key_of(asking.field("client_id"))
    redirect = asking.field("redirect_uri") or ""
    if not key.takes(redirect, exact=False):
        raise oauth_refused("invalid_request", "Invalid or missing session for oauth")
    return _back(redirect, asking.field("state"), error="access_denied")


def _back(redirect: str, state: str | None, **fields: str) -> Answer:
    query = urlencode({**fields, **({"state": state} if state is not None else {})})
    base = f"{LOGIN}auth" if redirect == OUT_OF_BAND else redirect
    return Answer(302, text="", headers={"Location": f"{base}{'&' if '?' in base else '?'}{query}"})


def _token(asking: _Asking) -> Answer:
    """Tokens for a code, or for a refresh token."""
    key = key_of(asking.field("client_id"))
    secret = asking.field("client_secret") or ""
    if secret != key.secret or (key.is_public and "no-pkce" in asking.switches):
        raise oauth_refused("invalid_client", "invalid client", 401)
    match asking.field("grant_type"):
        case "authorization_code":
            return _for_code(asking, key)
        case "refresh_token":
            return _for_refresh(asking, key)
        case _:
            raise oauth_refused("unsupported_grant_type", "The grant_type you requested is not currently supported")


def _for_code(asking: _Asking, key: DeveloperKey) -> Answer:
    code = asking.field("code")
    if not code:
        raise oauth_refused("invalid_request", "You must provide the code parameter")
    row = asking.state.row("codes", code)
    if row is None or row["until"] <= asking.now or "code-expired" in asking.switches:
        raise oauth_refused("invalid_grant", "authorization_code not found")
    if row["client"] != key.client_id:
        raise oauth_refused("invalid_grant", "incorrect client")
    _check_verifier(asking, key, row["challenge"])
    asking.state.drop("codes", code)
    return _granted(asking, key, row["person"], f"sandbox-refresh-{asking.state.next_uuid()}", tells=True)


def _check_verifier(asking: _Asking, key: DeveloperKey, challenge: str | None) -> None:
    if "no-pkce" in asking.switches or (challenge is None and not key.is_public):
        return
    digest = hashlib.sha256((asking.field("code_verifier") or "").encode()).digest()
    proven = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
    if proven != challenge or "verifier-refused" in asking.switches:
        raise oauth_refused("invalid_grant", "code_verifier does not match")


def _for_refresh(asking: _Asking, key: DeveloperKey) -> Answer:
    """A new access token; the old one is dead. Keys without a secret get a new refresh token as well."""
    refresh = asking.field("refresh_token")
    old, row = next(
        ((token, row) for token, row in asking.state.rows("tokens") if refresh and row.get("refresh") == refresh),
        (None, None),
    )
    if old is None or row is None or row["state"] == "revoked" or "refresh-revoked" in asking.switches:
        raise oauth_refused("invalid_request", "refresh_token not found")
    if row["client"] != key.client_id:
        raise oauth_refused("invalid_grant", "incorrect client")
    asking.state.drop("tokens", old)
    turns = key.is_public or "refresh-rotates" in asking.switches
    new = f"sandbox-refresh-{asking.state.next_uuid()}" if turns else str(refresh)
    return _granted(asking, key, row["person"], new, tells=turns)


def _granted(asking: _Asking, key: DeveloperKey, who: str, refresh: str, *, tells: bool) -> Answer:
    """A fresh access token; the refresh token is told where it is new."""
    seconds = _SHORT_SECONDS if "short-tokens" in asking.switches else _TOKEN_SECONDS
    access = f"sandbox-access-{asking.state.next_uuid()}"
    row: JsonObject = {"person": who, "state": "good", "kind": "access", "client": key.client_id, "refresh": refresh}
    asking.state.put("tokens", access, {**row, "ends_at": asking.now + seconds})
    user = {"id": int(who), "name": asking.state.tables["people"][who]["name"]}
    told: JsonObject = {"access_token": access, "token_type": "Bearer", "user": user, "expires_in": seconds}
    return Answer(200, {**told, **({"refresh_token": refresh} if tells else {})})


def _revoke(asking: _Asking) -> Answer:
    """Log out: the token and its refresh token are gone."""
    token = bearer(asking.request)
    if token is None:
        raise Refusal(Answer(400, {"message": "can't delete OAuth access token when not using an OAuth access token"}))
    person(asking.state, asking.request, asking.now)
    asking.state.put("tokens", token, {**asking.state.tables["tokens"][token], "state": "revoked", "refresh": None})
    return Answer(200, {})


_HANDLERS: Final[dict[tuple[str, str], Callable[[_Asking], Answer]]] = {
    ("GET", "auth"): _ask,
    ("POST", "accept"): _accept,
    ("POST", "deny"): _deny,
    ("POST", "token"): _token,
    ("DELETE", "token"): _revoke,
}
