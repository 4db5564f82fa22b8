"""What is typed is on disk within a second; "Saved" is never said too early."""

import threading
from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.library.row import Saving
from app.message import message
from app.models.item import Item
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz, Quiz
from app.session.autosave import LIMIT_MS, Autosave
from app.session.document import Document
from app.session.edit import Edit
from app.session.save_status import SaveKind
from app.session.writer import Writer


class Disk:
    """Keeps what was saved; can be slow or full."""

    def __init__(self) -> None:
        self.saved: list[tuple[Quiz, Quiz, str]] = []
        self.full = False
        self.open = threading.Event()
        self.open.set()

    def save(self, savings: Sequence[Saving]) -> None:
        self.open.wait(10)
        if self.full:
            raise UserError(message("The disk is full."), message("Free some space."))
        for one in savings:
            assert one.before is not None
            self.saved.append((one.before, one.after, one.what))


@pytest.fixture
def writer(qtbot: QtBot) -> Iterator[Writer]:
    writer = Writer()
    yield writer
    writer.close()


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    return Document(Quiz("q", NewQuiz(title="Leaves"), (Item.of(TrueFalseQuestion.new()),)), {})


@pytest.fixture
def autosave(document: Document, disk: Disk, writer: Writer) -> Autosave:
    return Autosave(document, disk.save, writer)


def retitle(document: Document, title: str) -> None:
    document.edit_fields(document.quiz.fields.replaced(title=title), Edit("Title", "title"))


def test_33_work_that_never_pauses_is_saved_within_two_seconds_too(
    document: Document, disk: Disk, autosave: Autosave
) -> None:
    (limit,) = (timer for timer in autosave.findChildren(QTimer) if timer.interval() == LIMIT_MS)
    retitle(document, "R")
    begun = limit.timerId()
    for title in ("Ro", "Roo", "Roots"):
        retitle(document, title)
        assert limit.isActive()
        assert limit.timerId() == begun  # going on with it puts nothing off
    assert limit.interval() <= 2000
    limit.timeout.emit()
    autosave.wait()
    assert [after.fields.title for _, after, _ in disk.saved] == ["Roots"]


def test_a_burst_is_saved_once_after_a_pause(document: Document, disk: Disk, autosave: Autosave, qtbot: QtBot) -> None:
    for title in ("R", "Ro", "Roots"):
        retitle(document, title)
    assert autosave.status.kind is SaveKind.SAVING
    qtbot.waitUntil(lambda: autosave.status.kind is SaveKind.SAVED)
    assert [(after.title, what) for _, after, what in disk.saved] == [("Roots", "Title")]


def test_saved_is_not_said_while_the_disk_is_at_it(
    document: Document, disk: Disk, autosave: Autosave, qtbot: QtBot
) -> None:
    disk.open.clear()
    retitle(document, "Roots")
    autosave.save_now()
    retitle(document, "Stems")
    assert autosave.status.kind is SaveKind.SAVING
    disk.open.set()
    qtbot.waitUntil(lambda: autosave.status.kind is SaveKind.SAVED)
    assert [(before.title, after.title) for before, after, _ in disk.saved] == [("Leaves", "Roots"), ("Roots", "Stems")]


def test_failed_autosave_keeps_the_quiz_unsaved(
    document: Document, disk: Disk, autosave: Autosave, qtbot: QtBot
) -> None:
    disk.full = True
    retitle(document, "Roots")
    qtbot.waitUntil(lambda: autosave.status.kind is SaveKind.FAILED)
    said = "Not saved: The disk is full. Free some space. Your last change is kept in this window."
    assert str(autosave.status.message) == said
    assert autosave.dirty
    disk.full = False
    retitle(document, "Stems")
    qtbot.waitUntil(lambda: autosave.status.kind is SaveKind.SAVED)
    assert [(before.title, after.title) for before, after, _ in disk.saved] == [("Leaves", "Stems")]


def test_closing_waits_for_the_last_change(document: Document, disk: Disk, autosave: Autosave) -> None:
    retitle(document, "Roots")
    autosave.finish()
    assert [after.title for _, after, _ in disk.saved] == ["Roots"]
    assert not autosave.dirty


def test_closing_amid_a_save_leaves_nothing_to_be_saved_later(
    document: Document, disk: Disk, autosave: Autosave, writer: Writer, qapp: QApplication
) -> None:
    retitle(document, "Roots")
    autosave.save_now()
    retitle(document, "Stems")
    autosave.finish()
    writer.close()
    qapp.processEvents()  # the report of the first save arrives after the end
    assert [after.title for _, after, _ in disk.saved] == ["Roots", "Stems"]
    assert not autosave.dirty


def test_a_last_change_that_cannot_be_saved_is_told_and_tried_again(
    document: Document, disk: Disk, autosave: Autosave, qapp: QApplication
) -> None:
    retitle(document, "Roots")
    autosave.save_now()
    retitle(document, "Stems")
    disk.full = True
    with pytest.raises(UserError):
        autosave.finish()
    qapp.processEvents()
    assert autosave.status.kind is SaveKind.FAILED
    disk.full = False
    autosave.save_now()
    autosave.finish()
    assert disk.saved[-1][1].title == "Stems"


def test_an_undo_right_after_its_step_is_said_to_be_saved(document: Document, autosave: Autosave) -> None:
    document.insert_items([Item.of(TrueFalseQuestion.new())], 0, "Add question")
    document.undo_stack.undo()
    autosave.save_now()
    assert autosave.status.kind is SaveKind.SAVED


def test_what_follows_a_save_follows_it(document: Document, autosave: Autosave, disk: Disk, qtbot: QtBot) -> None:
    seen: list[int] = []
    disk.open.clear()
    retitle(document, "Roots")
    autosave.save_now()
    retitle(document, "Stems")
    autosave.when_saved(lambda: seen.append(len(disk.saved)))
    disk.open.set()
    qtbot.waitUntil(lambda: seen == [2])
    autosave.when_saved(lambda: seen.append(0))
    assert seen == [2, 0]
