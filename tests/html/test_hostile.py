"""What would freeze a text document is known before it is opened, and is read without harm."""

import sys
from types import FrameType

import pytest

from app.html.blocks import blocks
from app.html.limit import is_too_much
from app.html.lint import problems
from app.html.node import tree
from app.html.read import read
from app.html.text import plain_text
from app.html.write import fragment, written

TOO_MUCH = {
    "deep": "<div>" * 20_000,
    "deep marks": "<b>" * 100 + "x",
    "nested tables": "<table><tbody><tr><td>" * 100,
    "seven tables": "<table><tbody><tr><td>" * 7 + "x" + "</td></tr></tbody></table>" * 7,
    "wide cell": "<table><tbody><tr><td colspan=2000000000>a</td></tr></tbody></table>",
    "high cell": "<table><tbody><tr><td rowspan=' 99999999999999999999'>a</td></tr></tbody></table>",
    "wide column": "<table><colgroup><col span=101></colgroup><tr><td>a</table>",
    "one word": f"<p>{'x' * 1_000_001}</p>",
    "a long word": f"<p>{'x' * 10_001}</p>",
    "a long word in marks": "<p>" + f"<b>{'x' * 9_000}</b>" * 2,
    "many tags": "<br>" * 20_001,
    "long": "a " * 500_001,
}
LONG = {
    "divs": "<div>x</div>" * 10_000,
    "open quotes": '<a href="' * 10_000,
    "open comments": "<!--" * 10_000,
    "stray ends": "<p>x" + "</b></div></td>" * 6_000,
    "never closed": "<p><b>x</p>" * 5_000,
    "misnested": "<b><p></b></p>" * 5_000,
    "equations": "\\(" * 20_000,
    "breaks": "<p>" + "x<br>" * 10_000,
    "entities": "<p>" + "&" * 50_000,
    "scripts": "<script>" * 10_000,
    "declarations": "<![" * 10_000,
    "options": "<select>" + "<option>x" * 10_000,
    "items": "<ul>" + "<li>x" * 10_000,
    "cells": "<table><tr>" + "<td>x" * 10_000,
    "atoms": "<p>" + "<x-y>x</x-y>" * 8_000,
}


@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_is_too_much_is_known(name: str) -> None:
    assert is_too_much(TOO_MUCH[name])


WORDS = f"<p>{'x' * 9_999} {'y' * 9_999}<br>{'z' * 9_999}</p><p>{'z' * 9_999}</p><img src='data:{'a' * 20_000}'>"


@pytest.mark.parametrize("html", ["", "<p>a</p>" * 6_000, "<div>" * 64 + "x" + "</div>" * 64, "a " * 400_000, WORDS])
def test_what_a_person_writes_is_not_too_much(html: str) -> None:
    assert not is_too_much(html)


@pytest.mark.parametrize("html", [*TOO_MUCH.values(), *LONG.values()], ids=[*TOO_MUCH, *LONG])
def test_anything_is_read_and_kept(html: str) -> None:
    text = read(html)
    assert "".join(piece.source for piece in text.pieces) == html
    assert written(text.blocks, text) == html
    assert isinstance(fragment(text.blocks), str)
    assert isinstance(problems(html), tuple)


@pytest.mark.parametrize("html", LONG.values(), ids=LONG)
def test_reading_twice_as_much_is_twice_the_work(html: str) -> None:
    part = html[: len(html) // 20]
    assert work(part * 2) < 2.5 * work(part) + 100


def work(html: str) -> int:
    """How many calls reading takes."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        read(html)
    finally:
        sys.setprofile(None)
    return calls


def test_a_script_and_its_events_are_kept_and_never_shown_as_words() -> None:
    html = '<p onclick="x()">a</p><script>alert(1)</script><img src="file:///etc/passwd" onerror="x()">'
    text = read(html)
    assert written(text.blocks, text) == html
    assert [inline.text for block in text.blocks for inline in block.inlines if hasattr(inline, "text")] == ["a"]


@pytest.mark.parametrize("section", ["<![C b", "<![C b]>", "<![ x ]]>", "<![", "<![1", "<![CDATA[x]]>", "<![if x]>"])
def test_a_marked_section_that_nobody_knows_breaks_no_reader(section: str) -> None:
    html = f"<p>A {section}</p><p>leaf</p>"
    for words in (plain_text(html), " ".join(blocks(html)), fragment(read(html).blocks)):
        assert "A" in words
    tree(html)
