"""A template applied to many quizzes is one act: all of them or none, and one undo to the byte."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import apsw
import pytest
from pytestqt.qtbot import QtBot

from app.errors import UserError
from app.library.library import Library
from app.library.templates import Template
from app.models.quiz import NewQuiz
from app.models.settings import QuizSettings
from app.models.settings_template import USUAL, template_of
from app.session.edit import Edit
from app.session.templates import Applied, Templates
from app.session.workspace import Workspace
from tests.support.failing_disk import FailingDisk, failing_disk
from tests.support.quiz import three_items

EXAM = Template(
    "exam",
    "Exam",
    template_of(NewQuiz.model_validate({"quiz_settings": {"has_time_limit": True, "shuffle_answers": True}}), USUAL),
)
WHAT = "Apply template “Exam”"


@pytest.fixture
def disk() -> Iterator[FailingDisk]:
    with failing_disk() as disk:
        yield disk


@pytest.fixture
def workspace(qtbot: QtBot, tmp_path: Path, disk: FailingDisk) -> Iterator[Workspace]:
    """Three quizzes; the last one has the settings of the template already."""
    workspace = Workspace(Library.open(tmp_path / "library"))
    library = workspace.library
    library.create_quiz(NewQuiz(title="Leaves"), three_items(), id="leaves")
    library.create_quiz(NewQuiz(title="Roots", quiz_settings=QuizSettings(shuffle_answers=False)), id="roots")
    library.create_quiz(NewQuiz.model_validate({"title": "Stems", **EXAM.fields.wire()}), id="stems")
    yield workspace
    workspace.close()


@pytest.fixture
def failures() -> list[UserError]:
    return []


@pytest.fixture
def templates(workspace: Workspace, failures: list[UserError]) -> Templates:
    return Templates(workspace, failures.append)


@pytest.fixture
def apply(templates: Templates, qtbot: QtBot) -> Callable[..., Applied]:
    def apply(*ids: str) -> Applied:
        acts: list[Applied] = []
        templates.apply(EXAM, ids, acts.append)
        qtbot.waitUntil(lambda: bool(acts))
        return acts[0]

    return apply


@pytest.fixture
def take_back(templates: Templates, qtbot: QtBot) -> Callable[[Applied], None]:
    def take_back(act: Applied) -> None:
        done: list[bool] = []
        templates.take_back(act, lambda: done.append(True))
        qtbot.waitUntil(lambda: bool(done))

    return take_back


def kept(workspace: Workspace) -> Mapping[str, tuple[object, ...]]:
    """What is on disk of every quiz, to the byte."""
    rows = workspace.reader.db.execute("SELECT id, json, local, title FROM quiz JOIN content ON sha = fields")
    return {row[0]: row[1:] for row in rows}


def newest(workspace: Workspace, quiz_id: str) -> str:
    return workspace.reader.history(quiz_id)[0].what


def test_every_quiz_gets_the_settings_with_a_version_of_that_name(
    workspace: Workspace, apply: Callable[..., Applied]
) -> None:
    act = apply("leaves", "roots", "stems")
    assert set(act.changes) == {"leaves", "roots"}
    for quiz_id in ("leaves", "roots"):
        settings = workspace.reader.open_quiz(quiz_id).quiz.fields.quiz_settings
        assert settings is not None
        assert (settings.has_time_limit, settings.shuffle_answers) == (True, True)
        assert newest(workspace, quiz_id) == WHAT
    assert newest(workspace, "stems") == "New quiz"


def test_taking_it_back_leaves_every_quiz_as_it_was_to_the_byte(
    workspace: Workspace, apply: Callable[..., Applied], take_back: Callable[[Applied], None]
) -> None:
    before = kept(workspace)
    workspace.open("leaves")
    act = apply("leaves", "roots", "stems")
    assert kept(workspace) != before
    take_back(act)
    assert kept(workspace) == before
    assert newest(workspace, "roots") == "Take back template “Exam”"


def test_an_open_quiz_has_it_as_a_step_of_its_own_and_is_not_saved_twice(
    workspace: Workspace, apply: Callable[..., Applied], qtbot: QtBot
) -> None:
    document = workspace.open("leaves")
    first = document.quiz.fields
    document.edit_fields(first.replaced(title="Leaves and roots"), Edit("Title"))
    apply("leaves")
    assert document.undo_stack.undoText() == WHAT
    assert not workspace.autosave("leaves").dirty
    assert [row.what for row in workspace.reader.history("leaves")] == [WHAT, "Title", "New quiz"]
    document.undo_stack.undo()
    assert (document.quiz.title, document.quiz.fields.quiz_settings) == ("Leaves and roots", None)
    document.undo_stack.undo()
    assert document.quiz.fields == first


def test_taking_it_back_steps_back_in_an_open_quiz(
    workspace: Workspace, apply: Callable[..., Applied], take_back: Callable[[Applied], None]
) -> None:
    document = workspace.open("leaves")
    first = document.quiz.fields
    take_back(apply("leaves", "roots"))
    assert document.quiz.fields is first
    assert document.undo_stack.redoText() == WHAT


def test_taking_it_back_keeps_what_an_open_quiz_was_given_since(
    workspace: Workspace, apply: Callable[..., Applied], take_back: Callable[[Applied], None]
) -> None:
    document = workspace.open("roots")
    act = apply("leaves", "roots")
    document.edit_fields(document.quiz.fields.replaced(title="Tubers"), Edit("Title"))
    take_back(act)
    assert document.quiz.title == "Tubers"
    assert document.quiz.fields.quiz_settings == QuizSettings(shuffle_answers=False)
    assert document.undo_stack.undoText() == "Take back template “Exam”"
    assert workspace.reader.open_quiz("roots").quiz.fields == document.quiz.fields


def test_a_disk_that_fails_at_any_write_changes_all_quizzes_or_none(
    workspace: Workspace, templates: Templates, failures: list[UserError], disk: FailingDisk, qtbot: QtBot
) -> None:
    before, acts = kept(workspace), list[Applied]()
    for writes in range(40):
        disk.fail_after(writes, apsw.IOError)
        templates.apply(EXAM, ["leaves", "roots"], acts.append)
        qtbot.waitUntil(lambda expected=writes + 1: len(acts) + len(failures) == expected)  # type: ignore[misc]
        disk.heal()
        if acts:
            break
        assert kept(workspace) == before
    assert len(failures) > 5
    assert kept(workspace).keys() == before.keys()
    assert [newest(workspace, quiz_id) for quiz_id in ("leaves", "roots")] == [WHAT, WHAT]


def test_templates_are_kept_renamed_replaced_and_deleted(
    templates: Templates, workspace: Workspace, qtbot: QtBot
) -> None:
    def done(act: Callable[..., None], template: Template) -> None:
        ended: list[bool] = []
        act(template, lambda: ended.append(True))
        qtbot.waitUntil(lambda: bool(ended))

    done(templates.keep, EXAM)
    done(templates.keep, Template("quick", "Daily quiz", NewQuiz()))
    assert [one.name for one in templates.all()] == ["Daily quiz", "Exam"]
    assert templates.all()[1] == EXAM
    done(templates.keep, Template("exam", "A term's end", EXAM.fields))
    assert [one.name for one in templates.all()] == ["A term's end", "Daily quiz"]
    done(templates.forget, EXAM)
    assert [one.name for one in templates.all()] == ["Daily quiz"]
