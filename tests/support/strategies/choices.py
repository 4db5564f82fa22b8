"""Rows of choices with their shuffling."""

from typing import Any

from hypothesis import strategies as st

from tests.support.strategies.words import distinct, html, ids


@st.composite
def rows(draw: st.DrawFn, texts: st.SearchStrategy[str] = html, least: int = 2) -> list[dict[str, Any]]:
    """Choices with ids, positions and distinct texts."""
    bodies = draw(distinct(texts, least, 5))
    keys = draw(st.lists(ids, min_size=len(bodies), max_size=len(bodies), unique=True))
    return [
        {"id": key, "position": place, "item_body": body}
        for place, (key, body) in enumerate(zip(keys, bodies, strict=True), start=1)
    ]


def shuffling(count: int) -> st.SearchStrategy[dict[str, Any]]:
    """Shuffle rules for so many choices."""
    locked = st.sets(st.integers(0, count - 1)).map(sorted)
    choices = st.fixed_dictionaries({"to_lock": locked, "shuffled": st.booleans()})
    return st.fixed_dictionaries({"choices": choices})
