"""One open quiz: its value, its undo stack and its problems. Nothing else changes a quiz."""

import weakref
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from app.checks.problem import Problem
from app.checks.quiz import quiz_problems
from app.checks.table import problems
from app.checks.together import together_problems, twin_problem
from app.message import Message
from app.models.item import Item
from app.models.local import QuizLocal
from app.models.quiz import NewQuiz, Quiz
from app.session.command import (
    Apply,
    ChangeItems,
    Decide,
    EditFields,
    EditItem,
    EditItems,
    Shared,
    SharedChange,
)
from app.session.comparing import Comparing
from app.session.edit import Edit
from app.session.piecework import AT_ONCE, Piecework

BURST_MS = 600
"""A pause this long ends a burst of typing (decisions 10)."""


class Document(QObject):
    """The open quiz. Every setter pushes one undo step; `changed` carries the whole new value.

    Where `refusal` gives a reason, nothing is changed, and `refused` carries it.

    `problems_changed` comes once after each of them, with the id of the item that changed, "" for several or none;
    and again where those of many had to be looked for.
    """

    changed = Signal(object)
    refused = Signal(object)
    shown = Signal(str)
    problems_changed = Signal(str)

    def __init__(self, quiz: Quiz, problem_counts: Mapping[str, int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.refusal: Callable[[], Message | None] = lambda: None
        self._quiz = quiz
        self._counts = dict(problem_counts)
        self._found: dict[str, tuple[Item, tuple[Problem, ...]]] = {}
        self._found_of_quiz: tuple[Quiz, tuple[Problem, ...]] | None = None
        self._burst_number = 0
        self._last_text = ""
        self.undo_stack = QUndoStack(self)
        # Commands that hold their document make a circle: Python's collector then frees them before the stack that
        # still points at them, and the process dies.
        own = weakref.proxy(self)
        self._read: Callable[[], Quiz] = lambda: own.quiz
        self._write: Apply = lambda quiz, show: own._apply(quiz, show)  # noqa: SLF001  (itself)
        self._gone_over: Callable[[Shared, bool], None] = lambda whole, done: own._crossed.append((whole, done))  # noqa: SLF001
        self._crossed: list[tuple[Shared, bool]] = []
        # A stack that is just going over a step cannot take another one: the other quizzes follow right after.
        self.undo_stack.indexChanged.connect(self._let_follow)
        self._checking = Piecework(lambda item_id: own._check(item_id), self)  # noqa: SLF001  (itself)
        self._checking.done.connect(lambda: own.problems_changed.emit(""))
        self._comparing = Comparing(self._read, self)
        self._comparing.compared.connect(lambda: own._take_compared())  # noqa: SLF001  (itself)
        self._burst_end = QTimer(self, singleShot=True, interval=BURST_MS)
        self._burst_end.timeout.connect(self.finish_burst)

    @property
    def id(self) -> str:
        """The quiz's id in the library."""
        return self._quiz.id

    @property
    def quiz(self) -> Quiz:
        """The present value."""
        return self._quiz

    @property
    def last_text(self) -> str:
        """What was done last, in words: the history row's text."""
        return self._last_text

    def edit_item(self, item: Item, edit: Edit) -> None:
        """Take another value of one item; with a merge key it joins the burst that is open at that field."""
        self._push(EditItem(self._read, self._write, item, edit.field, self._burst(item.id, edit)))

    def edit_items(self, items: Iterable[Item], edit: Edit) -> None:
        """Take other values of several items as one step, however many; none where all are what they were."""
        changed = {item.id: item for item in items if item is not self._quiz.item(item.id)}
        if changed:
            after = self._quiz.with_items(changed.get(item.id, item) for item in self._quiz.items)
            burst = self._burst("", edit)
            self._push(EditItems(self._read, self._write, after, edit.field, next(iter(changed)), burst))

    def edit_fields(self, fields: NewQuiz, edit: Edit) -> None:
        """Take other fields of the quiz itself."""
        self._push(EditFields(self._read, self._write, fields, edit.field, self._burst("", edit)))

    def edit_local(self, local: QuizLocal, what: str) -> None:
        """Take another local part of the quiz itself."""
        self._push(ChangeItems(self._read, self._write, self._quiz.with_local(local), what, ""))

    def insert_items(self, items: Sequence[Item], place: int, what: str) -> None:
        """Put `items` before the one at `place` (0-based)."""
        rows = self._quiz.items
        self._change_items((*rows[:place], *items, *rows[place:]), what, items[0].id)

    def delete_items(self, ids: Collection[str], what: str) -> None:
        """Take items out; undo brings them back where they were."""
        gone = frozenset(ids)
        kept = tuple(item for item in self._quiz.items if item.id not in gone)
        first = next(item.id for item in self._quiz.items if item.id in gone)
        self._change_items(kept, what, first)

    def move_items(self, ids: Collection[str], place: int, what: str) -> None:
        """Put the items, in their present order, before the one that is now at `place` (0-based)."""
        moved = frozenset(ids)
        rows = self._quiz.items
        picked = tuple(item for item in rows if item.id in moved)
        head = tuple(item for item in rows[:place] if item.id not in moved)
        tail = tuple(item for item in rows[place:] if item.id not in moved)
        if (*head, *picked, *tail) != rows:
            self._change_items((*head, *picked, *tail), what, picked[0].id)

    def bring_in(self, quiz: Quiz, what: str) -> None:
        """Take what a sync brought in, as one named step."""
        if quiz != self._quiz:
            self._push(ChangeItems(self._read, self._write, quiz, what, ""))

    def decide(
        self, quiz: Quiz, what: str, show: str, settle: Callable[[], object], take_back: Callable[[], object]
    ) -> None:
        """Take what a decided conflict makes of the quiz; `settle` and `take_back` go with every redo and undo."""
        self._push(Decide(self._read, self._write, quiz, what, show, settle, take_back))

    def settle_item(self, item: Item) -> None:
        """Take what was worked out beside for the present value of an item: it is no act of the person and no step."""
        self._apply(self._quiz.with_item(item), "")

    def share(self, quiz: Quiz, what: str, whole: Shared, *, show: str = "", done: bool = True) -> None:
        """Take a value as this quiz's step of something done to several, or no longer done."""
        self._push(SharedChange(self._read, self._write, quiz, what, show, self._gone_over, whole, done))

    def step_over(self, whole: Shared, *, done: bool) -> bool:
        """Undo or redo the very next step where that brings `whole` into this state; False where it is another one."""
        stack = self.undo_stack
        self.finish_burst()
        last, following = stack.command(stack.index() - 1), stack.command(stack.index())
        if isinstance(last, SharedChange) and last.whole is whole and last.done is not done:
            stack.undo()
        elif isinstance(following, SharedChange) and following.whole is whole and following.done is done:
            stack.redo()
        else:
            return False
        return True

    def finish_burst(self) -> None:
        """Close the open burst: the next edit is a step of its own."""
        self._burst_end.stop()
        self._burst_number += 1

    def problems(self, item_id: str) -> tuple[Problem, ...]:
        """What is wrong with one item, found when it is asked for and kept until the item changes."""
        item = self._quiz.item(item_id)
        known = self._found.get(item_id)
        if known is None or known[0] is not item:
            known = self._found[item_id] = (item, problems(item))
            self._counts[item_id] = len(known[1])
        return (*known[1], *self._twin(item_id))

    def problem_count(self, item_id: str) -> int:
        """How many problems an item has, without reading it: a stored one tells by its column."""
        return self._counts.get(item_id, 0) + len(self._twin(item_id))

    @property
    def total_problems(self) -> int:
        """How many problems the quiz has in all, those of its settings among them."""
        return sum(self.problem_count(item.id) for item in self._quiz.items) + len(self.quiz_problems())

    def compare(self) -> None:
        """Have the questions compared with each other, now."""
        self._comparing.finish()

    def stop(self) -> None:
        """Look for nothing any more: the library closes."""
        self._burst_end.stop()
        self._checking.drop()
        self._comparing.stop()

    def take_counts(self, counts: Mapping[str, int]) -> None:
        """Items were counted anew where they are kept; what was looked at here is known better."""
        taken = {key: count for key, count in counts.items() if key not in self._found}
        if taken:
            self._counts |= taken
            self.problems_changed.emit("")

    def check_anew(self, kind: str) -> None:
        """What counts as wrong with questions of one type changed: look at all of them again."""
        ids = [item.id for item in self._quiz.items if item.summary.type == kind]
        self._found = {key: found for key, found in self._found.items() if key not in ids}
        if ids:
            self._checking.ask(ids)

    def finish_checks(self) -> None:
        """Have every problem counted: what is kept must be true."""
        self._checking.finish()

    def problem_counts(self) -> Mapping[str, int]:
        """The count of every item of the present value by itself: which others are like it is no part of an item."""
        return {item.id: self._counts.get(item.id, 0) for item in self._quiz.items}

    def quiz_problems(self) -> tuple[Problem, ...]:
        """What is wrong with the quiz apart from its items; that it has none yet, it says where they would be."""
        if self._found_of_quiz is None or self._found_of_quiz[0] is not self._quiz:
            found = (one for one in quiz_problems(self._quiz) if one.field != "items")
            of_all = together_problems(self._quiz.fields, self._comparing.together)
            self._found_of_quiz = (self._quiz, (*found, *of_all))
        return self._found_of_quiz[1]

    def _twin(self, item_id: str) -> tuple[Problem, ...]:
        """That an earlier question is like this one, as far as they were compared."""
        kind, other = self._comparing.twins.get(item_id, ("same", ""))
        place = self._quiz.places.get(other)
        return () if place is None else (twin_problem(kind, place + 1),)

    def _take_compared(self) -> None:
        self._found_of_quiz = None
        self.problems_changed.emit("")

    def _change_items(self, items: tuple[Item, ...], what: str, show: str) -> None:
        self._push(ChangeItems(self._read, self._write, self._quiz.with_items(items), what, show))

    def _push(self, command: QUndoCommand) -> None:
        reason = self.refusal()
        if reason is not None:
            self.refused.emit(reason)
            return
        if isinstance(command, ChangeItems):
            self.finish_burst()
        self._last_text = command.text()
        self.undo_stack.push(command)

    def _let_follow(self, _index: int) -> None:
        while self._crossed:
            whole, done = self._crossed.pop()
            whole.follow(self.id, done=done)

    def _burst(self, item_id: str, edit: Edit) -> str:
        if edit.merge_key is None:
            self.finish_burst()
            return ""
        self._burst_end.start()
        return f"{self._burst_number}/{item_id}/{edit.merge_key}"

    def _apply(self, quiz: Quiz, show: str) -> None:
        before, self._quiz = self._quiz, quiz
        self.changed.emit(quiz)
        self._check_changed(before)
        if show:
            self.shown.emit(show)

    def _check_changed(self, before: Quiz) -> None:
        known = {id(item) for item in before.items}
        changed = [item.id for item in self._quiz.items if id(item) not in known]
        if self._quiz.items is not before.items:
            self._comparing.ask()
        if len(changed) > AT_ONCE:
            self._checking.ask(changed)
        else:
            for item_id in changed:
                self._check(item_id)
        self.problems_changed.emit(changed[0] if len(changed) == 1 else "")

    def _check(self, item_id: str) -> None:
        if item_id in self._quiz.places:
            self.problems(item_id)
