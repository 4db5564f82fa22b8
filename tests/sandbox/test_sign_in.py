"""The sandbox's side of the sign-in through the browser, request by request."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from app.sandbox.developer_key import PUBLIC, SECRET, DeveloperKey
from app.sandbox.exchange import Json, Response
from tests.support.browser import Form
from tests.support.core_client import Client

AUTH, ACCEPT, TOKEN = "/login/oauth2/auth", "/login/oauth2/accept", "/login/oauth2/token"
BACK = PUBLIC.addresses[0]
VERIFIER, CHALLENGE = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
"""Of RFC 7636, appendix B."""
FORM = "application/x-www-form-urlencoded"
Make = Callable[..., Client]


@dataclass
class Caller:
    """A program that signs somebody in, with a key of the school."""

    client: Client
    key: DeveloperKey = PUBLIC

    def asked(self, **changes: str) -> Response:
        query = {"client_id": self.key.client_id, "response_type": "code", "redirect_uri": BACK, "state": "s"}
        proof = {"code_challenge": CHALLENGE, "code_challenge_method": "S256"}
        return self.client.send("GET", f"{AUTH}?{urlencode({**query, **proof, **changes})}")

    def code(self, **changes: str) -> str:
        fields = Form(self.asked(**changes).body.decode()).fields
        answer = self.client.send("POST", ACCEPT, urlencode(fields).encode(), content_type=FORM)
        return parse_qs(urlsplit(answer.headers["Location"]).query)["code"][0]

    def token(self, *, status: int = 200, **fields: str) -> Json:
        whole = {"client_id": self.key.client_id, "client_secret": self.key.secret, **fields}
        answer = self.client.send("POST", TOKEN, urlencode(whole).encode(), content_type=FORM)
        assert answer.status == status, answer.body
        return json.loads(answer.body)

    def granted(self, code: str, *, status: int = 200, verifier: str = VERIFIER) -> Json:
        fields = {"grant_type": "authorization_code", "code": code, "code_verifier": verifier, "redirect_uri": BACK}
        return self.token(status=status, **fields)

    def refreshed(self, refresh: str, *, status: int = 200) -> Json:
        return self.token(status=status, grant_type="refresh_token", refresh_token=refresh)


@pytest.fixture(params=[PUBLIC, SECRET], ids=["public", "secret"])
def caller(request: pytest.FixtureRequest, client: Client) -> Caller:
    return Caller(client, request.param)


def me(client: Client, token: str, *, status: int = 200) -> Json:
    client.token = token
    return client.json("GET", "/api/v1/users/self", status=status)


def test_who_is_let_in_gets_a_token_of_an_hour_and_one_to_renew_it(caller: Caller) -> None:
    told = caller.granted(caller.code())
    assert (told["token_type"], told["expires_in"], told["user"]["name"]) == ("Bearer", 3600, "Robin Teacher")
    assert me(caller.client, told["access_token"])["name"] == "Robin Teacher"
    caller.client.clock.now += 3600
    assert me(caller.client, told["access_token"], status=401)["errors"][0]["message"] == "Expired access token."
    assert me(caller.client, caller.refreshed(told["refresh_token"])["access_token"])["name"] == "Robin Teacher"


def test_the_page_lets_the_person_choose_and_names_who_asks(client: Client) -> None:
    page = Caller(client).asked().body.decode()
    assert "Quizwright" in page
    assert "Kim Colleague" in page
    assert Form(page).targets == ["accept", "deny"]


def test_only_the_key_without_a_secret_gets_a_new_refresh_token(caller: Caller) -> None:
    told = caller.granted(caller.code())
    again = caller.refreshed(told["refresh_token"])
    assert ("refresh_token" in again) is caller.key.is_public
    status = 400 if caller.key.is_public else 200
    assert caller.refreshed(told["refresh_token"], status=status) is not None


def test_a_code_is_good_once_and_for_ten_minutes(caller: Caller) -> None:
    code = caller.code()
    caller.granted(code)
    assert caller.granted(code, status=400)["error"] == "invalid_grant"
    late = caller.code()
    caller.client.clock.now += 600
    assert caller.granted(late, status=400)["error_description"] == "authorization_code not found"


def test_a_wrong_verifier_proves_nothing(caller: Caller) -> None:
    assert caller.granted(caller.code(), status=400, verifier="wrong")["error"] == "invalid_grant"


def test_a_public_key_cannot_do_without_a_proof(client: Client) -> None:
    caller = Caller(client)
    assert caller.granted(caller.code(code_challenge_method="plain"), status=400)["error"] == "invalid_grant"


def test_a_wrong_secret_and_an_unknown_key_are_refused(client: Client) -> None:
    caller = Caller(client, SECRET)
    code = caller.code()
    told = caller.token(status=401, client_secret="wrong", grant_type="authorization_code", code=code)
    assert told == {"error": "invalid_client", "error_description": "invalid client"}
    assert caller.asked(client_id="1").status == 401


def test_nobody_is_sent_to_a_stranger(client: Client) -> None:
    assert Caller(client).asked(redirect_uri="https://evil.example/").status == 400
    assert Caller(client).asked(redirect_uri="http://127.0.0.1:5/elsewhere").status == 200


def test_a_key_may_take_its_addresses_to_the_letter(make: Make) -> None:
    caller = Caller(make(faults={"redirect-exact": 1}))
    assert (caller.asked().status, caller.asked(redirect_uri="http://127.0.0.1:5/elsewhere").status) == (200, 400)


@pytest.mark.parametrize(
    ("fault", "error"), [("sign-in-denied", "access_denied"), ("key-enforces-scopes", "invalid_scope")]
)
def test_what_the_page_refuses_comes_back_with_the_state(make: Make, fault: str, error: str) -> None:
    location = Caller(make(faults={fault: 1})).asked(scope="url:POST|/api/v1/courses").headers["Location"]
    told = parse_qs(urlsplit(location).query)
    assert location.startswith(f"{BACK}?")
    assert (told["error"], told["state"]) == ([error], ["s"])


def test_an_older_canvas_wants_the_secret_and_no_proof(make: Make) -> None:
    client = make(faults={"no-pkce": 1})
    assert "access_token" in Caller(client, SECRET).granted(Caller(client, SECRET).code(), verifier="whatever")
    assert Caller(client).granted(Caller(client).code(), status=401)["error"] == "invalid_client"


def test_who_logs_out_has_no_token_left(caller: Caller) -> None:
    told = caller.granted(caller.code())
    caller.client.token = told["access_token"]
    assert caller.client.json("DELETE", TOKEN) == {}
    assert me(caller.client, told["access_token"], status=401)["errors"][0]["message"] == "Revoked access token."
    assert caller.refreshed(told["refresh_token"], status=400)["error_description"] == "refresh_token not found"


def test_logging_out_without_a_token_is_refused(client: Client) -> None:
    client.token = None
    client.json("DELETE", TOKEN, status=400)


def test_a_token_made_by_hand_tells_its_end(client: Client) -> None:
    client.token = client.core.add_token(ends_at=client.clock.now + 86_400)
    shown = client.json("GET", f"/api/v1/users/self/tokens/{client.token[:5]}")
    assert shown["expires_at"] == "2026-09-22T14:13:20.000Z"
    client.clock.now += 86_400
    assert me(client, client.token, status=401)["errors"][0]["message"] == "Expired access token."


def test_a_token_without_an_end_says_so_and_another_is_not_found(client: Client) -> None:
    assert client.json("GET", "/api/v1/users/self/tokens/sandb")["expires_at"] is None
    client.json("GET", "/api/v1/users/self/tokens/wrong", status=404)
