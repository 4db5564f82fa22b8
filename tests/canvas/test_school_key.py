"""What a school's key must allow is all that the client asks, and what is typed as a key is one."""

import re

import pytest

from app.canvas.errors import KeyRefused
from app.canvas.school_key import SCOPES, school_key
from app.sandbox.route import ROUTES

NEVER_ASKED_WITH_A_KEY = {
    "GET /api/v1/courses/*",  # the client can, the program does not: as below
    "POST /api/v1/courses/*/assignment_groups",
    "GET /api/v1/courses/*/quizzes/*/submission",
    "POST /api/v1/courses/*/quizzes/*/submissions",
    "POST /api/v1/courses/*/quizzes/*/submissions/*/complete",
    "GET /api/v1/courses/*/quizzes/*/submissions/*/time",
    "GET /api/v1/users/*/tokens/*",  # of pasted tokens alone
    "GET /api/v1/courses/*/files/quota",
    "GET /api/v1/files/*/create_success",  # the last step of an upload, whose address Canvas makes itself
}


def shape(method: str, path: str) -> str:
    """An address with a star for every id; `users/self` is an id too."""
    return f"{method} {re.sub(r'{[a-z]+}|:[a-z_]+|(?<=users/)self', '*', path)}"


def test_everything_that_the_sandbox_can_be_asked_is_among_the_scopes() -> None:
    allowed = {shape(*scope.removeprefix("url:").split("|")) for scope in SCOPES}
    asked = {shape(method, path) for method, path, _ in ROUTES}
    assert asked - NEVER_ASKED_WITH_A_KEY - allowed == set()


def test_no_scope_is_there_twice_or_for_nothing() -> None:
    assert len(SCOPES) == len(set(SCOPES))
    asked = {shape(method, path) for method, path, _ in ROUTES}
    assert {shape(*scope.removeprefix("url:").split("|")) for scope in SCOPES} - asked == set()


@pytest.mark.parametrize(("client_id", "secret"), [("", ""), ("Quizwright", ""), ("12 34", ""), ("1", "two words")])
def test_what_cannot_be_a_key_is_refused_with_where_to_find_it(client_id: str, secret: str) -> None:
    with pytest.raises(KeyRefused) as refused:
        school_key(client_id, secret)
    assert refused.value.hint is not None


def test_blanks_around_a_pasted_key_are_no_part_of_it_and_its_secret_is_not_printed() -> None:
    key = school_key(" 10000000000002\n", " shh ")
    assert (key.client_id, key.secret) == ("10000000000002", "shh")
    assert "shh" not in repr(key)
