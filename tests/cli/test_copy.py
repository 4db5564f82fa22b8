"""“Use in another course…” from the command line, with two courses of a sandbox over real HTTP."""

from typing import Any

import pytest
from PIL import Image

from app.sandbox.server import SandboxServer
from tests.cli.conftest import CommandLine, hot_spot, titled

SECOND = "2"
"""A course whose clock shows the time of Berlin; that of the first one shows the time of New York."""


@pytest.fixture
def leaves(cli: CommandLine, server: SandboxServer) -> str:
    """A quiz of the first course with dates, a picture in a text and a hot spot, brought here."""
    Image.new("RGB", (60, 40), "green").save(cli.folder / "leaf.png")
    content = (cli.folder / "leaf.png").read_bytes()
    view = {
        "result_view_restricted": True,
        "display_items": True,
        "display_item_response": True,
        "show_item_responses_at": "2026-11-03T04:59:00Z",
    }
    quiz = server.core.add_quiz(
        "1",
        {
            "title": "Leaves",
            "points_possible": 5,
            "unlock_at": "2026-10-19T12:00:00Z",
            "due_at": "2026-10-31T03:59:00Z",
            "quiz_settings": {"result_view_settings": view},
        },
    )
    file = server.core.add_file("1", "leaf.png", content)
    text = titled("a")
    text["entry"]["item_body"] = f'<p>See <img src="{server.url}/courses/1/files/{file}/preview" alt="A leaf"></p>'
    server.core.add_item("1", quiz, text)
    server.core.add_item("1", quiz, hot_spot(server.core.add_media(content)))
    server.core.add_item("1", quiz, titled("z"))
    assert cli.on(server, "pull", "--course", "1", "--quiz", quiz).code == 0
    return "Leaves"


def there(server: SandboxServer) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    (quiz,) = server.core.quizzes(SECOND)
    return quiz, server.core.items(SECOND, quiz["id"])


def test_a_quiz_is_made_anew_with_its_settings_questions_and_pictures(
    cli: CommandLine, server: SandboxServer, leaves: str
) -> None:
    ended = cli.on(server, "copy", leaves, "--to-course", SECOND)
    assert ended.code == 0, ended
    quiz, items = there(server)
    assert (quiz["title"], quiz["quiz_settings"]["result_view_settings"]["display_items"]) == ("Leaves", True)
    assert [row["entry"]["title"] for row in items] == ["a", "Leaf", "z"]
    assert "/courses/2/files/" in items[0]["entry"]["item_body"]
    old = server.core.items("1", server.core.quizzes("1")[-1]["id"])
    new_picture = items[1]["entry"]["interaction_data"]["image_url"]
    assert new_picture.startswith(server.storage_url)
    assert new_picture != old[1]["entry"]["interaction_data"]["image_url"]
    assert [row["left"] for row in ended.json] == [[]]


def test_dates_move_by_weeks_and_keep_their_time_on_the_clock_of_the_new_course(
    cli: CommandLine, server: SandboxServer, leaves: str
) -> None:
    (row,) = cli.on(server, "copy", leaves, "--to-course", SECOND, "--weeks", "11").json
    assert row["time_zone"] == "Europe/Berlin"
    assert {one["field"]: one["after"] for one in row["dates"]} == {
        "unlock_at": "2027-01-04T07:00:00Z",  # 08:00 on the clock, as in New York
        "due_at": "2027-01-15T22:59:00Z",  # 23:59
        "show_item_responses_at": "2027-01-18T22:59:00Z",
    }
    quiz, _ = there(server)
    assert (quiz["unlock_at"], quiz["due_at"]) == ("2027-01-04T07:00:00Z", "2027-01-15T22:59:00Z")
    assert server.core.quizzes("1")[-1]["due_at"] == "2026-10-31T03:59:00Z"


def test_the_first_day_moves_all_dates_together(cli: CommandLine, server: SandboxServer, leaves: str) -> None:
    (row,) = cli.on(server, "copy", leaves, "--to-course", SECOND, "--first-day", "2027-01-04", "--dry-run").json
    assert {one["after"][:10] for one in row["dates"]} == {"2027-01-04", "2027-01-15", "2027-01-18"}


def test_a_dry_run_tells_and_does_nothing(cli: CommandLine, server: SandboxServer, leaves: str) -> None:
    ended = cli("--canvas", server.url, "copy", leaves, "--to-course", SECOND, "--dry-run", token=server.token)
    assert "Due: 2026-10-30 23:59 → 2026-10-30 23:59 (Europe/Berlin)" in ended.out
    assert "dates of single sections" in ended.out
    assert server.core.quizzes(SECOND) == []
    assert len(cli.json("list")) == 1


def test_what_cannot_come_along_is_listed_and_the_rest_goes(cli: CommandLine, server: SandboxServer) -> None:
    assert cli.on(server, "pull", "--course", "1", "--quiz", "3").code == 0
    (sample,) = cli.json("list")
    ended = cli.on(server, "copy", sample["id"], "--to-course", SECOND)
    assert ended.code == 1
    whats = [one["what"] for one in ended.json[0]["left"]]
    assert whats.count("A stimulus or a draw from a bank can only be made on Canvas itself.") == 3
    _, items = there(server)
    assert len(items) + len(whats) == sample["items"]


def test_a_cut_off_copy_is_gone_on_with_by_a_sync(cli: CommandLine, server: SandboxServer, leaves: str) -> None:
    server.core.set_fault("quiz-locked", 1)
    ended = cli.on(server, "copy", leaves, "--to-course", SECOND)
    assert (ended.code, ended.json[0]["error"] is None) == (4, False)
    copy = ended.json[0]["quiz"]
    assert f"quizwright sync {copy}" in ended.err
    server.core.set_fault("quiz-locked", 0)
    assert cli.on(server, "sync", copy).json[0]["sent"]["created"] == 3
    assert [row["entry"]["title"] for row in there(server)[1]] == ["a", "Leaf", "z"]


def test_many_quizzes_go_at_once_and_an_unknown_course_is_told(
    cli: CommandLine, server: SandboxServer, quiz: str, leaves: str
) -> None:
    assert cli.on(server, "copy", quiz, leaves, "--to-course", "77").code == 4
    rows = cli.on(server, "copy", quiz, leaves, "--to-course", SECOND).json
    assert [row["sent"]["created"] for row in rows] == [2, 3]
    assert [row["title"] for row in server.core.quizzes(SECOND)] == ["Bees", "Leaves"]
    copies = [row["quiz"] for row in rows]
    assert cli.on(server, "sync", *copies).json[0]["sent"]["created"] == 0


@pytest.mark.parametrize("wrong", [["--weeks", "x"], ["--weeks", "5000"], ["--first-day", "Monday"]])
def test_what_is_no_time_is_wrong_use(cli: CommandLine, quiz: str, wrong: list[str]) -> None:
    assert cli("copy", quiz, "--to-course", SECOND, *wrong).code == 2
