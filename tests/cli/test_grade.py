"""Grading responses without a window."""

import json
from pathlib import Path

import pytest

from app.preferences import OVAL_READING, Preferences
from tests.cli.conftest import CommandLine
from tests.support.graded import blanks, by_hand, choice, hot_spot, numeric
from tests.support.ovals import ovals_read_as

ITEMS = [
    choice("b", "ab", 2),
    numeric({"type": "exactResponse", "value": "7"}),
    blanks({"algorithm": "TextRegex", "value": "cat"}, points=3),
    hot_spot(("square", [(0, 0), (0.5, 1)])),
    by_hand("essay", 5),
]


@pytest.fixture
def quiz(cli: CommandLine, tmp_path: Path) -> list[str]:
    """A quiz of five questions; gives the ids of its items."""
    cli("new", "Bees")
    file = tmp_path / "items.json"
    file.write_text(json.dumps([item.wire() for item in ITEMS]), encoding="utf-8")
    cli("put", "Bees", str(file))
    return [item["id"] for item in cli.json("show", "Bees")["items"]]


def _file(folder: Path, responses: object) -> str:
    file = folder / "responses.json"
    file.write_text(json.dumps(responses), encoding="utf-8")
    return str(file)


def test_every_question_is_graded_as_it_is_promised(cli: CommandLine, quiz: list[str], tmp_path: Path) -> None:
    given = dict(zip(quiz, ["b", "8", {"0": "cats"}, {"x": 0.5, "y": 0.5}, "An essay."], strict=True))
    marks = cli.json("grade", "Bees", _file(tmp_path, given))
    assert (marks["score"], marks["possible"]) == (6, 12)
    assert [(one["item"], one["points"], one["possible"], one["correct"]) for one in marks["items"]] == [
        (quiz[0], 2, 2, True),
        (quiz[1], 0, 1, False),
        (quiz[2], 3, 3, True),
        (quiz[3], 1, 1, True),
        (quiz[4], None, 5, None),
    ]
    assert "Indicative" in marks["items"][2]["detail"]
    assert all(set(one) == {"item", "points", "possible", "correct", "detail"} for one in marks["items"])


def test_an_oval_is_read_as_the_window_reads_it(cli: CommandLine, tmp_path: Path) -> None:
    cli("new", "Bees")
    stored = hot_spot(("oval", [(0.3, 0.5), (0.2, 0.6)])).wire()
    cli.put("Bees", stored)
    (made,) = cli.json("show", "Bees")["items"]
    given = _file(tmp_path, {made["id"]: {"x": 0.35, "y": 0.3}})
    assert cli.json("grade", "Bees", given)["score"] == 0
    Preferences(tmp_path / "preferences.json").put(OVAL_READING, "centre-size")
    with ovals_read_as("corners"):
        assert cli.json("grade", "Bees", given)["score"] == 1


def test_what_is_not_answered_earns_nothing(cli: CommandLine, quiz: list[str], tmp_path: Path) -> None:
    marks = cli.json("grade", "Bees", _file(tmp_path, {}))
    assert [one["points"] for one in marks["items"]] == [0, 0, 0, 0, None]


def test_responses_come_from_stdin_too(cli: CommandLine, quiz: list[str]) -> None:
    assert cli("grade", "Bees", "-", stdin=json.dumps({quiz[0]: "b"})).out.splitlines()[-1] == "2 of 12 points."


def test_an_answer_in_another_form_earns_nothing_and_the_rest_is_graded(
    cli: CommandLine, quiz: list[str], tmp_path: Path
) -> None:
    done = cli("grade", "Bees", _file(tmp_path, {quiz[0]: ["b"], quiz[1]: "7"}))
    assert done.code == 1
    assert "is the id of one choice" in done.out
    assert done.out.splitlines()[-1] == "1 of 12 points."


@pytest.mark.parametrize(
    ("responses", "words"),
    [(["b"], "no map of responses"), ({"nobody": "b"}, 'no item "nobody"'), ("b", "no map of responses")],
)
def test_a_file_that_is_no_map_of_responses_is_wrong_use(
    cli: CommandLine, quiz: list[str], tmp_path: Path, responses: object, words: str
) -> None:
    done = cli("grade", "Bees", _file(tmp_path, responses))
    assert (done.code, done.out) == (2, "")
    assert words in done.err


def test_a_missing_file_is_wrong_use(cli: CommandLine, quiz: list[str], tmp_path: Path) -> None:
    assert cli("grade", "Bees", str(tmp_path / "none.json")).code == 2
