"""What Canvas refuses is told by its name, and no trace of it leads the next sync astray."""

import pytest

from app.library.library import Library
from app.sandbox.server import SandboxServer
from tests.cli.conftest import CommandLine, titled


def test_a_course_that_is_not_there_is_named_and_the_quiz_is_not_tied_to_it(
    cli: CommandLine, server: SandboxServer, quiz: str
) -> None:
    ended = cli.on(server, "sync", quiz, "--course", "99")
    assert (ended.code, ended.json[0]["error"]) == (4, f'There is no course "99" on {server.url}.')
    assert cli.on(server, "sync", quiz, "--course", server.course_id).code == 0
    assert cli.on(server, "sync", quiz).code == 0
    assert cli.json("list")[0]["course_id"] == server.course_id


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--course", "99"), 'no course "99"'),
        (("--course", "99", "--quiz", "5"), 'no quiz "5" in course "99"'),
        (("--course", "1", "--quiz", "77777"), 'no quiz "77777" in course "1"'),
    ],
)
def test_a_pull_names_what_canvas_does_not_have(
    cli: CommandLine, server: SandboxServer, words: tuple[str, ...], said: str
) -> None:
    ended = cli.on(server, "pull", *words)
    assert (ended.code, ended.out) == (4, "")
    assert said in ended.err


def test_of_several_quizzes_the_one_that_failed_is_named(cli: CommandLine, server: SandboxServer, synced: str) -> None:
    cli.json("new", "Ants")
    ended = cli.on(server, "sync", "Ants", "Bees")
    assert f"Ants: This quiz is in no course on {server.url} yet." in ended.err
    assert "Bees:" not in ended.err


def test_a_sync_that_is_cut_off_counts_what_it_had_sent(cli: CommandLine) -> None:
    quiz: str = cli.json("new", "Ants")["id"]
    cli.put(quiz, *(titled(f"{number}") for number in range(20)))
    with SandboxServer(faults={"unauthorized-mid": 0.06}, seed=5) as server:
        ended = cli.on(server, "sync", quiz, "--course", server.course_id)
        there = server.core.items(server.course_id, cli.json("show", quiz)["quiz"]["canvas_id"])
    assert ended.code == 4
    assert 0 < ended.json[0]["sent"]["created"] == len(there) < 20


def test_a_dry_run_says_what_would_be_sent(cli: CommandLine, server: SandboxServer, quiz: str) -> None:
    words = ("--canvas", server.url, "sync", quiz, "--course", server.course_id, "--dry-run")
    assert cli(*words, token=server.token).out == "Bees: would send 2 created; would bring in nothing\n"


def test_courses_are_told_while_a_window_is_open(cli: CommandLine, server: SandboxServer) -> None:
    with Library.open(cli.folder / "library"):
        assert [course["id"] for course in cli.on(server, "courses").json] == ["1", "2"]
