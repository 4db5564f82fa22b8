"""Items of a quiz, those that nobody can write included."""

from typing import Any

from hypothesis import strategies as st

from app.models.item import Item
from app.models.question import Question
from app.models.table import CREATABLE
from tests.support.strategies.questions import drafts, questions
from tests.support.strategies.words import html, ids, unknown_json, words

points = st.one_of(st.integers(1, 20), st.integers(1, 80).map(lambda quarters: quarters / 4))
"""Points above 0, in quarters, so that sums are exact."""


def items(valid: bool = True, slugs: tuple[str, ...] = CREATABLE) -> st.SearchStrategy[Item]:
    """Rows with a question of the types named: whole ones that Canvas takes if `valid`, else drafts too."""
    entries: st.SearchStrategy[Question] = questions(slugs) if valid else st.one_of(questions(slugs), drafts(slugs))
    worth = points if valid else st.one_of(st.none(), st.just(0), points)
    return st.builds(lambda entry, worth, id: Item.of(entry, points=worth, id=id), entries, worth, ids)


def _row(entry_type: str, entry: st.SearchStrategy[Any], **rest: st.SearchStrategy[Any]) -> st.SearchStrategy[Item]:
    fields = {"entry_type": st.just(entry_type), "points_possible": points, "entry": entry, **rest}
    return st.builds(lambda raw, id: Item.from_wire(raw, id=id), st.fixed_dictionaries(fields), ids)


def read_only_items() -> st.SearchStrategy[Item]:
    """Stimuli, bank entries, banks, and rows of kinds that nobody knows."""
    stimulus = st.fixed_dictionaries({"title": words, "body": html, "orientation": st.sampled_from(["top", "left"])})
    bank = st.fixed_dictionaries({"title": words, "archived": st.booleans(), "entry_count": st.integers(0, 50)})
    banked = questions().map(lambda question: {"entry_type": "Item", "archived": False, "entry": question.wire()})
    sample = st.fixed_dictionaries({"sample_num": st.one_of(st.none(), st.integers(1, 9))})
    return st.one_of(
        _row("Stimulus", stimulus),
        _row("BankEntry", banked),
        _row("Bank", bank, properties=sample),
        _row("Outcome", st.dictionaries(words, unknown_json, max_size=3)),
    )


def rows(valid: bool = True) -> st.SearchStrategy[Item]:
    """Items of any kind, as a quiz that comes from Canvas has them."""
    return st.one_of(items(valid), read_only_items())
