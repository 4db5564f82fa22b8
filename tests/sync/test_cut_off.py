"""A sync that is killed between any two of its commits: the next one finds what was under way."""

from collections.abc import Callable
from pathlib import Path

from app.library.library import Library
from app.models.item import Item
from app.sync.choice import Selection
from app.sync.ledger import Carry
from app.sync.stored import at_once
from tests.sync.test_histories import History
from tests.sync.test_run import choice, retitled, statement


class Killed(BaseException):
    """Stands for SIGKILL: nothing catches it."""


def dying(commits: int) -> Carry:
    """Writes to the library that many times; then the process dies instead."""
    left = [commits]

    async def carry(work: Callable[[], object]) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise Killed
        await at_once(work)

    return carry


def edited_on_both_sides(library: Library, number: int) -> History:
    """Here: one edited, one deleted, one new, another order, a choice less. There: one new, one edited, one deleted."""
    history = History(library, number)
    put(history, *map(statement, "abcd"), choice("e", "root", "leaf", "stem"), statement("f"))
    history.sync()
    a, b, _c, d, e, f = history.library.open_quiz(history.link.quiz_id).quiz.items
    fewer = e.with_entry(e.entry.with_choices(e.entry.choices[:2]))  # type: ignore[union-attr]
    put(history, f, retitled(a, "A"), b, d, fewer, statement("x"))
    quiz_id = history.canvas_id
    rows = history.core.items("1", quiz_id)
    history.core.edit_item("1", quiz_id, str(rows[1]["id"]), {"entry": {"title": "B"}})
    history.core.delete_item("1", quiz_id, str(rows[3]["id"]))
    history.core.add_item("1", quiz_id, {**statement("there").wire(), "position": 1})
    return history


def writes_of_a_pull(history: History) -> list[str]:
    before = len(history.core.requests)
    history.sync(Selection(pull_only=True))
    return [seen.method for seen in history.core.requests[before:] if seen.method != "GET"]


def put(history: History, *items: Item) -> None:
    before = history.library.open_quiz(history.link.quiz_id).quiz
    history.library.save(before.with_items(items), before=before, what="Edit", problem_counts={})


def test_a_kill_between_any_two_commits_loses_and_doubles_nothing(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        for commits in range(100):
            history = edited_on_both_sides(library, commits)
            history.carry = dying(commits)
            try:
                history.sync()
            except Killed:
                history.carry = at_once
                assert writes_of_a_pull(history) == [], commits
                history.sync()
                assert sorted(history.here) == ["A", "B", "e", "f", "there", "x"], commits
                assert history.there == history.here, commits
                assert history.sync().writes == 0, commits
            else:
                break
        assert commits > 10
