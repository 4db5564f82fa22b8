"""Templates of settings in the window: kept by name, and applied to any number of quizzes as one act (decisions 12).

The library changes all quizzes in one transaction, each with a version of its own in its history. A quiz that is open
then takes it as a step of its undo, which is about that quiz alone; taking the whole act back is one transaction, too.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from app.errors import UserError
from app.library.row import Saving
from app.library.templates import Template, forget_template, keep_template, templates
from app.message import message
from app.models.quiz import NewQuiz, Quiz
from app.models.settings_template import applied, taken_back
from app.session.document import Document
from app.session.edit import Edit
from app.session.workspace import Workspace

Done = Callable[[], None]
Failed = Callable[[UserError], None]


@dataclass(frozen=True, slots=True)
class Change:
    """The fields of a quiz before and after."""

    before: NewQuiz
    after: NewQuiz


@dataclass(frozen=True, slots=True)
class Applied:
    """What a template changed, quiz id → change; quizzes that had its settings already are not in it."""

    template: Template
    changes: Mapping[str, Change]


class Templates(QObject):
    """Everything that writes is done in the writer's thread; `done` follows, or `failed` with words for a person."""

    def __init__(self, workspace: Workspace, failed: Failed, parent: QObject | None = None) -> None:
        super().__init__(parent or workspace)
        self._workspace, self._failed = workspace, failed

    def all(self) -> list[Template]:
        """Every template by its name."""
        return templates(self._workspace.reader)

    def keep(self, template: Template, done: Done) -> None:
        """Keep a template: a new one, a renamed one, or other settings under the same name."""
        work = partial(keep_template, self._workspace.library, template)
        self._workspace.writer.submit(work, lambda _: done(), self._failed)

    def forget(self, template: Template, done: Done) -> None:
        """Delete a template."""
        work = partial(forget_template, self._workspace.library, template.id)
        self._workspace.writer.submit(work, lambda _: done(), self._failed)

    def fields_of(self, ids: Sequence[str], found: Callable[[Mapping[str, NewQuiz]], None]) -> None:
        """The fields of quizzes as they are now, read beside the window; `found` gets id → fields."""
        self._finish(ids)
        library = self._workspace.library

        def work() -> Mapping[str, NewQuiz]:
            return {quiz_id: library.open_quiz(quiz_id).quiz.fields for quiz_id in ids}

        self._workspace.writer.submit(work, found, self._failed)

    def apply(self, template: Template, ids: Sequence[str], done: Callable[[Applied], object]) -> None:
        """Give its settings to these quizzes, all or none."""
        what = _applying(template)

        def arrive(changes: Mapping[str, Change]) -> None:
            for document, follow in self._open(changes):
                fields = applied(template.fields, document.quiz.fields)
                follow(partial(document.edit_fields, fields, Edit(what)))
            done(Applied(template, changes))

        self._change_all(ids, lambda quiz: applied(template.fields, quiz.fields), what, arrive)

    def take_back(self, act: Applied, done: Done) -> None:
        """Give every quiz its earlier settings, but those that were changed again since."""
        what = str(message("Take back template “{name}”", name=act.template.name))

        def earlier(quiz: Quiz) -> NewQuiz:
            change = act.changes[quiz.id]
            return taken_back(quiz.fields, change.before, change.after)

        def arrive(changes: Mapping[str, Change]) -> None:
            for document, follow in self._open(changes):
                step = partial(document.edit_fields, earlier(document.quiz), Edit(what))
                is_last = document.undo_stack.undoText() == _applying(act.template)
                is_as_made = document.quiz.fields == act.changes[document.id].after
                follow(document.undo_stack.undo if is_last and is_as_made else step)
            done()

        self._change_all(list(act.changes), earlier, what, arrive)

    def _change_all(
        self,
        ids: Sequence[str],
        change: Callable[[Quiz], NewQuiz],
        what: str,
        done: Callable[[Mapping[str, Change]], object],
    ) -> None:
        self._finish(ids)
        library = self._workspace.library

        def work() -> Mapping[str, Change]:
            changes, savings = {}, []
            for found in map(library.open_quiz, ids):
                quiz, fields = found.quiz, change(found.quiz)
                if fields is not quiz.fields:
                    changes[quiz.id] = Change(quiz.fields, fields)
                    savings.append(Saving(quiz, quiz.with_fields(fields), what, found.problem_counts))
            library.save_together(savings)
            return changes

        self._workspace.write(work, done, self._failed)

    def _open(self, ids: Iterable[str]) -> Iterator[tuple[Document, Callable[[Done], None]]]:
        """The open ones of these quizzes, each with what lets it follow the library."""
        for quiz_id in ids:
            if self._workspace.is_open(quiz_id):
                yield self._workspace.open(quiz_id), self._workspace.autosave(quiz_id).follow

    def _finish(self, ids: Iterable[str]) -> None:
        for quiz_id in ids:
            self._workspace.finish(quiz_id)


def _applying(template: Template) -> str:
    return str(message("Apply template “{name}”", name=template.name))
