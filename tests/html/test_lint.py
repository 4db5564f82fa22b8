"""Problems in source are told where they are."""

import pytest

from app.html.lint import MOST, problems
from tests.support.html import FRAGMENTS

KNOWN = [
    ("<p>a</p>", []),
    ("<ul><li>a<li>b</ul>", []),
    ("<table><tr><td>a<td>b<tr><td>c</table>", []),
    ('<p>a\n<b>b</p>"', ["2:1 <b> is not closed before </p>."]),
    ("<b>a", ["1:1 <b> is not closed."]),
    ("a</div>", ["1:2 </div> closes nothing: there is no <div> open."]),
    ("<h2>a</h3>", ["1:1 <h2> is not closed.", "1:6 </h3> closes <h2>."]),
    ("<blink>a</blink>", ["1:1 <blink> is no element that Canvas knows; it removes the tag."]),
    ("<script>if (a<b) x()</script>", ["1:1 Canvas removes <script>."]),
    ('<p onclick="x()">a</p>', ["1:1 Canvas removes onclick, as it does every script."]),
    ('<p align="left" data-x="1" aria-label="a">a</p>', ["1:1 Canvas removes align from <p>."]),
    ('<a href="java\nscript:x()">a</a>', ["1:1 Canvas removes “javascript:” addresses."]),
    ('<a href="file:///a">a</a>', ["1:1 This address is a file of this computer: nobody else can open it."]),
    ('<a href="https://example.org">a</a>', []),
    ('<img src="/a.png" alt="A cat">', []),
    ('<img src="/a.png" alt="" role="presentation">', []),
    ('<img class="equation_image" src="/e" data-equation-content="x">', []),
    ('<img alt="a">', ["1:1 This picture has no address."]),
    (
        '<img src="/a.png">',
        ["1:1 This picture has no words for those who do not see it: give it alt text, or make it decorative."],
    ),
    (
        '<img src="file:///a.png" alt="a">',
        ["1:1 This picture is a file of this computer: students will not see it. Insert it as a picture."],
    ),
    (
        '<img src="data:image/png;base64,x" alt="a">',
        ["1:1 Canvas removes a picture that is written into the text. Insert it as a picture."],
    ),
    ("a<p", ["1:2 This tag or comment has no end: “>” is missing."]),
    ("<math><mi/><mspace width='1em'/></math>", []),
    ("a</br>", ["1:2 </br> means nothing here."]),
]


@pytest.mark.parametrize(("html", "told"), KNOWN)
def test_a_problem_is_told_with_its_place(html: str, told: list[str]) -> None:
    assert [f"{one.line}:{one.column} {one.message}" for one in problems(html)] == told


@pytest.mark.parametrize("html", FRAGMENTS)
def test_any_text_can_be_looked_at(html: str) -> None:
    lines = html.split("\n")
    assert all(one.line <= len(lines) and one.column <= len(lines[one.line - 1]) + 1 for one in problems(html))


def test_a_text_full_of_problems_tells_the_first() -> None:
    assert len(problems("</b>" * 5_000)) == MOST
