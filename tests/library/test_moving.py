"""A library that goes to another computer is changed in one place, and whatever was changed twice is kept twice."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from app.library import linking
from app.library.backup import restore_backup, write_backup
from app.library.errors import LibraryInUse, LibraryReadOnly, NotABackup, NotAMovedLibrary
from app.library.handover import MARK, Handover, handover, write_mark
from app.library.library import Library
from app.library.moved_file import moved_library
from app.library.moving import hand_over, take_back
from app.library.results.given import Given, given, keep_given
from app.library.results.keeping import attempts, keep_results, result_sets
from app.library.results.marks import keep_mark, marks
from app.library.results.row import Answer, AttemptRow, Mark, QuizThere, ResultSet
from app.library.rivals import Past, Synced, Verdict, verdict
from app.library.taking_over import Arrival, take_over
from app.library.transplant import OF_ACCOUNT, OF_LINK, OF_QUIZ, OF_RESULTS, SHARED
from app.models.quiz import NewQuiz
from tests.support.clock import Clock
from tests.support.killed import killed_after
from tests.support.quiz import choice, three_items

PICTURE = b"\x89PNG\r\n a leaf"


@pytest.fixture
def moved(tmp_path: Path) -> Path:
    return tmp_path / "stick" / "all.quizwright-library"


@pytest.fixture
def full(library: Library, moved: Path) -> Library:
    """A library with a quiz that is linked to a course, an edit in its history, and a picture."""
    moved.parent.mkdir()
    quiz = library.create_quiz(NewQuiz(title="Herbarium"), three_items(), id="herbarium")
    library.save(quiz.with_items(quiz.items[1:]), before=quiz, what="Delete question", problem_counts={})
    library.take_media(PICTURE, content_type="image/png", width=3, height=2, name="leaf.png")
    with library.transaction() as db:
        account = linking.account_for(db, kind="canvas", origin="https://uni.test", user_id="7", user_name="Ada")
        linking.link_to(db, quiz.id, account.id, "12")
    return library


@pytest.fixture
def other(tmp_path: Path, clock: Clock) -> Library:
    return Library.open(tmp_path / "other", clock=clock)


def texts(library: Library) -> dict[str, list[str]]:
    """Title → first words of its questions."""
    return {
        row.title: [item.summary.first_words for item in library.open_quiz(row.id).quiz.items]
        for row in library.quizzes()
    }


def versions(library: Library) -> list[list[str]]:
    """The questions of every kept version, the newest first."""
    kept = [library.version(row.id) for row in library.history("herbarium")]
    return [[item.summary.first_words for item in quiz.items] for quiz in kept]


def add(library: Library, quiz_id: str, words: str, clock: Clock) -> None:
    """Write one more question."""
    clock.seconds += 60
    before = library.open_quiz(quiz_id).quiz
    item = three_items()[0].with_id(words).with_entry(choice(words, "yes", "no"))
    library.save(before.with_items((*before.items, item)), before=before, what=f"Add {words}", problem_counts={})


def test_a_library_that_is_handed_over_is_all_there_on_the_other_computer(
    full: Library, other: Library, moved: Path
) -> None:
    assert hand_over(full, moved, {"preferences": {"theme": "dark"}}) == ()
    assert take_over(other, moved) == Arrival(1, 0, ())
    assert texts(other) == texts(full)
    assert [row.what for row in other.history("herbarium")] == [row.what for row in full.history("herbarium")]
    assert versions(other) == versions(full)
    assert other.links("herbarium") == full.links("herbarium")
    assert other.accounts() == full.accounts()
    assert other.read_media(f"media:{next(other.folder.glob('media/*/*')).name}") == PICTURE
    assert moved_library(moved).luggage == {"preferences": {"theme": "dark"}}
    assert moved_library(moved).quizzes == 1


def test_a_copy_that_was_handed_over_is_read_only_however_it_is_opened(
    full: Library, moved: Path, reopened: Callable[[], Library]
) -> None:
    hand_over(full, moved, {})
    with pytest.raises(LibraryReadOnly, match="handed over to another computer"):
        full.create_quiz(NewQuiz(title="New"))
    with reopened() as again:
        with pytest.raises(LibraryReadOnly, match="handed over"):
            again.delete_quiz("herbarium")
        with pytest.raises(LibraryReadOnly, match="handed over"):
            hand_over(again, moved, {})
    with pytest.raises(LibraryReadOnly, match="handed over"):
        restore_backup(moved, full.folder, 0)


def test_a_copy_that_is_taken_back_can_be_changed(full: Library, moved: Path, reopened: Callable[[], Library]) -> None:
    hand_over(full, moved, {})
    with reopened() as again:
        take_back(again)
        again.create_quiz(NewQuiz(title="New"))
    with Library.open(full.folder) as later:
        assert later.read_only_reason is None


def test_only_who_has_the_lock_takes_it_back(full: Library, moved: Path) -> None:
    hand_over(full, moved, {})
    with pytest.raises(LibraryInUse):
        Library.open(full.folder)
    with Library.open(full.folder, writing=False) as second, pytest.raises(LibraryReadOnly):
        take_back(second)
    assert handover(full.folder) is not None


def test_a_move_that_cannot_be_written_leaves_the_library_as_it_was(full: Library, tmp_path: Path) -> None:
    def full_stick(done: int, total: int) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(Exception, match="no space left"):
        hand_over(full, tmp_path / "all.quizwright-library", {}, full_stick)
    full.create_quiz(NewQuiz(title="New"))
    assert handover(full.folder) is None
    assert not (tmp_path / "all.quizwright-library").exists()


def test_a_disk_without_room_for_the_mark_gives_up_its_ballast(
    full: Library, moved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (full.folder / "ballast").write_bytes(b"x" * 100)
    real = write_mark

    def cramped(folder: Path, mark: Handover) -> None:
        if (folder / "ballast").exists():
            raise OSError(28, "No space left on device")
        real(folder, mark)

    monkeypatch.setattr("app.library.moving.write_mark", cramped)
    hand_over(full, moved, {})
    assert handover(full.folder) is not None


@pytest.mark.parametrize("there", [True, False])
def test_a_move_that_was_cut_off_is_settled_by_its_file(
    full: Library, moved: Path, there: bool, reopened: Callable[[], Library]
) -> None:
    hand_over(full, moved, {})
    mark = handover(full.folder)
    assert mark is not None
    write_mark(full.folder, Handover(mark.move, mark.at, mark.file, finished=False))
    if not there:
        moved.unlink()
    with reopened() as again:
        assert (again.read_only_reason is not None) is there
    assert (handover(full.folder) is not None) is there


def test_an_older_file_in_its_place_does_not_finish_a_move(
    full: Library, moved: Path, reopened: Callable[[], Library]
) -> None:
    hand_over(full, moved, {})
    take_back(full)
    write_mark(full.folder, Handover("another", 0, str(moved), finished=False))
    with reopened() as again:
        assert again.read_only_reason is None


def test_a_stick_that_was_taken_out_leaves_the_copy_handed_over(
    full: Library, moved: Path, reopened: Callable[[], Library]
) -> None:
    write_mark(full.folder, Handover("one", 0, str(moved.parent / "gone" / "all"), finished=False))
    with reopened() as again:
        assert again.read_only_reason is not None


def test_a_damaged_mark_still_counts(full: Library, reopened: Callable[[], Library]) -> None:
    (full.folder / MARK).write_bytes(b"{")
    with reopened() as again:
        assert again.read_only_reason is not None
        take_back(again)
        again.create_quiz(NewQuiz(title="New"))


@pytest.mark.parametrize("kill", range(6))
def test_a_kill_in_the_middle_leaves_one_copy_that_can_be_changed(project: Path, tmp_path: Path, kill: int) -> None:
    folder, file = tmp_path / "library", tmp_path / "all.quizwright-library"
    with Library.open(folder) as library:
        library.create_quiz(NewQuiz(title="Herbarium"), three_items(), id="herbarium")
        for number in range(40):
            library.take_media(os.urandom(2**16) + bytes([number]), content_type="image/png")
    command = ["-m", "tests.support.handing_over", str(folder), str(file)]
    killed_after(Random(kill).uniform(0, 0.15), command, {**os.environ, "PYTHONPATH": str(project)}, lines=1)
    with Library.open(folder) as library:
        assert (library.read_only_reason is not None) is file.exists()
        assert texts(library)["Herbarium"]
    if file.exists():
        with Library.open(tmp_path / "other") as other:
            assert take_over(other, file).new == 1
            assert len(list(other.folder.glob("media/*/*"))) == 40


def test_there_and_back_again(full: Library, other: Library, moved: Path, clock: Clock) -> None:
    hand_over(full, moved, {})
    take_over(other, moved)
    add(other, "herbarium", "there", clock)
    other.create_quiz(NewQuiz(title="Lichens"))
    hand_over(other, moved, {})
    assert take_over(full, moved) == Arrival(1, 1, ())
    assert texts(full) == texts(other)
    full.create_quiz(NewQuiz(title="New"))
    assert handover(full.folder) is None


def test_a_quiz_that_was_changed_on_both_computers_is_kept_twice(
    full: Library, other: Library, moved: Path, clock: Clock
) -> None:
    hand_over(full, moved, {})
    take_over(other, moved)
    take_back(full)
    add(full, "herbarium", "here", clock)
    add(other, "herbarium", "there", clock)
    hand_over(other, moved, {})
    assert take_over(full, moved) == Arrival(0, 0, ("Herbarium",))
    found = texts(full)
    assert "here" in found["Herbarium"]
    assert "there" in found["Herbarium (from the other computer)"]
    assert [row.title for row in full.quizzes() if full.links(row.id)] == ["Herbarium"]


def test_of_a_quiz_kept_twice_the_one_that_synced_last_keeps_its_link(
    full: Library, other: Library, moved: Path, clock: Clock
) -> None:
    hand_over(full, moved, {})
    take_over(other, moved)
    take_back(full)
    add(full, "herbarium", "here", clock)
    add(other, "herbarium", "there", clock)
    [link] = other.links("herbarium")
    with other.transaction() as db:
        linking.note_seen(db, link.id, changed_there=False, assignment=None, now=clock())
    hand_over(other, moved, {})
    assert take_over(full, moved).twice == ("Herbarium",)
    assert "there" in texts(full)["Herbarium"]
    assert "here" in texts(full)["Herbarium (from this computer)"]
    assert [row.title for row in full.quizzes() if full.links(row.id)] == ["Herbarium"]


def test_what_was_only_changed_here_since_is_not_replaced(
    full: Library, other: Library, moved: Path, clock: Clock
) -> None:
    hand_over(full, moved, {})
    take_over(other, moved)
    take_back(full)
    add(full, "herbarium", "here", clock)
    hand_over(other, moved, {})
    assert take_over(full, moved) == Arrival(0, 0, ())
    assert "here" in texts(full)["Herbarium"]


def test_the_same_file_twice_changes_nothing(full: Library, other: Library, moved: Path, clock: Clock) -> None:
    hand_over(full, moved, {})
    take_over(other, moved)
    add(other, "herbarium", "there", clock)
    before = texts(other)
    assert take_over(other, moved) == Arrival(0, 0, ())
    assert texts(other) == before


def test_a_library_comes_into_one_that_has_quizzes_of_its_own(full: Library, other: Library, moved: Path) -> None:
    own = other.create_quiz(NewQuiz(title="Mosses"), three_items())
    with other.transaction() as db:
        mine = linking.account_for(db, kind="canvas", origin="https://uni.test", user_id="7", user_name="Ada")
    hand_over(full, moved, {})
    assert take_over(other, moved) == Arrival(1, 0, ())
    assert set(texts(other)) == {"Mosses", "Herbarium"}
    assert [account.id for account in other.accounts()] == [mine.id]
    assert [link.account_id for link in other.links("herbarium")] == [mine.id]
    assert other.history(own.id)
    other.check()
    assert other.db.execute("PRAGMA foreign_key_check").get is None
    assert {hit[0] for hit in other.db.execute("SELECT quiz FROM words WHERE words MATCH 'leaves'")} == {
        own.id,
        "herbarium",
    }


def test_a_quiz_deleted_on_both_or_by_the_one_who_had_it_stays_deleted(
    full: Library, other: Library, moved: Path
) -> None:
    hand_over(full, moved, {})
    take_over(other, moved)
    other.delete_quiz("herbarium")
    hand_over(other, moved, {})
    take_over(full, moved)
    assert texts(full) == {}
    assert [row.title for row in full.quizzes(deleted=True)] == ["Herbarium"]


def test_a_quiz_that_lives_on_one_of_two_computers_lives(full: Library, other: Library, moved: Path) -> None:
    hand_over(full, moved, {})
    take_over(other, moved)
    take_back(full)
    full.delete_quiz("herbarium")
    hand_over(other, moved, {})
    take_over(full, moved)
    assert list(texts(full)) == ["Herbarium"]


def test_a_damaged_file_changes_nothing(full: Library, other: Library, moved: Path) -> None:
    hand_over(full, moved, {})
    for cut in (10, 2000, moved.stat().st_size - 30):
        (moved.parent / "cut").write_bytes(moved.read_bytes()[:cut])
        with pytest.raises(NotABackup):
            take_over(other, moved.parent / "cut")
    assert other.quizzes() == []
    other.create_quiz(NewQuiz(title="New"))


@pytest.mark.parametrize("text", [b"", b"PK", b"not a file"])
def test_other_files_are_no_moved_library(text: bytes, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(text)
    with pytest.raises(NotAMovedLibrary):
        moved_library(tmp_path / "file")


def test_a_backup_is_no_moved_library_and_a_newer_one_says_so(full: Library, tmp_path: Path) -> None:
    write_backup(full.db, full.folder, tmp_path / "backup.zip")
    with pytest.raises(NotAMovedLibrary, match="no library that was moved"):
        moved_library(tmp_path / "backup.zip")
    with zipfile.ZipFile(tmp_path / "newer", "w") as newer:
        newer.writestr("move.json", '{"format": "quizwright-library", "version": 2}')
    with pytest.raises(NotAMovedLibrary, match="newer version"):
        moved_library(tmp_path / "newer")


def results_of(library: Library) -> list[tuple[str, float | None]]:
    return [(str(mark.submission_id), mark.score) for mark in marks(library.db)]


def kept_results(library: Library, submission: str) -> None:
    """An attempt of a student with a mark that is not sent, and extra time."""
    with library.transaction() as db:
        account = linking.account_for(db, kind="canvas", origin="https://uni.example.edu", user_id="77", user_name="A")
        quiz = QuizThere(account.id, "1", "9", "classic")
        row = AttemptRow(submission, 1, "2", "Anna", "complete", 1.0, 1.0, None, None, None, 0, overdue=False)
        found = ResultSet(0, quiz, "Leaves", 5.0, "8", (), 1.0)
        key = keep_results(db, found, [(row, (Answer("q", "So.", None, "", "undefined"),))])
        keep_mark(db, Mark(key, submission, 1, "q", 3.0, None, None, ""), 1.0)
        keep_given(db, Given(account.id, "1", "", "new", "2", "Anna", {"extra_time": submission.count("1") + 5}), 1.0)


def test_results_and_marks_of_both_computers_are_kept(full: Library, other: Library, moved: Path) -> None:
    kept_results(full, "11")
    kept_results(other, "22")
    hand_over(full, moved, {})
    take_over(other, moved)
    (account,) = [one.id for one in other.accounts() if one.user_id == "77"]
    assert sorted(results_of(other)) == [("11", 3.0), ("22", 3.0)]
    (kept,) = result_sets(other.db)
    assert [row.submission_id for row in attempts(other.db, kept.key)] == ["11", "22"]
    assert len(given(other.db, account, "1")) == 2
    hand_over(other, moved, {})
    take_over(full, moved)
    (account,) = [one.id for one in full.accounts() if one.user_id == "77"]
    assert len(given(full.db, account, "1")) == 2


def test_every_table_is_taken_along(library: Library) -> None:
    """A table that a later version adds must be thought of here."""
    names = {name for (name,) in library.db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    own = {name for name in names if not name.startswith(("sqlite_", "words_"))}
    moved = {"account", "template", "quiz", "tryout", "history", "history_item", "word_key", "words", "link"}
    moved |= {"printing", "printing_item", "result_set", "given"}
    assert own == moved | {*OF_RESULTS, *SHARED, *OF_ACCOUNT, *OF_QUIZ, *OF_LINK}


@pytest.mark.parametrize("past", Past)
@pytest.mark.parametrize("synced", Synced)
@pytest.mark.parametrize("given", [True, False])
def test_no_verdict_loses_a_version_or_the_newer_links(past: Past, synced: Synced, given: bool) -> None:
    found = verdict(past, synced, given=given)
    covers_mine = past in (Past.SAME, Past.AHEAD_THERE)
    covers_theirs = past in (Past.SAME, Past.AHEAD_HERE)
    assert found.both or (covers_mine if found.takes else covers_theirs)
    assert (synced, found.takes) not in ((Synced.HERE, True), (Synced.THERE, False))
    assert past is not Past.FORKED or found.both


def test_a_quiz_ahead_goes_on_alone() -> None:
    assert verdict(Past.AHEAD_THERE, Synced.NEITHER, given=False) == Verdict(takes=True, both=False)
    assert verdict(Past.AHEAD_HERE, Synced.NEITHER, given=False) == Verdict(takes=False, both=False)
