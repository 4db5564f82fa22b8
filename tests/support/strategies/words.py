"""Texts, ids, numbers and JSON as people and servers write them."""

from html import escape

from hypothesis import strategies as st

_LETTERS = "abcdefgMNÄßéñøЖ漢字🙂"
_SIGNS = _LETTERS + " 0123456789-+.,;:?!()&<>\"'/%=_"

words = st.builds(
    "".join, st.tuples(st.sampled_from(_LETTERS), st.text(_SIGNS, max_size=12), st.sampled_from(_LETTERS))
)
"""Plain text that shows something: begins and ends with a letter, may hold any sign of HTML."""

_runs = words.map(lambda text: escape(text, quote=False))
_marked = st.one_of(_runs, _runs.map("<strong>{}</strong>".format), _runs.map("<em>{}</em>".format))
html = st.lists(_marked, min_size=1, max_size=3).map(lambda runs: f"<p>{' '.join(runs)}</p>")
"""Rich HTML that shows something, in the form in which Canvas keeps it."""

anything_written = st.one_of(st.just(""), words, html)
"""Any text of a draft."""

ids = st.uuids(version=4).map(str)


def distinct(texts: st.SearchStrategy[str], least: int, most: int) -> st.SearchStrategy[list[str]]:
    """So many texts, each another one."""
    return st.lists(texts, min_size=least, max_size=most, unique=True)


decimals = st.decimals(-1000, 1000, places=2).map(lambda number: f"{number:f}")
"""The text of a number with two decimals."""

unknown_json = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-9, 9), words),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from("abc"), inner, max_size=2)),
    max_leaves=5,
)
"""JSON of a shape that nobody knows."""
