"""Connecting, courses, syncing and pulling, with a sandbox over real HTTP."""

import asyncio
import json
from typing import Any

import pytest
from PIL import Image

from app.canvas.browser_sign_in import signed_in
from app.canvas.kept_login import KeptLogin
from app.canvas.school_key import SchoolKey
from app.canvas.token_endpoint import TokenEndpoint
from app.library.library import Library
from app.sandbox.developer_key import PUBLIC
from app.sandbox.server import SandboxServer
from tests.cli.conftest import CommandLine, MemoryKeyring, hot_spot, titled
from tests.support.browser import Browser

NOTHING_SENT = {"created": 0, "updated": 0, "deleted": 0, "moved": 0, "uploaded": 0}


def rows_there(cli: CommandLine, server: SandboxServer, quiz: str) -> list[dict[str, Any]]:
    canvas_id = cli.json("show", quiz)["quiz"]["canvas_id"]
    return server.core.items(server.course_id, canvas_id)


def picture(cli: CommandLine, quiz: str) -> str:
    url: str = cli.json("show", quiz)["items"][2]["entry"]["interaction_data"]["image_url"]
    return url


def change_there(cli: CommandLine, server: SandboxServer, quiz: str, title: str) -> None:
    shown = cli.json("show", quiz)
    item = shown["items"][0]["canvas_id"]
    server.core.edit_item(server.course_id, shown["quiz"]["canvas_id"], item, {"entry": {"title": title}})


def change_here(cli: CommandLine, quiz: str, title: str) -> str:
    item: str = cli.json("show", quiz)["items"][0]["id"]
    cli.put(quiz, titled(title, id=item))
    return item


def test_connect_checks_the_token_and_keeps_it(
    cli: CommandLine, server: SandboxServer, keychain: MemoryKeyring
) -> None:
    ended = cli("connect", server.url, "--json", stdin=f"{server.token}\n")
    assert (ended.code, ended.json["url"]) == (0, server.url)
    assert ended.json["user"]
    assert list(keychain.kept.values()) == [server.token]
    assert cli.json("courses")[0]["id"] == server.course_id


def test_a_token_that_canvas_refuses_is_not_kept(
    cli: CommandLine, server: SandboxServer, keychain: MemoryKeyring
) -> None:
    ended = cli("connect", server.url, "--json", stdin="wrong-token")
    assert (ended.code, ended.out, keychain.kept) == (4, "", {})


def test_without_a_keychain_connect_says_that_the_token_is_not_kept(cli: CommandLine, server: SandboxServer) -> None:
    ended = cli("connect", server.url, stdin=server.token)
    assert ended.code == 1
    assert "QUIZWRIGHT_TOKEN" in ended.err


@pytest.mark.parametrize("url", ["http://canvas.example.edu", "ftp://canvas.example.edu", "no address", ""])
def test_an_address_that_cannot_be_a_canvas_is_wrong_use(cli: CommandLine, url: str) -> None:
    assert cli("connect", url, stdin="token").code == 2


def test_no_token_on_stdin_is_wrong_use(cli: CommandLine, server: SandboxServer) -> None:
    assert cli("connect", server.url, stdin=" \n").code == 2


def test_a_command_that_needs_canvas_says_how_to_connect(cli: CommandLine, keychain: MemoryKeyring) -> None:
    ended = cli("courses")
    assert ended.code == 2
    assert "quizwright connect" in ended.err


def test_the_canvas_with_a_kept_token_is_the_connected_one(
    cli: CommandLine, server: SandboxServer, keychain: MemoryKeyring
) -> None:
    with SandboxServer() as practice:
        assert cli.on(practice, "courses").code == 0
        cli("connect", server.url, stdin=server.token)
        before = len(practice.core.requests)
        assert cli("courses").code == 0
        assert len(practice.core.requests) == before


def test_a_sign_in_made_in_the_window_is_used_and_kept_up(
    cli: CommandLine, server: SandboxServer, keychain: MemoryKeyring
) -> None:
    cli("connect", server.url, stdin=server.token)
    key, browser = SchoolKey(PUBLIC.client_id), Browser()
    grant = asyncio.run(signed_in(TokenEndpoint(server.url, key), browser.open))
    (entry,) = keychain.kept
    keychain.kept[entry] = KeptLogin(key, grant.refresh_token or "").text()
    assert [cli("courses").code for _ in range(3)] == [0, 0, 0]
    server.core.set_fault("refresh-revoked", 1)
    ended = cli("courses")
    assert (ended.code, "Sign in again" in ended.err) == (4, True)


def test_two_people_on_one_canvas_are_told_apart_by_their_token(
    cli: CommandLine, server: SandboxServer, keychain: MemoryKeyring
) -> None:
    for person in ("1", "3"):
        cli("connect", server.url, stdin=server.core.add_token(person))
    ended = cli("courses", "--canvas", server.url)
    assert (ended.code, "QUIZWRIGHT_TOKEN" in ended.err) == (2, True)
    assert cli("courses", "--canvas", server.url, token=server.core.add_token("3")).code == 0


def test_the_variable_is_not_sent_to_one_of_several_canvases_by_chance(
    cli: CommandLine, server: SandboxServer, synced: str
) -> None:
    with SandboxServer() as other:
        assert cli.on(other, "courses").code == 0
        seen = len(server.core.requests), len(other.core.requests)
        courses, sync = cli("courses", token=other.token), cli("sync", synced, token=other.token)
        assert (courses.code, sync.code) == (2, 2)
        assert server.url in courses.err
        assert f"--canvas {server.url}" in sync.err
        assert (len(server.core.requests), len(other.core.requests)) == seen


def test_an_address_where_nobody_answers_is_4(cli: CommandLine, server: SandboxServer) -> None:
    server.stop()
    ended = cli.on(server, "courses")
    assert (ended.code, ended.out) == (4, "")
    assert ended.err.strip()


def test_a_sync_puts_a_local_quiz_into_the_course_that_is_named(
    cli: CommandLine, server: SandboxServer, quiz: str
) -> None:
    ended = cli.on(server, "sync", "Bees", "--course", server.course_id)
    assert ended.code == 0
    assert ended.json[0]["quiz"] == quiz
    assert ended.json[0]["sent"] == {**NOTHING_SENT, "created": 2}
    assert [row["entry"]["title"] for row in rows_there(cli, server, quiz)] == ["a", "b"]
    listed = cli.json("list")[0]
    assert (listed["course_id"], listed["state"]) == (server.course_id, "synced")


def test_a_second_sync_needs_no_options_and_sends_nothing(cli: CommandLine, server: SandboxServer, synced: str) -> None:
    ended = cli("sync", synced, "--json", token=server.token)
    assert (ended.code, ended.json[0]["sent"]) == (0, NOTHING_SENT)


def test_a_synced_hot_spot_that_is_put_back_keeps_its_picture_here_and_sends_nothing(
    cli: CommandLine, server: SandboxServer, quiz: str
) -> None:
    Image.new("RGB", (60, 40), "green").save(cli.folder / "leaf.png")
    (cli.folder / "leaf.json").write_text(json.dumps(hot_spot("leaf.png")))
    cli.json("put", quiz, str(cli.folder / "leaf.json"))
    reference = picture(cli, quiz)
    assert cli.on(server, "sync", quiz, "--course", server.course_id).json[0]["sent"]["uploaded"] == 1
    assert picture(cli, quiz).startswith(server.storage_url)
    cli.put(quiz, *cli.json("show", quiz)["items"])
    with Library.open(cli.folder / "library", writing=False) as library:
        entry = library.open_quiz(quiz).quiz.items[2].entry
    assert entry.wire()["interaction_data"]["image_url"] == reference
    assert cli.on(server, "sync", quiz).json[0]["sent"] == NOTHING_SENT


def test_changes_of_both_sides_are_told(cli: CommandLine, server: SandboxServer, synced: str) -> None:
    change_there(cli, server, synced, "a there")
    second = cli.json("show", synced)["items"][1]["id"]
    cli.put(synced, titled("b here", id=second))
    ended = cli.on(server, "sync", synced)
    assert ended.json[0]["sent"] == {**NOTHING_SENT, "updated": 1}
    assert ended.json[0]["brought"] == {"created": 0, "updated": 1, "deleted": 0, "downloaded": 0}
    assert [row["entry"]["title"] for row in rows_there(cli, server, synced)] == ["a there", "b here"]


def test_a_dry_run_tells_the_same_and_does_nothing(cli: CommandLine, server: SandboxServer, quiz: str) -> None:
    before = cli.json("show", quiz), cli.json("list"), server.core.quizzes(server.course_id)
    ended = cli.on(server, "sync", quiz, "--course", server.course_id, "--dry-run")
    assert (ended.code, ended.json[0]["sent"]) == (0, {**NOTHING_SENT, "created": 2})
    assert (cli.json("show", quiz), cli.json("list"), server.core.quizzes(server.course_id)) == before


def test_what_a_person_should_know_is_said_before_and_after(
    cli: CommandLine, server: SandboxServer, synced: str
) -> None:
    server.core.set_submissions(cli.json("show", synced)["quiz"]["canvas_id"])
    item = cli.json("show", synced)["items"][0]
    cli.put(synced, {**item, "points_possible": 5})
    planned = cli.on(server, "sync", synced, "--dry-run").json[0]["notes"]
    assert any("Only texts and points can be sent now" in note for note in planned)
    assert any("until you regrade the quiz on Canvas" in note for note in planned)
    done = cli.on(server, "sync", synced).json[0]
    assert done["sent"]["updated"] >= 1
    assert any("until you regrade the quiz on Canvas" in note for note in done["notes"])


def test_a_conflict_is_3_and_stays_on_both_sides(cli: CommandLine, server: SandboxServer, synced: str) -> None:
    change_there(cli, server, synced, "theirs")
    item = change_here(cli, synced, "mine")
    ended = cli.on(server, "sync", synced)
    assert ended.code == 3
    assert ended.json[0]["conflicts"] == [{"item": item, "unit": "title", "mine": "mine", "theirs": "theirs"}]
    assert rows_there(cli, server, synced)[0]["entry"]["title"] == "theirs"
    assert cli.json("show", synced)["items"][0]["entry"]["title"] == "mine"
    assert cli.json("list")[0]["state"] == "conflict"


@pytest.mark.parametrize(("side", "title"), [("mine", "mine"), ("canvas", "theirs")])
def test_a_preferred_side_decides_a_conflict(
    cli: CommandLine, server: SandboxServer, synced: str, side: str, title: str
) -> None:
    change_there(cli, server, synced, "theirs")
    change_here(cli, synced, "mine")
    ended = cli.on(server, "sync", synced, "--prefer", side)
    assert (ended.code, ended.json[0]["conflicts"]) == (0, [])
    assert rows_there(cli, server, synced)[0]["entry"]["title"] == title
    assert cli.json("show", synced)["items"][0]["entry"]["title"] == title


def test_a_question_with_errors_is_held_and_the_rest_goes(cli: CommandLine, server: SandboxServer, quiz: str) -> None:
    wrong = titled("wrong")
    cli.put(quiz, {**wrong, "entry": {**wrong["entry"], "item_body": ""}})
    item = cli.json("show", quiz)["items"][2]["id"]
    ended = cli.on(server, "sync", quiz, "--course", server.course_id)
    assert (ended.code, ended.json[0]["sent"]["created"]) == (1, 2)
    assert [held["item"] for held in ended.json[0]["held"]] == [item]
    assert ended.json[0]["held"][0]["reason"]


def test_one_item_is_sent_alone(cli: CommandLine, server: SandboxServer, synced: str) -> None:
    first, second = (item["id"] for item in cli.json("show", synced)["items"])
    cli.put(synced, titled("A", id=first), titled("B", id=second))
    ended = cli.on(server, "sync", synced, "--item", second)
    assert (ended.code, ended.json[0]["sent"]["updated"]) == (0, 1)
    assert [row["entry"]["title"] for row in rows_there(cli, server, synced)] == ["a", "B"]


def test_a_quiz_that_is_in_no_course_needs_to_be_told_where(cli: CommandLine, server: SandboxServer, quiz: str) -> None:
    ended = cli.on(server, "sync", quiz)
    assert ended.code == 2
    assert "--course" in ended.err


def test_one_quiz_that_fails_does_not_stop_the_others(cli: CommandLine, server: SandboxServer, synced: str) -> None:
    other = cli.json("new", "Ants")["id"]
    change_here(cli, synced, "A")
    ended = cli.on(server, "sync", other, synced)
    assert ended.code == 2
    assert [row["error"] is None for row in ended.json] == [False, True]
    assert ended.json[1]["sent"]["updated"] == 1


def test_a_wrong_token_is_4_and_nothing_is_lost(cli: CommandLine, server: SandboxServer, synced: str) -> None:
    change_here(cli, synced, "A")
    ended = cli("sync", synced, "--json", "--canvas", server.url, token="wrong-token")
    assert ended.code == 4
    assert cli.json("show", synced)["items"][0]["entry"]["title"] == "A"


def test_a_quiz_that_is_gone_there_is_4_and_kept_here(cli: CommandLine, server: SandboxServer, synced: str) -> None:
    server.core.delete_quiz(server.course_id, cli.json("show", synced)["quiz"]["canvas_id"])
    assert cli.on(server, "sync", synced).code == 4
    assert len(cli.json("show", synced)["items"]) == 2


def test_a_second_course_is_another_link_and_show_tells_the_first(
    cli: CommandLine, server: SandboxServer, synced: str
) -> None:
    first = cli.json("show", synced)
    ended = cli.on(server, "sync", synced, "--course", "2")
    assert (ended.code, ended.json[0]["sent"]["created"]) == (0, 2)
    assert cli.json("show", synced) == first


def test_a_pull_brings_every_quiz_of_the_course_with_its_pictures(cli: CommandLine, server: SandboxServer) -> None:
    ended = cli.on(server, "pull", "--course", server.course_id)
    assert ended.code == 0
    there = server.core.quizzes(server.course_id)
    assert [row["items"] for row in ended.json] == [
        len(server.core.items(server.course_id, str(quiz["id"]))) for quiz in there
    ]
    assert {row["state"] for row in cli.json("list")} == {"synced"}
    assert list((cli.folder / "library" / "media").glob("*/*"))


def test_a_pull_sends_nothing_and_keeps_what_was_changed_here(
    cli: CommandLine, server: SandboxServer, synced: str
) -> None:
    change_there(cli, server, synced, "a there")
    second = cli.json("show", synced)["items"][1]["id"]
    cli.put(synced, titled("b here", id=second), titled("new here"))
    before = len(server.core.requests)
    assert cli.on(server, "pull", "--course", server.course_id).code == 0
    assert {seen.method for seen in server.core.requests[before:]} == {"GET"}
    titles = [item["entry"]["title"] for item in cli.json("show", synced)["items"]]
    assert titles == ["a there", "b here", "new here"]


def test_a_pull_with_a_conflict_is_3(cli: CommandLine, server: SandboxServer, synced: str) -> None:
    change_there(cli, server, synced, "theirs")
    change_here(cli, synced, "mine")
    ended = cli.on(server, "pull", "--course", server.course_id)
    assert ended.code == 3
    assert "title" in ended.err


def test_a_draft_with_errors_does_not_trouble_a_pull(cli: CommandLine, server: SandboxServer, synced: str) -> None:
    wrong = titled("draft")
    cli.put(synced, {**wrong, "entry": {**wrong["entry"], "item_body": ""}})
    assert cli.on(server, "pull", "--course", server.course_id).code == 0


def test_a_deleted_quiz_comes_back_only_when_it_is_named(cli: CommandLine, server: SandboxServer, synced: str) -> None:
    canvas_id = cli.json("show", synced)["quiz"]["canvas_id"]
    cli("delete", synced)
    pulled = cli.on(server, "pull", "--course", server.course_id).json
    assert synced not in {row["quiz"] for row in pulled}
    pulled = cli.on(server, "pull", "--course", server.course_id, "--quiz", canvas_id).json
    assert pulled == [{"quiz": synced, "items": 2}]
    assert synced in {row["id"] for row in cli.json("list")}


def test_a_quiz_that_the_course_does_not_have_is_4(cli: CommandLine, server: SandboxServer) -> None:
    assert cli.on(server, "pull", "--course", server.course_id, "--quiz", "999").code == 4


def test_the_token_is_in_no_file_and_in_nothing_that_is_printed(
    cli: CommandLine, server: SandboxServer, synced: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = []
    for words in (["courses"], ["pull", "--course", "1"], ["sync", synced], ["sync", synced, "--dry-run"]):
        ended = cli.on(server, *words)
        said += [ended.out, ended.err]
    ended = cli("connect", server.url, "--json", stdin=server.token)
    files = [path.read_bytes() for path in cli.folder.rglob("*") if path.is_file()]
    assert all(server.token not in text for text in [*said, ended.out, ended.err, json.dumps(cli.json("list"))])
    assert files
    assert all(server.token.encode() not in data for data in files)
