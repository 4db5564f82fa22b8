"""What is wrong with a formula is said in words, with its place."""

import pytest

from app.html.latex import MOST, latex_faults
from app.html.latex_grammar import ENVIRONMENTS, unknown_commands


@pytest.mark.parametrize(
    "latex",
    [
        "",
        r"x=\frac{-b\pm\sqrt{b^{2}-4ac}}{2a}",
        r"\binom{n_{1}}{k_{2}} \in \mathbb{N}",
        r"\begin{aligned} a &= b \\ c &= d \end{aligned}",
        r"\left\{ \begin{array}{cc} 1 & 2 \end{array} \right.",
        r"50\% \text{ of } \{1, 2\}",
        r"a \not\in B",
        r"\lim_{x\to0}\frac{\sin x}{x}=1",
    ],
)
def test_a_good_formula_has_no_problem(latex: str) -> None:
    assert latex_faults(latex) == ()


@pytest.mark.parametrize(
    ("latex", "said", "where"),
    [
        (r"\frac{1}{2", "} is missing.", (8, 9)),
        ("x}", "This } has no { before it.", (1, 2)),
        (r"\left( x", r"\right is missing.", (0, 5)),
        (r"\begin{matrix} 1", r"\end{matrix} is missing.", (0, 14)),
        ("a & b", r"& parts the cells of a matrix. Write \& for the sign.", (2, 3)),
        ("50% of", r"% hides all that follows. Write \% for a percent sign.", (2, 3)),
        ("$x$", "Leave $ out: all of this is a formula already.", (0, 1)),
        (r"\frac{□}{2}", "A place is still empty.", (6, 7)),
        ("x_1_2", "Two powers or two indices follow each other. Put braces around one.", (0, 5)),
        (r"\frac{1}", "Something is missing: a command does not have all that it needs.", (0, 8)),
    ],
)
def test_a_fault_says_what_is_wrong_and_where(latex: str, said: str, where: tuple[int, int]) -> None:
    fault = latex_faults(latex)[0]
    assert (str(fault.message), (fault.start, fault.end), fault.breaks) == (said, where, True)


@pytest.mark.parametrize(
    ("latex", "said"),
    [
        (r"x + \ce{H2O}", r"\ce is not drawn here. Canvas may know it."),
        (r"\begin{tikzcd} A \end{tikzcd}", r"\begin{tikzcd} is not drawn here. Canvas may know it."),
        (r"a \not= b", r"Write \neq for “not equal”: \not is not drawn here."),
        (r"\newcommand{\R}{\mathbb{R}} \R", r"\newcommand is not used here. Write the formula out."),
        (r"\require{mhchem} x", r"\require is not used here. Write the formula out."),
        ("x" * (MOST + 1), "This formula is too long to be drawn."),
    ],
)
def test_what_we_cannot_draw_is_not_called_wrong(latex: str, said: str) -> None:
    fault = latex_faults(latex)[0]
    assert (str(fault.message), fault.breaks) == (said, False)


def test_a_definition_that_never_ends_is_not_tried() -> None:
    assert latex_faults(r"\def\x{\x\x}\x") != ()


def test_a_thousand_braces_are_a_problem_not_a_crash() -> None:
    assert latex_faults(r"\sqrt{" * 500 + "x" + "}" * 500) != ()


def test_every_matrix_of_the_palette_is_known() -> None:
    assert {"pmatrix", "cases", "aligned", "smallmatrix"} <= ENVIRONMENTS
    assert unknown_commands(r"\begin{smallmatrix} 1 & 2 \end{smallmatrix}") == ()
