"""A text taken apart into its lines."""

import pytest

from app.html.apart import apart
from app.html.read import read


@pytest.mark.parametrize(
    ("html", "texts"),
    [
        ("<p>a</p><p><b>b</b></p>", ["<p>a</p>", "<p><b>b</b></p>"]),
        ("<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>", ["<p>a</p>", "<p>b</p>", "<p>c</p>"]),
        ("<ul><li><p>a</p><p>more of a</p></li><li>b</li></ul>", ["<p>a</p><p>more of a</p>", "<p>b</p>"]),
        ("<p>a<br><i>b<br>c</i></p>", ["<p>a</p>", "<p><i>b</i></p>", "<p><i>c</i></p>"]),
        ("<p>a<br>still a</p><p>b</p>", ["<p>a<br>still a</p>", "<p>b</p>"]),
        ("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", ["<p>a</p>", "<p>b</p>"]),
        ('<h2 style="text-align: center">a</h2><p>&nbsp;</p><p>b</p>', ["<p>a</p>", "<p>b</p>"]),
    ],
)
def test_each_line_is_a_text(html: str, texts: list[str]) -> None:
    assert list(apart(read(html).blocks)) == texts


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td>a</td><td>b</td></tr></table>",
        "<p>a</p><blockquote><p>b</p></blockquote>",
        "<p>a</p><hr><p>b</p>",
        "<p>a</p><pre>b\nc</pre>",
    ],
)
def test_what_is_more_than_lines_stays_whole(html: str) -> None:
    assert apart(read(html).blocks) == ()
