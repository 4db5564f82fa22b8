"""The answer to an update is lost, and before the next look the person has taken it back."""

import pytest

from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.sync.run import NotSure
from tests.sync.conftest import Bench

TEXTS = ("root", "leaf", "kernel")


def questions() -> tuple[Item, Item]:
    """A choice of two answers, and the same with a third one between them."""
    rows = [{"id": f"00000000-0000-4000-8000-{n:012}", "item_body": f"<p>{text}</p>"} for n, text in enumerate(TEXTS)]
    empty = ChoiceQuestion.new().replaced(
        title="b", item_body="<p>Which is deep?</p>", interaction_data={"choices": rows}
    )
    root, leaf, kernel = empty.choices
    two, three = (empty.with_choices(rows).with_right(root.id) for rows in ((root, leaf), (root, kernel, leaf)))
    return Item.of(two, id="b"), Item.of(three, id="b")


def test_an_answer_that_was_added_and_taken_back_while_its_update_was_lost_goes_from_canvas_too(bench: Bench) -> None:
    """A server that keeps ids appends it: what stands there is neither what was there nor what was sent."""
    two, three = questions()
    bench.put(two)
    bench.sync()
    bench.server.core.set_fault("reset-after-commit", 1)
    bench.put(three)
    with pytest.raises(NotSure):
        bench.sync()
    bench.server.core.set_fault("reset-after-commit", 0)
    bench.put(two)
    bench.sync()
    (row,) = bench.rows
    assert [one["item_body"] for one in row["entry"]["interaction_data"]["choices"]] == ["<p>root</p>", "<p>leaf</p>"]  # type: ignore[index]
    assert bench.sync().writes == 0
