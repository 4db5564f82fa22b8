"""Rich HTML can be read as words, block by block."""

import pytest

from app.html.blocks import blocks


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<h2>Heart</h2><p>Two <b>atria</b></p>", ("Heart", "Two atria")),
        ("<ul><li>a</li><li>b</li></ul>", ("• a", "• b")),
        ("<table><tr><td>1</td><td>2</td></tr></table>", ("1 2",)),
        ('<p>Solve <img data-equation-content="x^2"></p>', ("Solve x^2",)),
        ("<style>p{}</style>text", ("text",)),
        ("<p> </p>", ()),
    ],
)
def test_each_block_gives_its_words(html: str, words: tuple[str, ...]) -> None:
    assert blocks(html) == words
