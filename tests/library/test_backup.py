"""One file holds the whole library; what is restored from it is all of it."""

import hashlib
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.library.automatic_backup import automatic_backups, back_up_database
from app.library.backup import restore_backup, write_backup
from app.library.errors import LibraryReadOnly, NotABackup
from app.library.library import Library
from app.library.migrations import MIGRATIONS
from app.models.quiz import NewQuiz
from tests.support.clock import Clock
from tests.support.quiz import three_items

PICTURE = b"\x89PNG\r\n a leaf"
SHA = hashlib.sha256(PICTURE).hexdigest()


@pytest.fixture
def full(library: Library) -> Library:
    """A library with a quiz, an edit in its history, and a picture."""
    quiz = library.create_quiz(NewQuiz(title="Herbarium"), three_items())
    library.save(quiz.with_items(quiz.items[1:]), before=quiz, what="Delete question", problem_counts={})
    library.take_media(PICTURE, content_type="image/png", width=3, height=2, name="leaf.png")
    return library


def rows(library: Library) -> dict[str, list[object]]:
    """Every row of every table."""
    names = [name for (name,) in library.db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {name: list(library.db.execute(f'SELECT * FROM "{name}"')) for name in names}


def test_a_backup_restores_the_same_library_elsewhere(full: Library, tmp_path: Path) -> None:
    assert write_backup(full.db, full.folder, tmp_path / "all.zip") == ()
    (tmp_path / "other").mkdir()
    restore_backup(tmp_path / "all.zip", tmp_path / "other", full.now())
    with Library.open(tmp_path / "other") as restored:
        assert rows(restored) == rows(full)
        assert restored.read_media(SHA) == PICTURE


def test_a_reader_backs_up_beside_an_open_window(full: Library, folder: Path, tmp_path: Path) -> None:
    with Library.open(folder, writing=False) as reading:
        write_backup(reading.db, folder, tmp_path / "all.zip")
        with pytest.raises(LibraryReadOnly):
            reading.create_quiz(NewQuiz(title="New"))
    assert zipfile.ZipFile(tmp_path / "all.zip").testzip() is None


def test_what_a_restore_replaces_is_kept_aside(full: Library, folder: Path, tmp_path: Path) -> None:
    write_backup(full.db, folder, tmp_path / "all.zip")
    full.create_quiz(NewQuiz(title="Written later"))
    full.close()
    restore_backup(tmp_path / "all.zip", folder, 0)
    with Library.open(folder) as restored:
        assert [row.title for row in restored.quizzes()] == ["Herbarium"]
    with Library.open(folder / "replaced-1970-01-01-000000") as old:
        assert {row.title for row in old.quizzes()} == {"Herbarium", "Written later"}


def test_a_restore_never_applies_the_log_of_the_old_library(project: Path, full: Library, tmp_path: Path) -> None:
    write_backup(full.db, full.folder, tmp_path / "all.zip")
    killed = tmp_path / "killed"
    with subprocess.Popen(
        [sys.executable, "-m", "tests.support.typist", str(killed)], cwd=project, stdout=subprocess.PIPE
    ) as typist:
        assert typist.stdout is not None
        assert [typist.stdout.readline() for _ in range(10)]
        typist.kill()
    restore_backup(tmp_path / "all.zip", killed, 0)
    with Library.open(killed) as restored:
        restored.check()
        assert rows(restored) == rows(full)


def test_a_damaged_library_can_be_replaced(full: Library, folder: Path, tmp_path: Path) -> None:
    write_backup(full.db, folder, tmp_path / "all.zip")
    full.close()
    (folder / "library.sqlite").write_bytes(b"nothing of a database")
    restore_backup(tmp_path / "all.zip", folder, 0)
    with Library.open(folder) as restored:
        assert len(restored.quizzes()) == 1


def test_an_automatic_backup_restores_too(full: Library, folder: Path, clock: Clock) -> None:
    backup = back_up_database(full.db, folder, clock())
    full.create_quiz(NewQuiz(title="Written later"))
    full.close()
    restore_backup(backup, folder, clock())
    with Library.open(folder) as restored:
        assert [row.title for row in restored.quizzes()] == ["Herbarium"]
        assert restored.read_media(SHA) == PICTURE


def spoiled(whole: Path, tmp_path: Path) -> Iterator[Path]:
    """Files that are no backup any more."""
    data = whole.read_bytes()
    for number, content in enumerate([b"", b"text", data[: len(data) // 2], data.replace(PICTURE, PICTURE[::-1])]):
        path = tmp_path / f"spoiled {number}"
        path.write_bytes(content)
        yield path
    with zipfile.ZipFile(tmp_path / "no database", "w") as empty:
        empty.writestr("readme", "x")
    yield tmp_path / "no database"


def test_what_is_no_backup_is_refused_and_changes_nothing(full: Library, folder: Path, tmp_path: Path) -> None:
    write_backup(full.db, folder, tmp_path / "all.zip")
    before = rows(full)
    full.close()
    for path in spoiled(tmp_path / "all.zip", tmp_path):
        with pytest.raises(NotABackup):
            restore_backup(path, folder, 0)
    with Library.open(folder) as library:
        assert rows(library) == before
    assert not list(folder.glob(".restoring*"))


def test_a_backup_of_a_newer_version_is_refused(full: Library, folder: Path, tmp_path: Path) -> None:
    full.db.pragma("user_version", len(MIGRATIONS) + 1)
    write_backup(full.db, folder, tmp_path / "all.zip")
    (tmp_path / "other").mkdir()
    with pytest.raises(LibraryReadOnly, match="newer"):
        restore_backup(tmp_path / "all.zip", tmp_path / "other", 0)


def test_a_damaged_picture_is_named_and_left_out(full: Library, folder: Path, tmp_path: Path) -> None:
    full.media_path(SHA).write_bytes(b"rot")
    assert write_backup(full.db, folder, tmp_path / "all.zip") == (SHA,)
    assert zipfile.ZipFile(tmp_path / "all.zip").namelist() == ["library.sqlite"]


def test_a_failing_backup_leaves_the_old_one(full: Library, tmp_path: Path) -> None:
    (tmp_path / "all.zip").mkdir()
    with pytest.raises(OSError, match=r"all\.zip"):
        write_backup(full.db, full.folder, tmp_path / "all.zip")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.zip", "library"]


def test_backups_of_days_weeks_and_months_are_kept(full: Library, folder: Path, clock: Clock) -> None:
    for _ in range(8):
        back_up_database(full.db, folder, clock())
        clock.seconds += 3600
    assert len(automatic_backups(folder)) == 1
    (folder / "backups" / "library-mine.sqlite").touch()
    [template] = automatic_backups(folder)
    for _ in range(400):
        clock.pass_days(1)
        made = datetime.fromtimestamp(clock(), UTC)
        template.with_name(f"library-{made:%Y-%m-%d-%H%M%S}.sqlite").touch()
    back_up_database(full.db, folder, clock() + 3600)
    assert 12 <= len(automatic_backups(folder)) <= 12 + 10 + 9
    assert (folder / "backups" / "library-mine.sqlite").exists()
