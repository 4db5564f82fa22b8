"""The page for a school's IT says all that a key needs, and nothing that is not so."""

from app.canvas.school_key import ADDRESSES, SCOPES
from app.session.school_request import school_request


def test_it_names_the_canvas_every_address_and_everything_that_is_asked_for() -> None:
    page = "\n".join(str(line) for line in school_request("canvas.uni.example.edu"))
    assert page.startswith("A developer key for Quizwright on https://canvas.uni.example.edu")
    for part in (*ADDRESSES, *SCOPES, "Developer Keys", "client ID", "secret"):
        assert part in page


def test_a_canvas_that_is_not_known_yet_is_ours() -> None:
    assert str(school_request("")[0]) == "A developer key for Quizwright on our Canvas"


def test_lines_stay_as_short_as_a_message_can_show_them() -> None:
    indented = [str(line) for line in school_request("") if str(line).startswith("      ")]
    assert len(indented) == len(ADDRESSES) + len(SCOPES)
    assert max(len(line) for line in indented) < 100
