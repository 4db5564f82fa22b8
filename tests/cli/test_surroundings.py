"""Libraries that cannot be opened or written, backups, and words that no database takes."""

import json
import os
from pathlib import Path

import apsw
import pytest

from app import paths
from app.cli.main import main
from app.library.library import Library
from app.preferences import LIBRARY_FOLDER, Preferences
from tests.cli.conftest import TRUE_FALSE, CommandLine
from tests.support.failing_disk import failing_disk

WRITING = (["new", "Ants"], ["delete", "Bees"], ["put", "Bees", "-"])
READING = (["list"], ["show", "Bees"], ["check", "Bees"])


@pytest.fixture
def folder(cli: CommandLine) -> Path:
    """A library that holds one quiz."""
    cli("new", "Bees")
    cli.put("Bees", TRUE_FALSE)
    return cli.folder / "library"


@pytest.mark.parametrize("words", WRITING, ids=" ".join)
def test_writing_into_a_library_that_is_open_elsewhere_is_5(cli: CommandLine, folder: Path, words: list[str]) -> None:
    with Library.open(folder):
        ended = cli(*words, stdin="[]")
    assert ended.code == 5
    assert str(folder) in ended.err


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_reading_works_while_the_library_is_open_elsewhere(cli: CommandLine, folder: Path, words: list[str]) -> None:
    with Library.open(folder):
        assert cli(*words).code == 0


def test_a_library_of_a_newer_version_is_read_and_not_written(cli: CommandLine, folder: Path) -> None:
    db = apsw.Connection(str(folder / "library.sqlite"))
    db.pragma("user_version", 9999)
    db.close()
    assert [quiz["title"] for quiz in cli.json("list")] == ["Bees"]
    ended = cli("new", "Ants")
    assert ended.code == 5
    assert "newer version" in ended.err


@pytest.mark.parametrize("words", [["list"], ["new", "Bees"]], ids=" ".join)
def test_a_file_that_is_no_library_is_5_and_left_as_it_is(cli: CommandLine, words: list[str]) -> None:
    file = cli.folder / "library" / "library.sqlite"
    file.parent.mkdir()
    file.write_text("My shopping list " * 100)
    assert cli(*words).code == 5
    assert file.read_text() == "My shopping list " * 100


def test_a_folder_that_cannot_be_one_is_5(cli: CommandLine) -> None:
    (cli.folder / "library").write_text("a file")
    ended = cli("list")
    assert ended.code == 5
    assert "Traceback" not in ended.err


def test_without_the_option_the_library_of_the_window_is_used(
    cli: CommandLine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preferences = cli.folder / "preferences.json"
    monkeypatch.setattr(paths, "data_folder", lambda: cli.folder / "default")
    assert main(["new", "Ants"]) == 0
    Preferences(preferences).put(LIBRARY_FOLDER, str(folder))
    cli.capsys.readouterr()
    assert main(["list", "--json"]) == 0
    assert [quiz["title"] for quiz in json.loads(cli.capsys.readouterr().out)] == ["Bees"]


def test_a_backup_is_put_back_and_the_library_before_is_kept_aside(cli: CommandLine, folder: Path) -> None:
    copy, shown = str(cli.folder / "copy.zip"), cli.json("show", "Bees")
    assert cli.json("backup", copy)["quizzes"] == 1
    cli("delete", "Bees")
    cli("new", "Ants")
    assert cli.json("restore", copy)["quizzes"] == 1
    assert cli.json("show", "Bees") == shown
    assert list(folder.glob("replaced-*"))


def test_a_backup_can_be_made_while_a_window_writes(cli: CommandLine, folder: Path) -> None:
    with Library.open(folder):
        assert cli("backup", str(cli.folder / "copy.zip")).code == 0
    cli.library = "other"
    assert cli.json("restore", str(cli.folder / "copy.zip"))["quizzes"] == 1


def test_a_restore_into_a_library_that_is_open_is_5(cli: CommandLine, folder: Path) -> None:
    cli("backup", str(cli.folder / "copy.zip"))
    with Library.open(folder):
        assert cli("restore", str(cli.folder / "copy.zip")).code == 5


def test_what_is_no_backup_is_refused_and_changes_nothing(cli: CommandLine, folder: Path) -> None:
    wrong = cli.folder / "wrong.zip"
    wrong.write_text("no backup")
    assert cli("restore", str(wrong)).code == 5
    assert cli("restore", str(cli.folder / "none.zip")).code == 2
    assert [quiz["title"] for quiz in cli.json("list")] == ["Bees"]


def test_a_backup_to_a_place_that_is_not_there_is_wrong_use(cli: CommandLine, folder: Path) -> None:
    assert cli("backup", str(cli.folder / "none" / "copy.zip")).code == 2


def test_half_a_character_is_told_and_not_kept(cli: CommandLine, folder: Path) -> None:
    ended = cli("put", "Bees", "-", stdin=json.dumps({**TRUE_FALSE, "entry": {"title": "\ud800"}}))
    assert (ended.code, len(cli.json("show", "Bees")["items"])) == (2, 1)
    assert cli("new", "Bees \udcff").code == 2


@pytest.mark.parametrize(
    "words", [["lst"], ["show"], ["show", "Bees", "--colour"], ["sync"], ["pull"], ["--wrong"], ["list", "--js"]]
)
def test_wrong_use_is_2_with_words_on_stderr(cli: CommandLine, words: list[str]) -> None:
    ended = cli(*words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err


def test_help_lists_every_command_and_every_fault(cli: CommandLine) -> None:
    told = cli("--help").out
    assert all(f"\n  {name} " in told for name in ("list", "show", "put", "sync", "sandbox", "restore"))
    assert "late-commit" in cli("sandbox", "--help").out


@pytest.mark.parametrize("words", [["--fault", "none"], ["--fault", "late-commit=x"], ["--port", "99999"]])
def test_a_sandbox_that_cannot_start_is_wrong_use(cli: CommandLine, words: list[str]) -> None:
    assert cli("sandbox", *words).code == 2


def test_an_empty_file_is_an_empty_library(cli: CommandLine) -> None:
    (cli.folder / "library").mkdir()
    (cli.folder / "library" / "library.sqlite").touch()
    assert cli.json("list") == []


@pytest.mark.parametrize("to", [".", "/", "..", "folder", "pipe"])
def test_a_backup_takes_the_place_of_files_only(
    cli: CommandLine, folder: Path, to: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(cli.folder)
    Path("folder").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo("pipe")
    else:
        Path("pipe").mkdir()
    ended = cli("backup", to)
    assert (ended.code, ended.out) == (2, "")
    assert f'"{to}" is no file' in ended.err


def test_a_full_disk_is_told_with_what_to_do(cli: CommandLine, folder: Path) -> None:
    with failing_disk() as disk:
        disk.fail_after(0)
        ended = cli("put", "Bees", "-", stdin=json.dumps([TRUE_FALSE]))
    assert (ended.code, ended.out) == (5, "")
    assert ended.err.startswith(f'There is no space left on the disk of "{folder / "library.sqlite"}". Free some space')
    assert "window" not in ended.err
    assert len(cli.json("show", "Bees")["items"]) == 1


def test_a_newer_library_or_backup_is_told_with_the_way_out(cli: CommandLine, folder: Path) -> None:
    future = cli.folder / "future.sqlite"
    future.write_bytes((folder / "library.sqlite").read_bytes())
    for path in (folder / "library.sqlite", future):
        db = apsw.Connection(str(path))
        db.pragma("user_version", 9999)
        db.close()
    assert "Update Quizwright" in cli("new", "Ants").err
    ended = cli("restore", str(future))
    assert ended.code == 5
    assert "Update Quizwright" in ended.err
    assert "You can read it" not in ended.err


def test_a_backup_without_room_is_told_by_its_own_name(cli: CommandLine, folder: Path) -> None:
    with failing_disk() as disk:
        disk.fail_after(0)
        ended = cli("backup", str(cli.folder / "copy.zip"))
    assert ended.code == 5
    assert f'no space left on the disk of "{cli.folder / "copy.zip"}"' in ended.err
    assert not [*cli.folder.glob("*copy*"), *cli.folder.glob(".backup*")]
