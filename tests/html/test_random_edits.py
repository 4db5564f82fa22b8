"""Whatever command meets whatever text: no word is lost, and what is written is stable."""

from collections.abc import Callable
from html import unescape

from hypothesis import assume, given
from hypothesis import strategies as st

from app.html.chain import Blocks, item_place
from app.html.list_item import toggled_list
from app.html.look import block_look, look
from app.html.marks import Effect, merged, toggled, without_mark
from app.html.read import read
from app.html.rich import Block
from app.html.structure import aligned, indented, outdented, quoted, unquoted, with_heading, with_line
from app.html.table import is_in_table, with_column, with_header_row, with_row, without_column, without_row
from app.html.unfit import UNFIT
from app.html.write import fragment, written
from tests.support.blocks import has_loose_ends, said
from tests.support.html import HTML

Command = Callable[[Blocks, int, int], Blocks]

COMMANDS: dict[str, Command] = {
    "bullets": lambda blocks, first, last: toggled_list(blocks, "ul", first, last),
    "numbers": lambda blocks, first, last: toggled_list(blocks, "ol", first, last),
    "in": indented,
    "out": outdented,
    "quote": quoted,
    "no quote": unquoted,
    "heading": lambda blocks, first, last: with_heading(blocks, first, last, 2),
    "paragraph": lambda blocks, first, last: with_heading(blocks, first, last, 0),
    "centre": lambda blocks, first, last: aligned(blocks, first, last, "center"),
    "natural": lambda blocks, first, last: aligned(blocks, first, last, None),
}
TABLE_COMMANDS: tuple[Callable[[Blocks, int], Blocks], ...] = (
    with_row,
    without_row,
    with_column,
    without_column,
    with_header_row,
)
EFFECTS: tuple[Effect, ...] = ("bold", "italic", "underline", "strike", "sub", "super", "code")
ITEMS = st.recursive(
    st.sampled_from(["a", "b", "<p>c</p>", "<p>d</p><p>e</p>"]),
    lambda inner: st.lists(inner, min_size=1, max_size=3).map(
        lambda items: "f<ul>" + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    ),
    max_leaves=8,
)


@given(HTML | ITEMS, st.lists(st.tuples(st.sampled_from(sorted(COMMANDS)), st.integers(0, 9), st.integers(0, 9))))
def test_no_command_loses_a_word(html: str, steps: list[tuple[str, int, int]]) -> None:
    assume(not UNFIT.search(unescape(html)))  # a piece with one becomes a single atom, whatever is in it
    assume(not has_loose_ends(read(html).blocks))
    text = read(html)
    blocks = text.blocks
    for name, first, length in steps:
        last = min(len(blocks) - 1, first + length)
        blocks = COMMANDS[name](blocks, first, last) if first <= last else blocks
    assert said(blocks) == said(text.blocks)
    assert said(read(written(blocks, text)).blocks) == said(blocks)
    once = fragment(blocks)
    assert fragment(read(once).blocks) == once


@given(st.lists(st.sampled_from(["<p>a</p>", "<p>b</p>", '<p class="k">c</p>', "<h2>d</h2>"]), min_size=1, max_size=5))
def test_a_list_that_is_made_twice_leaves_nothing(lines: list[str]) -> None:
    blocks = read("".join(lines)).blocks
    last = len(blocks) - 1
    for first in range(len(blocks)):
        there = toggled_list(blocks, "ul", first, last)
        assert all(block_look(block).list_kind == "ul" for block in there[first:])
        assert toggled_list(there, "ul", first, last) == blocks


@given(ITEMS, st.data())
def test_an_item_that_goes_in_comes_out_where_it_was(html: str, data: st.DataObject) -> None:
    blocks = read(f"<ul><li>{html}</li><li>x</li></ul>").blocks
    place = data.draw(st.integers(0, len(blocks) - 1))
    inside = indented(blocks, place, place)
    assume(inside != blocks and item_place(blocks[place].containers) is not None)
    assert fragment(outdented(inside, place, place)) == fragment(blocks)


@given(st.integers(1, 3), st.integers(1, 3), st.lists(st.tuples(st.sampled_from(TABLE_COMMANDS), st.integers(0, 20))))
def test_a_table_stays_regular(
    rows: int, columns: int, steps: list[tuple[Callable[[Blocks, int], Blocks], int]]
) -> None:
    html = "".join(f"<tr>{f'<td>{row}</td>' * columns}</tr>" for row in range(rows))
    blocks = read(f"<table><tbody>{html}</tbody></table><p>after</p>").blocks
    for change, place in steps:
        if place < len(blocks) and is_in_table(blocks[place]):
            blocks = change(blocks, place)
    again = read(fragment(blocks)).blocks
    assert [is_in_table(block) for block in again] == [is_in_table(block) for block in blocks]


@given(HTML, st.lists(st.sampled_from(EFFECTS)))
def test_marks_come_and_go_on_any_words(html: str, effects: list[Effect]) -> None:
    for block in read(html).blocks:
        inlines = block.inlines
        for effect in effects:
            inlines = toggled(inlines, effect)
        assert said([Block(inlines)]) == said([block])
        for inline in merged(inlines):
            assert look(without_mark(inline.marks, *EFFECTS)).bold is False


@given(HTML)
def test_preformatted_lines_are_stable(html: str) -> None:
    assume("\\(" not in html)  # an equation in preformatted text is words
    blocks = read(html).blocks
    assume(not has_loose_ends(blocks))
    once = fragment(with_line(blocks, 0, len(blocks) - 1, "pre"))
    assert fragment(read(once).blocks) == once
