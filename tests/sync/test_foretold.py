"""What cannot travel is said before a sync: outcomes, stimuli and banks."""

import pytest

from app.models.item import Item
from app.models.questions.true_false import TrueFalseQuestion
from app.sync.held import held_reason
from app.sync.letter import warnings
from app.ui.words import words
from tests.sync.conftest import Bench
from tests.sync.test_replaced import cut_and_retitled
from tests.sync.test_run import choice, retitled


def warned(bench: Bench) -> str:
    return "\n".join(words(one) for one in warnings(bench.preview()))


@pytest.fixture
def there(bench: Bench) -> Bench:
    """A question with four answers, on both sides."""
    bench.put(choice("a", "root", "leaf", "stem", "bud"))
    bench.sync()
    return bench


def test_a_removed_answer_may_cost_outcomes_where_nobody_knows_what_the_server_does_with_it(there: Bench) -> None:
    cut_and_retitled(there, "a")
    assert warned(there).startswith("Answers of 1 question were removed or moved. Canvas may take that only with")


def test_it_costs_them_on_a_server_that_is_known_to_merge(there: Bench) -> None:
    cut_and_retitled(there, "a")
    there.sync()
    cut_and_retitled(there, "a")
    assert warned(there).startswith("1 question is replaced by a new one on Canvas")


def test_other_words_cost_none(there: Bench) -> None:
    there.put(retitled(there.quiz.items[0], "other"))
    assert warned(there) == ""


def test_a_stimulus_is_named_as_what_only_canvas_makes() -> None:
    passage = Item.from_wire({"id": "s", "entry_type": "Stimulus", "entry": {"title": "Passage"}})
    assert str(held_reason(passage)) == "A stimulus or a draw from a bank can only be made on Canvas itself."
    assert held_reason(Item.of(TrueFalseQuestion.new(), points=1)) != held_reason(passage)
