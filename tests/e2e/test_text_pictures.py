"""Pictures in texts, from a file beside the JSON to Canvas and into an empty library, where they show off-line."""

import json
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from app.html.sources import sources
from app.library.library import Library
from app.sandbox.server import SandboxServer
from app.secrets import SessionStore
from app.session.tasks import Tasks
from app.session.tokens import Tokens
from app.session.workspace import Workspace
from app.ui.sync.sync_screen import SyncScreen
from tests.e2e.conftest import OpenWindow
from tests.e2e.test_main_job import begin_sync, carried_out, connect
from tests.support.coroutine import run_in_loop, until
from tests.support.person import Person
from tests.support.scripted import serving
from tests.support.terminal import Terminal

A, B = (f"0000000{n}-0000-4000-8000-000000000000" for n in "12")
QUESTION = {
    "points_possible": 1,
    "entry": {
        "title": "Leaf",
        "item_body": '<p>Which one is <img src="leaf.png" alt="A green leaf" width="120"> of?</p>',
        "interaction_type_slug": "choice",
        "interaction_data": {
            "choices": [
                {"id": A, "position": 1, "item_body": '<p><img src="pictures/oak.jpg" alt="An oak"></p>'},
                {"id": B, "position": 2, "item_body": "<p>none</p>"},
            ]
        },
        "properties": {},
        "scoring_data": {"value": A},
        "scoring_algorithm": "Equivalence",
    },
}


@pytest.fixture
def terminal(sandbox: SandboxServer, tmp_path: Path) -> Terminal:
    (tmp_path / "pictures").mkdir()
    Image.new("RGB", (60, 40), "green").save(tmp_path / "leaf.png")
    Image.new("RGB", (80, 90), "brown").save(tmp_path / "pictures" / "oak.jpg")
    (tmp_path / "quiz.json").write_text(json.dumps(QUESTION))
    return Terminal(tmp_path, {"url": sandbox.url, "token": sandbox.token})


def test_pictures_arrive_in_an_empty_library_and_show_off_line(
    terminal: Terminal, sandbox: SandboxServer, qtbot: QtBot
) -> None:
    quiz = terminal("mine", "new", "Leaves")["id"]
    assert terminal("mine", "put", quiz, "quiz.json")["problems"] == []
    assert all(source.startswith("media:") for source in sources(terminal("mine", "show", quiz)))
    assert terminal("mine", "sync", quiz, "--course", "1")[0]["sent"]["uploaded"] == 2
    files = {row["content_type"]: sandbox.core.file_content(row["id"]) for row in sandbox.core.files("1")}
    assert files["image/png"] == (terminal.folder / "leaf.png").read_bytes()
    assert not any(terminal("mine", "sync", quiz)[0]["sent"].values())

    here = terminal("mine", "show", quiz)
    pulled = terminal("yours", "pull", "--course", "1", "--quiz", here["quiz"]["canvas_id"])
    there = terminal("yours", "show", pulled[0]["quiz"])
    assert 'alt="A green leaf" width="120"' in there["items"][0]["entry"]["item_body"]
    assert sources(there) == sources(here)
    assert not any(terminal("yours", "sync", pulled[0]["quiz"])[0]["sent"].values())

    sandbox.stop()
    workspace = Workspace(Library.open(terminal.folder / "yours"))
    paths = [workspace.shelf.path_of(source) for source in sources(there)]
    assert {path.read_bytes() for path in paths if path is not None} == set(files.values())
    workspace.close()


def test_what_show_prints_after_a_sync_can_be_put_back_and_sends_nothing(terminal: Terminal) -> None:
    quiz = terminal("mine", "new", "Leaves")["id"]
    terminal("mine", "put", quiz, "quiz.json")
    terminal("mine", "sync", quiz, "--course", "1")
    (terminal.folder / "shown.json").write_text(json.dumps(terminal("mine", "show", quiz)))
    assert terminal("mine", "put", quiz, "shown.json")["replaced"] == 1
    assert not any(terminal("mine", "sync", quiz)[0]["sent"].values())
    assert terminal("mine", "sync", quiz, "--course", "2")[0]["sent"]["uploaded"] == 2


def test_the_token_is_in_no_file_and_no_word(terminal: Terminal, sandbox: SandboxServer) -> None:
    quiz = terminal("mine", "new", "Leaves")["id"]
    terminal("mine", "put", quiz, "quiz.json")
    terminal("mine", "sync", quiz, "--course", "1")
    terminal("yours", "pull", "--course", "1")
    files = [path.read_bytes() for path in terminal.folder.rglob("*") if path.is_file()]
    assert all(sandbox.token not in text for text in terminal.said)
    assert all(sandbox.token.encode() not in data for data in files)


def test_nothing_is_asked_of_a_strange_host_before_the_person_says_so(
    open_window: OpenWindow, sandbox: SandboxServer, qapp: QApplication
) -> None:
    person = open_window()
    person.new_quiz("Leaves")
    person.write_statement("Leaves breathe.", right=True)

    async def scenario(tasks: Tasks) -> None:
        person.window.run_tasks(tasks, Tokens(SessionStore()))
        sync = await begin_sync(person)
        await connect(person, sync, sandbox)
        QTest.keyClick(sync.choice.courses, Qt.Key.Key_Return)
        await carried_out(person, sync)
        with serving() as stranger:
            put_in_on_canvas(sandbox, f'<p><img src="{stranger.url}/leaf.png" alt="A leaf"></p>')
            await begin_sync(person)
            await pressed(person, sync, sync.start)
            assert "1 picture on 127.0.0.1:" in sync.plan.warnings.said[0]
            await pressed(person, sync, sync.fetch)
            assert "Only pictures at https addresses are fetched" in sync.plan.warnings.said[0]
            assert not sync.fetch.isVisible()
            assert stranger.asked == []

    run_in_loop(qapp, scenario)


def put_in_on_canvas(sandbox: SandboxServer, html: str) -> None:
    quiz_id = str(sandbox.core.quizzes("1")[-1]["id"])
    (row,) = sandbox.core.items("1", quiz_id)
    sandbox.core.edit_item("1", quiz_id, str(row["id"]), {"entry": {"item_body": html}})


async def pressed(person: Person, sync: SyncScreen, button: QPushButton) -> None:
    """Press a button of the page and wait until what it began is done."""
    await until(lambda: button.isVisible() and button.isEnabled() and not sync.busy)
    person.click(button)
    await until(lambda: sync.busy)
    await until(lambda: not sync.busy)
