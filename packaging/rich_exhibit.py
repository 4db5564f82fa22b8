"""A question whose text has everything that can be written in one."""

from exhibit import choice

from app.html.equation import equation_source
from app.models.item import Item
from app.models.question import Question

_TABLE = (
    "<table><tbody><tr><th>Tissue</th><th>Carries</th><th>Direction</th></tr>"
    "<tr><td>xylem</td><td>water, minerals</td><td>up</td></tr>"
    "<tr><td>phloem</td><td>sugars</td><td>up and down</td></tr></tbody></table>"
)
_VIDEO = '<iframe src="https://example.org/video" width="560" height="315" title="A leaf at work"></iframe>'


def rich_items() -> tuple[Item, ...]:
    """One multiple choice, its answers with formats too."""
    equation = equation_source(r"6\,CO_2 + 6\,H_2O \rightarrow C_6H_{12}O_6 + 6\,O_2")
    text = (
        "<h2>Photosynthesis</h2>"
        "<p>A <strong>leaf</strong> under <em>light</em> makes <u>sugar</u>, see "
        '<a href="https://example.org/leaves">chapter 3</a>, from CO<sub>2</sub> and water:</p>'
        f'<p style="text-align: center;">{equation}</p>'
        "<ul><li>Light is taken up by chlorophyll<ol><li>in photosystem II</li><li>in photosystem I</li></ol></li>"
        '<li>Water gives <span style="color: #b45f06;">electrons</span></li></ul>'
        "<blockquote><p>Plants eat light.</p></blockquote>"
        f"{_TABLE}<pre>rate = light * chlorophyll</pre><p>Watch first: {_VIDEO}</p>"
    )
    answers = ("the <em>thylakoid</em> membrane", "the stroma, 10<sup>−6</sup> m wide", "the cell wall")
    item = choice("x", answers)
    assert isinstance(item.entry, Question)
    return (item.with_entry(item.entry.replaced(item_body=text)),)
