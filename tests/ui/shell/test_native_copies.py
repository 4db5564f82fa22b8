"""A copy of a quiz that is here comes back in a file: it is merged, told and undone in the window."""

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.interchange.native_import import take_in_native
from app.library.library import Library
from app.library.lineage import with_past
from app.library.native_file import read_native, write_native
from app.models.item import Item
from app.models.question import Question
from app.models.quiz import NewQuiz, Quiz
from app.session.edit import Edit
from app.ui.main_window import MainWindow
from tests.support.quiz import three_items

FILE = "leaves.quizwright"


def with_text(quiz: Quiz, item_id: str, text: str) -> Item:
    item = quiz.item(item_id)
    assert isinstance(item.entry, Question)
    return item.with_entry(item.entry.replaced(item_body=text))


def texts(quiz: Quiz) -> list[str]:
    return [item.entry.item_body or "" for item in quiz.items if isinstance(item.entry, Question)]


def from_elsewhere(library: Library, folder: Path, change: Callable[[Quiz], Item]) -> Path:
    """The quiz goes to another computer, is changed there, and comes back as a file."""
    path = folder / FILE
    write_native(path, with_past(library, library.open_quiz("q").quiz), library.read_media)
    with Library.open(folder / "there") as there:
        take_in_native(there, read_native(path), FILE)
        before = there.open_quiz("q").quiz
        there.save(before.with_item(change(before)), before=before, what="Edit", problem_counts={})
        write_native(path, with_past(there, there.open_quiz("q").quiz), there.read_media)
    return path


def made(library: Library) -> None:
    library.create_quiz(NewQuiz(title="Leaves"), three_items(), id="q")


def test_a_changed_copy_is_merged_in_one_step_and_told(
    window: MainWindow, qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    made(library)
    path = from_elsewhere(library, tmp_path, lambda quiz: with_text(quiz, "b", "<p>Theirs</p>"))
    window.bring_in([path])
    qtbot.waitUntil(window.notice_bar.isVisible)
    document = window.workspace.open("q")
    assert texts(document.quiz)[1] == "<p>Theirs</p>"
    assert window.notice_bar.text.text() == f"“Leaves” is here already; new from {FILE}: 1 question."
    window.notice_bar.undo()
    assert texts(document.quiz)[1] == "<p>Leaves breathe.</p>"
    window.workspace.save_all()
    assert texts(library.open_quiz("q").quiz)[1] == "<p>Leaves breathe.</p>"


def test_what_is_written_while_the_file_is_read_is_merged_too(
    window: MainWindow, qtbot: QtBot, library: Library, tmp_path: Path
) -> None:
    made(library)
    path = from_elsewhere(library, tmp_path, lambda quiz: with_text(quiz, "b", "<p>Theirs</p>"))
    document = window.workspace.open("q")
    window.bring_in([path])
    document.edit_item(with_text(document.quiz, "b", "<p>Mine</p>"), Edit("Question text"))
    qtbot.waitUntil(window.notice_bar.isVisible)
    assert texts(document.quiz)[1:3] == ["<p>Mine</p>", "<p>Theirs</p>"]
    assert window.notice_bar.text.text().split("\n") == [
        f"“Leaves” is here already; {FILE} was merged into it.",
        "2. Mine · Changed in both copies (question text): yours stands there, the other one below it.",
    ]
    window.workspace.save_all()
    assert [row.what for row in library.history("q")][:3] == [
        f"Merge with {FILE}", "Your version kept", f"The copy in {FILE}"
    ]  # fmt: skip


def test_several_files_are_told_together(window: MainWindow, qtbot: QtBot, library: Library, tmp_path: Path) -> None:
    made(library)
    path = from_elsewhere(library, tmp_path, lambda quiz: with_text(quiz, "b", "<p>Theirs</p>"))
    other = tmp_path / "roots.quizwright"
    write_native(other, Quiz("r", NewQuiz(title="Roots")), library.read_media)
    window.bring_in([path, other])
    qtbot.waitUntil(lambda: {row.title for row in window.workspace.rows()} == {"Leaves", "Roots"})
    qtbot.waitUntil(window.notice_bar.isVisible)
    assert window.notice_bar.text.text().split("\n") == [
        "1 quiz was imported.", f"“Leaves” is here already; new from {FILE}: 1 question."
    ]  # fmt: skip
    assert texts(window.workspace.open("q").quiz)[1] == "<p>Theirs</p>"
