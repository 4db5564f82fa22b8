"""Results of students in the window's library go by themselves when they are too old."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.library import linking
from app.library.library import Library
from app.library.results.keeping import keep_results, result_sets
from app.library.results.row import AttemptRow, QuizThere, ResultSet
from app.session.workspace import Workspace
from tests.support.clock import Clock


def with_results(folder: Path, clock: Clock) -> Workspace:
    workspace = Workspace(Library.open(folder, clock=clock))
    with workspace.library.transaction() as db:
        account = linking.account_for(db, kind="canvas", origin="https://uni.test", user_id="1", user_name="A")
        row = AttemptRow("s", 1, "2", "Anna", "complete", 1.0, 1.0, None, None, None, 0, overdue=False)
        quiz = QuizThere(account.id, "1", "9", "classic")
        keep_results(db, ResultSet(0, quiz, "Leaves", 5.0, "8", (), clock()), [(row, ())])
    return workspace


def test_a_start_deletes_what_is_older_than_the_person_wants(qtbot: QtBot, tmp_path: Path) -> None:
    clock = Clock()
    workspace = with_results(tmp_path, clock)
    for days, left in ((29, 1), (2, 0)):
        clock.pass_days(days)
        with qtbot.waitSignal(workspace.rows_changed):
            workspace.check(30)
        assert len(result_sets(workspace.reader.db)) == left
    workspace.close()
