"""A library goes to another computer and back, by commands alone."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app import paths
from tests.cli.conftest import CommandLine, titled


@pytest.fixture
def preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The preferences of a person who likes it dark, and a dictionary."""
    file, words = tmp_path / "config" / "preferences.json", tmp_path / "config" / "words.txt"
    monkeypatch.setattr(paths, "preferences_file", lambda: file)
    monkeypatch.setattr(paths, "own_words_file", lambda: words)
    file.parent.mkdir()
    file.write_text(json.dumps({"theme": "dark", "window": "AAAA", "library_folder": ""}), encoding="utf-8")
    words.write_text("stomata\n", encoding="utf-8")
    return file


def test_a_library_moves_with_preferences_and_comes_back(
    cli: CommandLine, quiz: str, tmp_path: Path, preferences: Path
) -> None:
    moved = tmp_path / "all.quizwright-library"
    assert cli.json("move", str(moved)) == {"file": str(moved), "quizzes": 1, "left_out": []}
    refused = cli("new", "Wasps")
    assert (refused.code, "handed over to another computer" in refused.err) == (5, True)
    assert cli.json("list")[0]["title"] == "Bees"
    preferences.unlink()
    paths.own_words_file().write_text("xylem\n", encoding="utf-8")
    there = replace(cli, library="other")
    assert there.json("take-over", str(moved)) == {"quizzes": 1, "new": 1, "updated": 0, "twice": []}
    assert json.loads(preferences.read_text(encoding="utf-8")) == {"theme": "dark"}
    assert paths.own_words_file().read_text(encoding="utf-8") == "stomata\nxylem\n"
    assert there.json("show", quiz)["items"] == cli.json("show", quiz)["items"]
    there.put(quiz, titled("c"))
    there.json("move", str(moved))
    assert cli.json("take-over", str(moved))["updated"] == 1
    assert len(cli.json("show", quiz)["items"]) == 3
    cli.json("new", "Wasps")


def test_what_was_changed_on_both_computers_is_told(
    cli: CommandLine, quiz: str, tmp_path: Path, preferences: Path
) -> None:
    moved = tmp_path / "all.quizwright-library"
    there = replace(cli, library="other")
    cli.json("move", str(moved))
    there.json("take-over", str(moved))
    cli.json("take-back")
    cli.put(quiz, titled("here"))
    there.put(quiz, titled("there"))
    there.json("move", str(moved))
    met = cli("take-over", str(moved), "--json")
    assert (met.code, met.json["twice"]) == (1, ["Bees"])
    assert "both are kept" in met.err
    assert {row["title"] for row in cli.json("list")} == {"Bees", "Bees (from the other computer)"}


@pytest.mark.parametrize("name", ["nothing", "folder", "text"])
def test_what_is_no_moved_library_is_refused(cli: CommandLine, quiz: str, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "text").write_text("text", encoding="utf-8")
    refused = cli("take-over", str(tmp_path / name))
    assert refused.code in (2, 5)
    assert refused.err
    assert len(cli.json("list")) == 1


def test_a_library_is_not_moved_to_a_folder_or_into_none(cli: CommandLine, quiz: str, tmp_path: Path) -> None:
    assert cli("move", str(tmp_path)).code == 2
    assert cli("move", str(tmp_path / "none" / "file")).code == 2
    cli.json("new", "Wasps")
