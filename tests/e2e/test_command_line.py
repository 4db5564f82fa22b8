"""The main job without a window: a quiz is put, synced and pulled into an empty library, and nothing of it is lost.

Every command is a process of its own, as in a person's terminal; the sandbox is one, too.
"""

import hashlib
import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.support.terminal import ENVIRONMENT, Terminal, command

A, B, C = (f"0000000{n}-0000-4000-8000-000000000000" for n in "123")
ITEMS: list[dict[str, Any]] = [
    {
        "points_possible": 2,
        "x_of_the_row": {"kept": [1, None, "ä"]},
        "entry": {
            "title": "Roots",
            "item_body": "<p>Which part takes up water?</p>",
            "interaction_type_slug": "choice",
            "interaction_data": {
                "choices": [
                    {"id": A, "position": 1, "item_body": "<p>root</p>"},
                    {"id": B, "position": 2, "item_body": "<p>leaf</p>"},
                    {"id": C, "position": 3, "item_body": "<p>stem</p>"},
                ]
            },
            "properties": {"shuffle_rules": {"choices": {"to_lock": [2], "shuffled": True}}},
            "scoring_data": {"value": A},
            "scoring_algorithm": "Equivalence",
            "answer_feedback": {A: "<p>Right.</p>"},
            "feedback": {"correct": "<p>Well done.</p>", "incorrect": "<p>Look again.</p>"},
            "calculator_type": "basic",
            "x_of_the_entry": {"deep": {"er": True}},
        },
    },
    {
        "points_possible": 1.5,
        "entry": {
            "title": "Breath",
            "item_body": "<p>Leaves breathe.</p>",
            "interaction_type_slug": "true-false",
            "interaction_data": {"true_choice": "True", "false_choice": "False"},
            "properties": {},
            "scoring_data": {"value": True},
            "scoring_algorithm": "Equivalence",
        },
    },
    {
        "points_possible": 3,
        "entry": {
            "title": "Photo",
            "item_body": "<p>Click the leaf.</p>",
            "interaction_type_slug": "hot-spot",
            "interaction_data": {"image_url": "leaf.jpg", "hotspots_count": 1},
            "properties": {},
            "scoring_data": {
                "value": [
                    {
                        "id": C,
                        "type": "polygon",
                        "coordinates": [{"x": 0.1, "y": 0.2}, {"x": 0.8, "y": 0.25}, {"x": 0.5, "y": 0.9}],
                    }
                ]
            },
            "scoring_algorithm": "HotSpot",
        },
    },
]


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    process = subprocess.Popen(
        command("sandbox"), env={**os.environ, **ENVIRONMENT}, stdout=subprocess.PIPE, text=True, cwd=tmp_path
    )
    assert process.stdout is not None
    yield Terminal(tmp_path, json.loads(process.stdout.readline()))
    process.terminate()
    process.communicate(timeout=30)


def photo(path: Path) -> None:
    """A photo that a camera held sideways has taken: 40 × 60 pixels for the person."""
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (60, 40), "green").save(path, exif=exif)


def missing(put: object, shown: object, path: str = "") -> Iterator[str]:
    """Every place where `shown` lacks, or has otherwise, what was put. More keys are Canvas's own."""
    if isinstance(put, dict) and isinstance(shown, dict):
        for key, value in put.items():
            yield from missing(value, shown[key], f"{path}/{key}") if key in shown else [f"{path}/{key}"]
    elif isinstance(put, list) and isinstance(shown, list) and len(put) == len(shown):
        for place, (one, other) in enumerate(zip(put, shown, strict=True)):
            yield from missing(one, other, f"{path}/{place}")
    elif put != shown:
        yield f"{path}: {put!r} became {shown!r}"


def without_picture(item: dict[str, Any]) -> dict[str, Any]:
    data = {key: value for key, value in item["entry"]["interaction_data"].items() if key != "image_url"}
    return {**item, "entry": {**item["entry"], "interaction_data": data}}


def test_what_was_put_arrives_in_an_empty_library_field_by_field(terminal: Terminal) -> None:
    photo(terminal.folder / "leaf.jpg")
    (terminal.folder / "quiz.json").write_text(json.dumps({"items": ITEMS}))
    quiz = terminal("mine", "new", "Leaves ä")["id"]
    assert terminal("mine", "put", quiz, "quiz.json") == {"added": 3, "replaced": 0, "problems": []}
    sent = terminal("mine", "sync", quiz, "--course", "1")[0]["sent"]
    assert sent == {"created": 3, "updated": 0, "deleted": 0, "moved": 0, "uploaded": 1}
    here = terminal("mine", "show", quiz)

    pulled = terminal("yours", "pull", "--course", "1", "--quiz", here["quiz"]["canvas_id"])
    there = terminal("yours", "show", pulled[0]["quiz"])
    assert there["quiz"]["title"] == "Leaves ä"
    for shown in (here, there):
        assert [*missing([without_picture(item) for item in ITEMS], shown["items"])] == []
    assert [item["canvas_id"] for item in there["items"]] == [item["canvas_id"] for item in here["items"]]
    pictures = [shown["items"][2]["entry"]["interaction_data"]["image_url"] for shown in (here, there)]
    assert pictures[0] == pictures[1]
    assert pictures[0].startswith("http://127.0.0.1:")


def test_an_edit_in_one_library_reaches_the_other_and_then_there_is_nothing_to_do(terminal: Terminal) -> None:
    photo(terminal.folder / "leaf.jpg")
    (terminal.folder / "quiz.json").write_text(json.dumps(ITEMS))
    quiz = terminal("mine", "new", "Leaves")["id"]
    terminal("mine", "put", quiz, "quiz.json")
    terminal("mine", "sync", quiz, "--course", "1")
    theirs = terminal("yours", "pull", "--course", "1")[-1]["quiz"]

    edited = terminal("yours", "show", theirs)["items"][1]
    edited["entry"]["item_body"] = "<p>Roots breathe.</p>"
    (terminal.folder / "edit.json").write_text(json.dumps(edited))
    terminal("yours", "put", theirs, "edit.json")
    assert terminal("yours", "sync", theirs)[0]["sent"]["updated"] == 1
    assert terminal("mine", "sync", quiz)[0]["brought"]["updated"] == 1
    assert terminal("mine", "show", quiz)["items"][1]["entry"]["item_body"] == "<p>Roots breathe.</p>"
    for library, quiz_id in (("mine", quiz), ("yours", theirs)):
        assert not any(terminal(library, "sync", quiz_id)[0]["sent"].values())


def test_the_picture_comes_back_upright_and_the_token_is_nowhere(terminal: Terminal) -> None:
    photo(terminal.folder / "leaf.jpg")
    (terminal.folder / "quiz.json").write_text(json.dumps(ITEMS[2]))
    quiz = terminal("mine", "new", "Leaves")["id"]
    terminal("mine", "put", quiz, "quiz.json")
    sha = terminal("mine", "show", quiz)["items"][0]["entry"]["interaction_data"]["image_url"].removeprefix("media:")
    terminal("mine", "sync", quiz, "--course", "1")
    terminal("yours", "pull", "--course", "1")

    fetched = terminal.folder / "yours" / "media" / sha[:2] / sha
    assert hashlib.sha256(fetched.read_bytes()).hexdigest() == sha
    with Image.open(fetched) as image:
        assert image.size == (40, 60)
    files = [path.read_bytes() for path in terminal.folder.rglob("*") if path.is_file()]
    assert all(terminal.sandbox["token"] not in text for text in terminal.said)
    assert all(terminal.sandbox["token"].encode() not in data for data in files)
