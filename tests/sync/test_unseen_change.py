"""Somebody writes between our look at a question and our update, on a server that keeps what an update leaves out."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.sync.settlement import open_conflicts
from tests.sync.histories.watched import COURSE
from tests.sync.histories.world import World

ROWS = [{"id": f"00000000-0000-4000-8000-{n:012}", "item_body": f"<p>{n}</p>"} for n in range(4)]


def question(answers: int) -> Item:
    """A choice of so many answers, the first of which is right."""
    empty = ChoiceQuestion.new().replaced(title="b", item_body="<p>Which?</p>", interaction_data={"choices": ROWS})
    return Item.of(empty.with_choices(empty.choices[:answers]).with_right(empty.choices[0].id), id="b")


@pytest.fixture
def history(tmp_path: Path) -> Iterator[World]:
    with asyncio.Runner() as runner:
        world = World(tmp_path / "library", Random(1), runner)
        yield world
        world.close()


def put(history: World, item: Item) -> None:
    """The only question becomes this."""
    quiz = history.quiz
    history.library.save(quiz.with_items([item]), before=quiz, what="Edit", problem_counts={})


def test_what_came_in_with_the_answer_to_an_update_does_not_go_with_the_old_row(history: World) -> None:
    put(history, question(3))
    history.sync()
    [row] = history.core.items(COURSE, history.core.ours[0])

    def written_after_the_look() -> None:
        last = history.core.requests[-1]
        if last.method == "GET" and last.path.endswith(f"/items/{row['id']}"):
            history.core.rival = lambda: None
            change = {"entry": {"feedback": {"neutral": "<p>Theirs</p>"}}}
            history.core.edit_item(COURSE, history.core.ours[0], row["id"], change)

    history.core.rival = written_after_the_look
    put(history, question(2))
    history.sync()
    history.sync()
    [there] = history.core.items(COURSE, history.core.ours[0])
    [here] = history.quiz.items
    assert there["entry"]["feedback"]["neutral"] == "<p>Theirs</p>"
    assert here.entry.wire()["feedback"]["neutral"] == "<p>Theirs</p>"
    assert len(there["entry"]["interaction_data"]["choices"]) == 2


@pytest.mark.parametrize("removes", [False, True])
def test_an_answer_that_somebody_added_right_before_an_update_is_no_ghost(history: World, removes: bool) -> None:
    put(history, question(3))
    history.sync()
    [row] = history.core.items(COURSE, history.core.ours[0])

    def added_after_the_look() -> None:
        last = history.core.requests[-1]
        if last.method == "GET" and last.path.endswith(f"/items/{row['id']}"):
            history.core.rival = lambda: None
            choices = [*row["entry"]["interaction_data"]["choices"], {**ROWS[3], "item_body": "<p>Theirs</p>"}]
            change = {"entry": {"interaction_data": {"choices": choices}}}
            history.core.edit_item(COURSE, history.core.ours[0], row["id"], change)

    history.core.rival = added_after_the_look
    entry = history.quiz.items[0].entry
    assert isinstance(entry, ChoiceQuestion)
    mine = (*entry.choices[:2], entry.choices[2].replaced(item_body="<p>Mine</p>"))
    kept = entry.choices[:2] if removes else mine
    put(history, history.quiz.items[0].with_entry(entry.with_choices(kept)))
    history.sync()
    history.sync()
    [there] = history.core.items(COURSE, history.core.ours[0])
    assert there["id"] == row["id"]
    assert "Theirs" in str(there["entry"])
    undecided = open_conflicts(history.library, history.link)
    assert bool(undecided) is removes
    assert "Theirs" in (str(undecided[0].theirs) if removes else history.quiz.items[0].document.decode())


def test_a_question_made_anew_stays_where_somebody_deletes_the_new_row_right_before_the_old_one_goes(
    history: World,
) -> None:
    put(history, question(4))
    history.sync()
    ours = history.core.ours[0]

    def deleted_before_the_old_row() -> None:
        rows = history.core.items(COURSE, ours)
        if len(rows) == 2:
            history.core.rival = lambda: None
            history.core.delete_item(COURSE, ours, max((str(row["id"]) for row in rows), key=int))

    history.core.rival = deleted_before_the_old_row
    put(history, question(3))
    history.sync()
    history.sync()
    [there] = history.core.items(COURSE, ours)
    [_] = history.quiz.items
    assert len(there["entry"]["interaction_data"]["choices"]) == 3
