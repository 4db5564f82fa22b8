"""Texts and pictures: mathematics, every spelling of an address, nothing from outside."""

import pytest

from app.html.equation import equation
from app.html.read import read as html_read
from app.html.rich import Atom
from app.models.questions.hot_spot import HotSpotQuestion
from tests.interchange.conftest import losses
from tests.interchange.qti.conftest import PICTURE, REFERENCE
from tests.interchange.qti.files import (
    CLASSIC,
    html,
    item,
    packed,
    quiz,
)
from tests.interchange.qti.reading import one, only, stem


@pytest.mark.parametrize(
    "math",
    [
        '<img class="equation_image" src="/equation_images/x%255E2" alt="LaTeX: x^2" data-equation-content="x^2">',
        r"\(x^2\)",
        "<math><msup><mi>x</mi><mn>2</mn></msup></math>",
        '<img class="equation_image" src="formula.png" alt="LaTeX: x^2">',
        '<img src="/equation_images/x%255E2" alt="">',
    ],
)
def test_mathematics_stays_in_each_of_its_forms(math: str) -> None:
    found = only(quiz(item("essay_question", html(f"<p>Solve {math}</p>"))))
    assert not found.lost
    blocks = (block for piece in html_read(stem(found)).pieces for block in piece.blocks)
    [atom] = (one for block in blocks for one in block.inlines if isinstance(one, Atom))
    drawn = equation(atom)
    assert drawn is not None
    assert drawn.latex.replace("{", "").replace("}", "") == "x^2"


@pytest.mark.parametrize(
    ("base", "path"),
    [
        ("$IMS-CC-FILEBASE$/a%20b.png", "a b.png"),
        ("%24IMS-CC-FILEBASE%24/pics/a.png", "web_resources/pics/a.png"),
        ("$IMS_CC_FILE_BASE$/a.png", "web_resources/a.png"),
        ("$IMS-CC-FILEBASE$/pics/a.png?canvas_download=1", "pics\\a.png"),
        ("pics/A.PNG", "q1/pics/a.png"),
        ("$IMS-CC-FILEBASE$/ä.png", "a\u0308.png"),
    ],
)
def test_a_picture_is_found_however_it_is_named(base: str, path: str) -> None:
    text = quiz(item("essay_question", html(f'<p><img src="{base}" alt="a"></p>')))
    material = one(packed({"q1/q1.xml": text, path: PICTURE}))
    assert not material.losses
    assert REFERENCE in stem(material.found[0])
    assert list(material.media.values()) == [PICTURE]


@pytest.mark.parametrize(
    "address", ["../../etc/passwd", "$IMS-CC-FILEBASE$/../a.png", "/etc/passwd", "file:///etc/passwd", "C:\\a.png"]
)
def test_nothing_outside_the_file_is_read(address: str) -> None:
    text = quiz(item("essay_question", html(f'<p><img src="{address}" alt="Map"></p>')))
    material = one(packed({"q1.xml": text, "other.png": PICTURE}))
    assert any("not in the file" in text for text in losses(material.found[0]))
    assert stem(material.found[0]) == "<p>Map</p>"


def test_a_name_that_leads_out_of_the_file_is_told_and_not_read() -> None:
    material = one(packed({"q1.xml": CLASSIC, "../../evil.xml": CLASSIC, "..\\evil.xml": CLASSIC}))
    assert len(material.found) == 2
    assert len(material.lost) == 2


def test_scripts_go_and_tables_stay() -> None:
    text = "<table style='width: 50%'><tr><td onclick='x()'>A</td></tr></table><script>x()</script>"
    found = only(quiz(item("essay_question", html(text))))
    assert "script" not in stem(found)
    assert "onclick" not in stem(found)
    assert "width: 50%" in stem(found)


HOT = (
    '<flow><response_xy ident="response1" rcardinality="Single">{stem}<render_hotspot><material>'
    '<matimage uri="{uri}"/></material><response_label ident="response1" rarea="{kind}">{at}</response_label>'
    "</render_hotspot></response_xy></flow>"
)


@pytest.mark.parametrize(("kind", "ours"), [("rectangle", "square"), ("ellipse", "oval"), ("square", "square")])
def test_a_hot_spot_finds_its_picture_without_an_ending(kind: str, ours: str) -> None:
    uri = "$IMS-CC-FILEBASE$/Uploaded Media/6f96"
    shown = HOT.format(stem=html("<p>Where?</p>"), uri=uri, kind=kind, at="0.1,0.2,0.3,0.4")
    material = one(packed({"q1.xml": quiz(item("hot_spot_question", shown)), "Uploaded Media/6f96": PICTURE}))
    [found] = material.found
    assert found.item is not None
    question = found.item.entry
    assert isinstance(question, HotSpotQuestion)
    assert question.picture == REFERENCE
    assert question.stored_regions[0].type == ours
    assert stem(found) == "<p>Where?</p>"
    assert not found.lost


@pytest.mark.parametrize("at", ["0.372", "", "a,b,c,d", "0.1,0.2"])
def test_a_region_that_is_not_whole_is_told(at: str) -> None:
    shown = HOT.format(stem=html("<p>Where?</p>"), uri="$IMS-CC-FILEBASE$/none", kind="rectangle", at=at)
    told = losses(only(quiz(item("hot_spot_question", shown))))
    assert any("region" in text for text in told)
    assert any("not in the file" in text for text in told)
