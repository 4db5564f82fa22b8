"""Equations are read in every form that Canvas has, and written back in the same one."""

import pytest

from app.html.equation import Equation, Form, equation, equation_source
from app.html.rich import Atom

_CANVAS = (
    r'<img class="equation_image" title="\frac{a}{b}" src="/equation_images/%255Cfrac%257Ba%257D%257Bb%257D?scale=1" '
    r'alt="LaTeX: \frac{a}{b}" data-equation-content="\frac{a}{b}" data-ignore-a11y-check="">'
)


def test_a_new_equation_is_the_picture_tag_of_canvas() -> None:
    assert equation_source(r"\frac{a}{b}") == _CANVAS


@pytest.mark.parametrize(
    "source",
    [
        _CANVAS,
        '<img class="equation_image" src="https://x.instructure.com/equation_images/%255Cfrac%257Ba%257D%257Bb%257D">',
        r'<img class="equation_image" alt="LaTeX: \frac{a}{b}" src="media:1">',
    ],
)
def test_the_latex_is_found_in_each_place_that_has_it(source: str) -> None:
    assert equation(Atom(source)) == Equation(r"\frac{a}{b}", Form.IMAGE)


@pytest.mark.parametrize(
    ("source", "form"),
    [(r"\(x &lt; 2\)", Form.INLINE), (r"\[x &lt; 2\]", Form.DISPLAY), ("$$x &lt; 2$$", Form.DOLLARS)],
)
def test_delimiters_are_kept(source: str, form: Form) -> None:
    assert equation(Atom(source)) == Equation("x < 2", form)
    assert equation_source("x < 2", form, source) == source
    assert equation_source("y", form, source) == source.replace("x &lt; 2", "y")


def test_mathml_is_read_and_becomes_a_picture_tag_when_it_is_edited() -> None:
    source = "<math><msup><mi>x</mi><mn>2</mn></msup></math>"
    assert equation(Atom(source)) == Equation("x^{2}", Form.MATHML)
    assert equation_source("x^{3}", Form.MATHML, source).startswith('<img class="equation_image" title="x^{3}"')


def test_an_edit_keeps_attributes_that_are_not_of_the_equation() -> None:
    original = _CANVAS.replace("<img", '<img id="q" style="vertical-align: middle;"')
    edited = equation_source("y", Form.IMAGE, original)
    assert edited.startswith('<img id="q" style="vertical-align: middle;" class="equation_image" title="y"')
    assert equation_source(r"\frac{a}{b}", Form.IMAGE, original) == original


@pytest.mark.parametrize("source", ['<img src="a.png" alt="A heart">', "<math><mlongdiv></mlongdiv></math>", "$5"])
def test_other_things_are_no_equations(source: str) -> None:
    assert equation(Atom(source)) is None
