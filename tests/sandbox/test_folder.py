"""The data folder: what was answered is there again."""

from pathlib import Path

import pytest

from app.sandbox.folder import Folder, FolderBusy
from app.sandbox.opened import Opened, open_sandbox


def _filled(opened: Opened, titles: list[str]) -> None:
    for title in titles:
        opened.core.add_quiz("2", {"title": title})


def _titles(path: Path) -> list[str]:
    opened = open_sandbox(data=path)
    try:
        return [quiz["title"] for quiz in opened.core.quizzes("2")]
    finally:
        opened.close()


def test_state_and_pictures_are_there_again(tmp_path: Path) -> None:
    opened = open_sandbox(data=tmp_path)
    _filled(opened, ["a", "b"])
    address = opened.core.add_media(b"pixels")
    before = opened.core.dump()
    opened.close()
    again = open_sandbox(data=tmp_path)
    assert again.core.dump() == before
    assert again.core.media(address) == b"pixels"
    again.close()


def test_a_line_that_a_kill_cut_off_is_dropped(tmp_path: Path) -> None:
    opened = open_sandbox(data=tmp_path)
    _filled(opened, ["a", "b"])
    opened.close()
    changes = tmp_path / "changes.jsonl"
    changes.write_bytes(changes.read_bytes()[:-20])
    assert _titles(tmp_path) == ["a"]


def test_a_kill_between_the_two_files_of_a_start_loses_nothing(tmp_path: Path) -> None:
    opened = open_sandbox(data=tmp_path)
    _filled(opened, ["a", "b"])
    opened.close()
    old = (tmp_path / "changes.jsonl").read_bytes()
    assert _titles(tmp_path) == ["a", "b"]
    (tmp_path / "changes.jsonl").write_bytes(old)
    assert _titles(tmp_path) == ["a", "b"]


def test_a_second_sandbox_on_the_folder_is_refused(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    with pytest.raises(FolderBusy):
        open_sandbox(data=tmp_path)
    folder.close()
    open_sandbox(data=tmp_path).close()


def test_a_taken_port_is_told_and_gives_the_folder_free(tmp_path: Path) -> None:
    first = open_sandbox()
    with pytest.raises(OSError, match="in use"):
        open_sandbox(data=tmp_path, port=first.canvas.getsockname()[1])
    first.close()
    open_sandbox(data=tmp_path).close()


def test_pictures_keep_a_good_address_when_the_ports_are_taken(tmp_path: Path) -> None:
    opened = open_sandbox(data=tmp_path)
    address = opened.core.add_media(b"pixels")
    opened.close()
    other = open_sandbox(port=int(address.split(":")[2].split("/")[0]))
    moved = open_sandbox(data=tmp_path)
    assert moved.core.site.storage != opened.core.site.storage
    assert moved.core.media(address) == b"pixels"
    shown = moved.core.items("1", "3")[3]["entry"]["interaction_data"]["image_url"]
    assert shown.startswith(moved.core.site.storage)
    for held in (moved, other):
        held.close()
