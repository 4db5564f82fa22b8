"""Formulas as Word has them."""

import pytest

from app.html.office_math import latex_of_office_math
from app.office.equation import node_of, office_math

ORDINARY = (
    *(r"\frac{a}{b}+\sqrt[3]{x_1^2}", r"\int_0^1 x\,dx", r"\sum_{i=1}^n i", r"\begin{pmatrix}1&2\\3&4\end{pmatrix}"),
    *(r"\left(\frac12\right)", r"\vec{v}\cdot\mathbb{R}", r"\overline{ab}", r"\lim_{x\to 0} f", r"\sin x", r"E=mc^2"),
    *(r"\underbrace{x}_{n}", r"\begin{cases}1\\2\end{cases}", r"\binom{n}{k}", r"\hat{x}+\alpha\beta", r"(x+1)^2"),
    *(r"a \le b", r"x^{2}_{3}", r"\mathbf{v}", r"\log_2 8", r"\left[\frac{1}{2}\right)", r"f'(x) \neq 0"),
)


@pytest.mark.parametrize("latex", ORDINARY)
def test_a_formula_is_written_and_read_as_the_same(latex: str) -> None:
    math = office_math(latex)
    assert math is not None
    again = latex_of_office_math(node_of(math))
    assert again is not None
    twice = office_math(again)
    assert twice is not None
    assert latex_of_office_math(node_of(twice)) == again


@pytest.mark.parametrize("latex", [r"\frac{1}", r"\unknown{x}", "", r"\mathrm{H_2O}", r"\cancel{x}", "{", "x_1_2"])
def test_a_formula_that_would_come_back_as_another_is_not_written(latex: str) -> None:
    assert office_math(latex) is None


def test_a_root_hides_the_degree_that_it_does_not_have() -> None:
    math = office_math(r"\sqrt{x}")
    assert math is not None
    assert math.find(".//{*}degHide") is not None
