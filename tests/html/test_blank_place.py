"""Places of blanks among the signs of a text."""

import pytest

from app.html.atom import AtomKind, kind_of
from app.html.blank_place import blank_id, blankable, ticked, with_place, words_of
from app.html.chosen import Chosen
from app.html.read import read
from app.html.rich import Atom, Inline
from app.html.splice import Spot
from app.html.write import written

PLACE = '<span id="blank_x"></span>'


def chosen(html: str, first: int, last: int | None = None) -> Chosen:
    return Chosen(read(html).blocks, Spot(0, first), Spot(0, first if last is None else last))


def inlines(html: str) -> tuple[Inline, ...]:
    return read(html).blocks[0].inlines


def test_an_empty_span_with_the_id_of_a_blank_is_an_atom_of_its_own_kind() -> None:
    found = inlines(f"<p>Water is {PLACE}, not <b>{PLACE}</b></p>")
    atoms = [one for one in found if isinstance(one, Atom)]
    assert [blank_id(atom.source) for atom in atoms] == ["x", "x"]
    assert {kind_of(atom) for atom in atoms} == {AtomKind.BLANK}


def test_other_spans_and_pictures_are_no_blanks() -> None:
    assert blank_id('<span id="x"></span>') == ""
    assert blank_id('<img id="blank_x">') == ""


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [(9, 12, "H2O"), (8, 13, "H2O"), (10, None, "H2O"), (9, None, "H2O"), (12, None, "H2O"), (5, 9, "is")],
)
def test_the_words_selected_or_the_one_at_the_cursor_become_a_blank(first: int, last: int | None, words: str) -> None:
    found = blankable(chosen("<p>Water is H2O today</p>", first, last))
    assert found is not None
    assert words_of(found) == words


def test_between_words_the_blank_is_empty() -> None:
    found = blankable(chosen("<p>Water is , so</p>", 9))
    assert found is not None
    assert found.is_bare


def test_a_blank_or_a_picture_is_not_made_a_blank_again() -> None:
    assert blankable(chosen(f"<p>a {PLACE} b</p>", 0, 5)) is None


def test_the_words_between_backticks_are_found_from_the_last_one() -> None:
    found = ticked(chosen("<p>a ` is `H2O` here</p>", 12))
    assert found is not None
    assert words_of(found) == "H2O"


@pytest.mark.parametrize("html", ["<p>``</p>", "<p>one `</p>", "<p>` `</p>", f"<p>`{PLACE}`</p>"])
def test_backticks_around_nothing_make_no_blank(html: str) -> None:
    end = sum(len(getattr(one, "text", " ")) for one in inlines(html))
    assert ticked(chosen(html, end)) is None


def test_the_place_looks_as_the_words_did() -> None:
    text = read("<p>Water is <b>H2O</b>.</p>")
    made = with_place(Chosen(text.blocks, Spot(0, 9), Spot(0, 12)), PLACE)
    assert written(made.blocks, text) == f"<p>Water is <b>{PLACE}</b>.</p>"
    assert made.position == Spot(0, 10)
