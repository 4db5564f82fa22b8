"""Words and what is bold in them are those that a browser's parser (html5ever, in nh3) finds."""

import re
from html import unescape

import nh3
import pytest
from hypothesis import assume, example, given

from app.html.read import missing_end, read
from app.html.unfit import UNFIT
from app.html.write import fragment
from tests.support.blocks import has_loose_ends
from tests.support.html import FRAGMENTS, HTML


def words(html: str) -> list[tuple[str, bool]]:
    """Every sign but white space, and whether it is in `<b>`."""
    cleaned = nh3.clean(html, tags={"b"}, clean_content_tags={"script", "style"})
    depth, found = 0, []
    for part in re.split(r"(</?b>)", cleaned):
        depth += {"<b>": 1, "</b>": -1}.get(part, 0)
        shown = "" if part in {"<b>", "</b>"} else unescape(part)
        found += [(sign, depth > 0) for sign in shown if not sign.isspace()]
    return found


def is_whole(html: str) -> bool:
    """Whether it can be edited: no tag that the text ends in, no sign that Qt keeps for itself."""
    return missing_end(html) is not None and not UNFIT.search(unescape(html))


@pytest.mark.parametrize("html", [one for one in FRAGMENTS if is_whole(one)])
def test_a_browser_finds_the_same_words_in_what_is_written(html: str) -> None:
    assert words(fragment(read(html).blocks)) == words(html)


@given(HTML)
@example("<b>a<p>b</b>c</p>d")
@example("<p><b>a</p><p>b</b>c</p>")
def test_a_browser_finds_the_same_words_in_any_text(html: str) -> None:
    blocks = read(html).blocks
    assume(is_whole(html))
    assume("<m" not in html)  # nh3 takes words along with MathML that stands in the wrong place
    assume(not has_loose_ends(blocks))
    assert words(fragment(blocks)) == words(html)
