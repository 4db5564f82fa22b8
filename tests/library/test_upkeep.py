"""A library looks after itself: daily backups, thinner history, no unused pictures, room for the last edit."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.library import journal, linking
from app.library.automatic_backup import automatic_backups
from app.library.ballast import Ballast
from app.library.errors import DiskFull, MediaMissing
from app.library.library import Library
from app.library.upkeep import tend
from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz
from tests.support.clock import Clock
from tests.support.failing_disk import failing_disk
from tests.support.quiz import choice, three_items


def edits(library: Library, quiz: Quiz, clock: Clock, count: int, seconds: float) -> dict[str, Quiz]:
    """Edit a quiz in all ways, over some time; gives each state by the words of its row."""
    states = {}
    for number in range(count):
        a, *others = quiz.items
        changed = Item.of(choice(f"Edit {number}?", "so"), id=a.id)
        after = quiz.with_items([*others, changed] if number % 3 == 0 else [changed, *others])
        if number % 10 == 4:
            after = after.with_items((*after.items[:-1], Item.of(choice("New?", "so"), id=f"n{number}")))
        library.save(after, before=quiz, what=f"{number}", problem_counts={})
        states[f"{number}"] = quiz = after
        clock.seconds += seconds
    return states


def shape(quiz: Quiz) -> list[tuple[str, bytes]]:
    return [(item.id, item.document) for item in quiz.items]


def test_a_month_of_history_is_kept_whole(library: Library, clock: Clock) -> None:
    quiz = library.create_quiz(NewQuiz(title="Leaves"), three_items())
    edits(library, quiz, clock, 300, seconds=8000)
    tend(library)
    assert len(library.history(quiz.id)) == 301


def test_older_history_keeps_the_last_state_of_each_day_and_then_of_each_week(library: Library, clock: Clock) -> None:
    quiz = library.create_quiz(NewQuiz(title="Leaves"), three_items())
    states = edits(library, quiz, clock, 240, seconds=6 * 3600)  # 60 days, 4 a day
    clock.pass_days(31)
    tend(library)
    rows = library.history(quiz.id)
    assert len(rows) == 50 + 48  # the newest ones, and a row for each of the days before
    clock.pass_days(365)
    tend(library)
    assert len(library.history(quiz.id)) == 50 + 7
    for row in library.history(quiz.id):
        if row.what in states:
            assert shape(library.version(row.id)) == shape(states[row.what])


def test_thinned_content_goes_from_the_file(library: Library, clock: Clock) -> None:
    quiz = library.create_quiz(NewQuiz(title="Leaves"), three_items())
    edits(library, quiz, clock, 200, seconds=60)
    before = library.db.execute("SELECT count(*) FROM content").get
    clock.pass_days(40)
    tend(library)
    assert library.db.execute("SELECT count(*) FROM content").get < before - 100


def test_one_backup_a_day_is_made(library: Library, folder: Path, clock: Clock) -> None:
    tend(library)
    tend(library)
    clock.pass_days(1)
    tend(library)
    assert len(automatic_backups(folder)) == 2


def test_no_backup_is_made_by_a_person_who_wants_none(library: Library, folder: Path) -> None:
    tend(library, backing_up=False)
    assert automatic_backups(folder) == []


def with_picture(library: Library, name: bytes) -> tuple[str, Item]:
    sha = library.take_media(name, content_type="image/png").removeprefix("media:")
    entry = {"interaction_type_slug": "hot-spot", "interaction_data": {"image_url": f"media:{sha}"}}
    return sha, Item.from_wire({"entry": entry}, id=name.decode())


def test_a_picture_goes_when_nothing_refers_to_it_any_more(library: Library, folder: Path, clock: Clock) -> None:
    used, item = with_picture(library, b"used")
    unused, _ = with_picture(library, b"unused")
    library.create_quiz(NewQuiz(title="Leaves"), [item])
    clock.pass_days(29)
    tend(library)
    assert library.read_media(unused) == b"unused"
    clock.pass_days(2)
    tend(library)
    assert library.read_media(used) == b"used"
    with pytest.raises(MediaMissing):
        library.read_media(unused)


def test_a_picture_stays_while_history_or_a_backup_refers_to_it(library: Library, folder: Path, clock: Clock) -> None:
    sha, item = with_picture(library, b"leaf")
    quiz = library.create_quiz(NewQuiz(title="Leaves"), [item])
    tend(library)
    library.save(quiz.with_items([]), before=quiz, what="Delete question", problem_counts={})
    library.delete_quiz(quiz.id)
    for _ in range(3):
        clock.pass_days(31)
        tend(library)
    assert library.quizzes(deleted=True) == []
    assert library.read_media(sha) == b"leaf"
    for backup in automatic_backups(folder)[1:]:
        backup.unlink()
    clock.pass_days(1)
    tend(library)
    with pytest.raises(MediaMissing):
        library.read_media(sha)


def test_while_a_backup_cannot_be_read_no_picture_goes(library: Library, folder: Path, clock: Clock) -> None:
    sha, _ = with_picture(library, b"leaf")
    tend(library)
    [backup] = automatic_backups(folder)
    backup.write_bytes(b"rot")
    clock.pass_days(31)
    tend(library)
    assert library.read_media(sha) == b"leaf"


def test_on_a_full_disk_the_ballast_makes_room_for_the_last_edit(folder: Path) -> None:
    with failing_disk() as disk, Library.open(folder) as library:
        quiz = library.create_quiz(NewQuiz(title="Leaves"), three_items())
        Ballast(folder).take_on()
        disk.fail_after(0, until=lambda: not (folder / "ballast").exists())
        library.save(quiz.with_items([]), before=quiz, what="Delete question", problem_counts={})
        assert library.open_quiz(quiz.id).quiz.items == ()
        disk.fail_after(0)
        with pytest.raises(DiskFull):
            library.save(quiz, before=quiz.with_items([]), what="Undo", problem_counts={})
        disk.heal()


def test_a_damaged_picture_is_named_and_mended_by_taking_it_again(library: Library) -> None:
    sha, _ = with_picture(library, b"leaf")
    library.media_path(sha).write_bytes(b"rott")
    with pytest.raises(MediaMissing, match=sha):
        library.read_media(sha)
    assert with_picture(library, b"leaf")[0] == sha
    assert library.read_media(sha) == b"leaf"


def test_a_picture_comes_back_after_a_restart(library: Library, reopened: Callable[[], Library]) -> None:
    sha, _ = with_picture(library, b"leaf")
    with reopened() as again:
        assert again.read_media(f"media:{sha}") == b"leaf"
        assert again.media_path(sha).read_bytes() == b"leaf"


def test_the_journal_of_writes_is_kept_for_a_month(library: Library, clock: Clock) -> None:
    quiz = library.create_quiz(NewQuiz(title="Leaves"))
    with library.transaction() as db:
        account = linking.account_for(db, kind="sandbox", origin="http://here", user_id="1", user_name="T")
        link = linking.link_to(db, quiz.id, account.id, "1").id
        for name in ("settled", "open"):
            journal.begin(db, link, journal.IntentRow(name, "create", "i", None, {}, frozenset(), 0.0))
        journal.settle(db, "settled", clock())
    clock.pass_days(31)
    tend(library)
    assert [row[0] for row in library.db.execute("SELECT id FROM intent")] == ["open"]
