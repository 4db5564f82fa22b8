"""What is at the library's place is opened, or refused in words and left as it is."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import apsw
import pytest

from app.library.errors import DiskFull, LibraryDamaged, LibraryError, LibraryInUse, LibraryReadOnly, NotALibrary
from app.library.library import Library
from app.library.migrations import MIGRATIONS, Migration
from app.library.sought import Sought
from app.models.item import Item
from app.models.local import Local
from app.models.quiz import NewQuiz
from tests.support.clock import Clock
from tests.support.failing_disk import failing_disk
from tests.support.quiz import choice, three_items

FILE = "library.sqlite"


def a_library(folder: Path, quizzes: int = 1) -> Path:
    """A closed library with something in it."""
    with Library.open(folder) as library:
        for number in range(quizzes):
            library.create_quiz(NewQuiz(title=f"Quiz {number}"), three_items())
    return folder / FILE


def zeroed_leaves(folder: Path, table: str) -> bytes:
    """The file with zeros where the rows of a table were, as a cloud folder leaves it."""
    with Library.open(folder) as library:
        pages = library.db.execute("SELECT pageno - 1 FROM dbstat WHERE name = ? AND pagetype = 'leaf'", (table,))
        numbers = [page for (page,) in pages]
    whole = bytearray((folder / FILE).read_bytes())
    for page in numbers:
        whole[page * 4096 : (page + 1) * 4096] = bytes(4096)
    return bytes(whole)


def test_an_empty_folder_becomes_a_library(folder: Path) -> None:
    with Library.open(folder) as library:
        assert library.quizzes() == []


def test_reading_where_there_is_no_library_yet_shows_an_empty_one(folder: Path) -> None:
    with Library.open(folder, writing=False) as library:
        assert library.quizzes() == []


def test_at_rest_the_library_is_one_file(folder: Path) -> None:
    a_library(folder)
    with Library.open(folder, writing=False) as library:
        assert len(library.quizzes()) == 1
    assert sorted(path.name for path in folder.iterdir() if path.suffix != ".lock") == [FILE]


@pytest.mark.parametrize("content", [b"a text file, renamed", b"\x89PNG\r\n" + bytes(5000), bytes(8192)])
def test_a_file_that_is_no_library_is_refused_and_left(folder: Path, content: bytes) -> None:
    folder.mkdir()
    (folder / FILE).write_bytes(content)
    with pytest.raises(NotALibrary):
        Library.open(folder)
    assert (folder / FILE).read_bytes() == content


def test_a_database_of_another_program_is_refused_and_left(folder: Path) -> None:
    folder.mkdir()
    other = apsw.Connection(str(folder / FILE))
    other.execute("CREATE TABLE note (x); INSERT INTO note VALUES (1)")
    other.close()
    before = (folder / FILE).read_bytes()
    with pytest.raises(NotALibrary):
        Library.open(folder)
    assert (folder / FILE).read_bytes() == before


def test_a_library_that_became_empty_is_damaged_and_not_begun_anew(folder: Path) -> None:
    path = a_library(folder)
    (folder / "backups").mkdir()
    path.rename(folder / "backups" / "library-2026-01-01-000000.sqlite")
    path.touch()
    with pytest.raises(LibraryDamaged):
        Library.open(folder)
    assert path.read_bytes() == b""


@pytest.mark.parametrize("share", [0.001, 0.02, 0.3, 0.6, 0.95])
def test_a_truncated_library_is_said_to_be_damaged_and_never_written(folder: Path, share: float) -> None:
    path = a_library(folder, quizzes=30)
    cut = path.read_bytes()[: int(path.stat().st_size * share)]
    path.write_bytes(cut)
    with pytest.raises(LibraryDamaged), Library.open(folder) as library:
        library.create_quiz(NewQuiz(title="New"))
    assert path.read_bytes() == cut


def test_a_damaged_page_is_found_before_the_first_write(folder: Path) -> None:
    path = a_library(folder, quizzes=30)
    path.write_bytes(zeroed_leaves(folder, "item"))
    with Library.open(folder) as library:
        with pytest.raises(LibraryDamaged):
            library.create_quiz(NewQuiz(title="New"))
        assert library.read_only_reason is not None
        with pytest.raises(LibraryReadOnly):
            library.create_quiz(NewQuiz(title="New"))


def test_a_damage_met_while_reading_is_said(folder: Path) -> None:
    path = a_library(folder, quizzes=30)
    path.write_bytes(zeroed_leaves(folder, "quiz"))
    with Library.open(folder, writing=False) as library, pytest.raises(LibraryDamaged):
        library.quizzes()


def test_a_library_from_the_future_opens_for_reading_and_is_left_as_it_is(folder: Path) -> None:
    path = a_library(folder)
    with Library.open(folder) as library:
        library.db.pragma("user_version", len(MIGRATIONS) + 1)
    before = path.read_bytes()
    with Library.open(folder) as newer:
        assert "newer version" in str(newer.read_only_reason)
        assert [row.title for row in newer.quizzes()] == ["Quiz 0"]
        with pytest.raises(LibraryReadOnly, match="newer version"):
            newer.create_quiz(NewQuiz(title="New"))
    assert path.read_bytes() == before


RESULTS = ("attempt_answers", "attempt", "mark", "given", "result_set")


def with_first_schema(folder: Path, *items: Item) -> None:
    """A library as the first version of Quizwright left it."""
    library = Library.open(folder)
    library.create_quiz(NewQuiz(title="Herbarium"), items or three_items())
    library.db.execute("UPDATE words SET text = replace(text, 'fresh', '')")
    for table in (
        "word_key",
        "tag",
        "template",
        "assignment_group",
        "tryout",
        "quiz_there",
        "printing_item",
        "printing",
        *RESULTS,
    ):
        library.db.execute(f"DROP TABLE {table}")
    for table, names in (
        ("link", ("assignment_group", "pictures", "pictures_here")),
        ("course", ("time_zone", "kept", "listed_at", "ends_at")),
        ("item", ("rules",)),
    ):
        for name in names:
            library.db.execute(f"ALTER TABLE {table} DROP COLUMN {name}")
    for table in ("quiz", "history"):
        library.db.execute(f"ALTER TABLE {table} DROP COLUMN local")
    library.db.pragma("user_version", 1)
    library.close()


def test_a_library_of_the_first_schema_is_brought_up_with_a_backup_before(folder: Path, clock: Clock) -> None:
    with_first_schema(folder)
    with Library.open(folder, clock=clock) as library:
        assert library.db.pragma("user_version") == len(MIGRATIONS)
        [row] = library.quizzes()
        quiz = library.open_quiz(row.id).quiz
        library.save(quiz.with_items(quiz.items[1:]), before=quiz, what="Delete question", problem_counts={})
        assert library.search(Sought("green")).hits == ()
        assert [hit.item_id for hit in library.search(Sought("breathe")).hits] == ["b"]
    [backup] = (folder / "backups").iterdir()
    old = apsw.Connection(str(backup), flags=apsw.SQLITE_OPEN_READONLY)
    assert old.pragma("user_version") == 1
    assert old.execute("SELECT count(*) FROM item").get == 3
    old.close()


def test_a_library_of_the_first_schema_that_cannot_be_written_is_read_as_it_is(folder: Path) -> None:
    with_first_schema(folder)
    before = (folder / FILE).read_bytes()
    with Library.open(folder, writing=False) as library, library.reader() as reader:
        assert [hit.item_id for hit in reader.search(Sought("breathe")).hits] == ["b"]
        assert len(library.open_quiz(library.quizzes()[0].id).quiz.items) == 3
    assert (folder / FILE).read_bytes() == before


def test_tags_that_an_older_version_kept_in_questions_are_found(folder: Path) -> None:
    tagged = three_items()[0].with_local(Local(tags=("Leaves, fresh", " ", "leaves fresh")))
    with_first_schema(folder, tagged)
    with Library.open(folder) as library:
        for sought in (Sought(tags=frozenset({"LEAVES FRESH"})), Sought("fresh")):
            [hit] = library.search(sought).hits
            assert (hit.item_id, hit.tags) == ("a", ("Leaves fresh",))


def test_a_migration_that_fails_leaves_the_old_schema(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_library(folder)
    broken = Migration("broken", "CREATE TABLE half (x); INSERT INTO nowhere VALUES (1)")
    monkeypatch.setattr("app.library.migrations.MIGRATIONS", (*MIGRATIONS, broken))
    with pytest.raises(apsw.SQLError):
        Library.open(folder)
    monkeypatch.undo()
    with Library.open(folder) as library:
        assert library.read_only_reason is None
        assert library.db.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").get == 0


def test_a_second_writer_is_refused_and_a_reader_is_not(library: Library, folder: Path) -> None:
    quiz = library.create_quiz(NewQuiz(title="Leaves"))
    with pytest.raises(LibraryInUse):
        Library.open(folder)
    with Library.open(folder, writing=False) as reading:
        assert [row.id for row in reading.quizzes()] == [quiz.id]
        with pytest.raises(LibraryReadOnly):
            reading.create_quiz(NewQuiz(title="New"))


def test_the_library_is_free_again_when_it_was_closed_in_another_thread(
    library: Library, folder: Path, in_a_thread: Callable[[Callable[[], None]], None]
) -> None:
    in_a_thread(library.close)
    Library.open(folder).close()


OPEN = """
import sys
from pathlib import Path
from app.library.errors import LibraryInUse
from app.library.library import Library
try:
    library = Library.open(Path(sys.argv[1]))
    print("open", flush=True)
    sys.stdin.readline()
except LibraryInUse:
    print("in use", flush=True)
"""


def opened_by_another(project: Path, folder: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", OPEN, str(folder)]
    return subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True)


def test_of_several_processes_one_writes_and_its_death_frees_the_library(project: Path, folder: Path) -> None:
    processes = [opened_by_another(project, folder) for _ in range(4)]
    said = {process: process.stdout.readline().strip() for process in processes if process.stdout}
    assert sorted(said.values()) == ["in use", "in use", "in use", "open"]
    for process in processes:
        process.kill()
        process.communicate()
    with Library.open(folder) as library:
        assert library.read_only_reason is None


def test_a_reader_sees_what_another_connection_saves(library: Library) -> None:
    reader = library.reader()
    quiz = library.create_quiz(NewQuiz(title="Leaves"), [Item.of(choice("Why?", "so"))])
    assert [row.id for row in reader.quizzes()] == [quiz.id]
    with pytest.raises(LibraryReadOnly):
        reader.delete_quiz(quiz.id)
    reader.close()


READ = """
import os, sys
from pathlib import Path
import app.library.opening
from app.library.errors import LibraryReadOnly
from app.library.library import Library
from app.models.quiz import NewQuiz
if os.getuid() == 0:
    os.setuid(65534)  # nobody: who may do everything is refused nothing
library = Library.open(Path(sys.argv[1]))
print([row.title for row in library.quizzes()], library.read_only_reason)
try:
    library.delete_quiz(library.quizzes()[0].id)
except LibraryReadOnly as refused:
    print("refused")
library.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the rights of folders of POSIX systems")
def test_a_folder_that_cannot_be_written_opens_for_reading_with_a_reason(project: Path) -> None:
    with TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        folder = Path(place) / "library"
        a_library(folder)
        folder.chmod(0o555)
        command = [sys.executable, "-c", READ, str(folder)]
        told = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
        folder.chmod(0o755)
    assert told.stderr == ""
    assert "['Quiz 0'] The folder" in told.stdout
    assert told.stdout.endswith("refused\n")


def test_a_migration_on_a_full_disk_gives_one_schema_or_the_next(folder: Path) -> None:
    with_first_schema(folder)
    first = (folder / FILE).read_bytes()
    for writes in range(1_000):
        (folder / FILE).write_bytes(first)
        with failing_disk() as disk:
            disk.fail_after(writes)
            with suppress(DiskFull), Library.open(folder) as library:
                if library.read_only_reason is None:
                    break
        old = apsw.Connection(str(folder / FILE))
        names = "'word_key', 'tag', 'template', 'assignment_group', 'tryout', 'quiz_there', 'printing'"
        new = old.execute(f"SELECT count(*) FROM sqlite_schema WHERE name IN ({names})").get
        assert (old.pragma("user_version"), new) in (
            (1, 0),
            (2, 1),
            (3, 2),
            (4, 3),
            (5, 4),
            (6, 5),
            (7, 5),
            (8, 6),
            (9, 7),
            (10, 7),
            (11, 7),
        )
        assert old.execute("PRAGMA integrity_check").get == "ok"
        old.close()
    assert writes > 10


def test_a_place_that_cannot_be_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError):
        Library.open(tmp_path / "file")
