"""What is kept whole is told in words; a picture can be described and sized."""

import pytest

from app.html.atom import AtomKind, kind_of, label_of
from app.html.picture_tag import Picture, picture, picture_source
from app.html.rich import Atom


@pytest.mark.parametrize(
    ("source", "kind", "label"),
    [
        ('<img src="/a.png">', AtomKind.PICTURE, None),
        ('<img class="equation_image" data-equation-content="x">', AtomKind.EQUATION, None),
        ("<math><mi>x</mi></math>", AtomKind.EQUATION, None),
        ("\\(x\\)", AtomKind.EQUATION, None),
        ("<hr>", AtomKind.RULE, None),
        (
            '<iframe src="https://www.youtube.com/embed/x" width="560" height="315"></iframe>',
            AtomKind.CHIP,
            "Embedded video 560 × 315",
        ),
        ('<iframe src="https://example.org"></iframe>', AtomKind.CHIP, "Embedded page"),
        ("<video controls><source src='a'></video>", AtomKind.CHIP, "Video"),
        ("<details><summary>More</summary>words</details>", AtomKind.CHIP, "Part that opens: More words"),
        ("<x-y>words</x-y>", AtomKind.CHIP, "<x-y>: words"),
        ("<!-- note -->", AtomKind.CHIP, "Comment"),
        ("a\x00b", AtomKind.CHIP, "Markup: a\x00b"),
        ('<iframe src="http://[bad"></iframe>', AtomKind.CHIP, "Embedded page"),
    ],
)
def test_an_atom_says_what_it_is(source: str, kind: AtomKind, label: str | None) -> None:
    assert kind_of(Atom(source)) == kind
    assert label is None or str(label_of(Atom(source))) == label


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('<img src="/a" alt="A cat" width="30" height="20">', Picture("/a", "A cat", 30, 20)),
        ('<img src="/a" alt="" role="presentation">', Picture("/a", decorative=True)),
        ('<img src="/a" style="width: 50px">', Picture("/a", width=50)),
        ('<img src="/a" width="50%">', Picture("/a")),
        ("<img>", Picture("")),
    ],
)
def test_a_picture_is_read(source: str, said: Picture) -> None:
    assert picture(source) == said
    assert picture_source(said, source) == source


@pytest.mark.parametrize(
    ("said", "original", "source"),
    [
        (Picture("/a", "A & B"), "<img>", '<img src="/a" alt="A &amp; B">'),
        (Picture("/a", decorative=True), '<img src="/a" alt="x">', '<img src="/a" alt="" role="presentation">'),
        (Picture("/a", "x"), '<img src="/a" alt="" role="presentation">', '<img src="/a" alt="x">'),
        (
            Picture("/a", width=9, height=8),
            '<img id="i" src="/a">',
            '<img id="i" src="/a" alt="" width="9" height="8">',
        ),
        (Picture("/a", width=9), '<img src="/a" alt="" style="width: 5px; color: red;">', None),
        (Picture("/a"), '<img src="/a" alt="" width="9">', '<img src="/a" alt="">'),
    ],
)
def test_a_picture_is_written(said: Picture, original: str, source: str | None) -> None:
    expected = source or '<img src="/a" alt="" style="color: red;" width="9">'
    assert picture_source(said, original) == expected
    assert picture(picture_source(said, original)) == said
