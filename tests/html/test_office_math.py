"""Word's equations in LaTeX."""

import pytest

from app.html.node import tree
from app.html.office_math import latex_of_office_math


def run(text: str) -> str:
    return f"<i><span style='font-family:\"Cambria Math\"'><m:r>{text}</m:r></span></i>"


def latex(inner: str) -> str | None:
    math = tree(f"<m:oMath>{inner}</m:oMath>").first("m:omath")
    assert math is not None
    return latex_of_office_math(math)


@pytest.mark.parametrize(
    ("office", "wanted"),
    [
        (f"<m:f><m:num>{run('1')}</m:num><m:den>{run('2')}</m:den></m:f>", r"\frac{1}{2}"),
        (
            f'<m:f><m:fPr><m:type m:val="lin"/></m:fPr><m:num>{run("a")}</m:num><m:den>{run("b")}</m:den></m:f>',
            "a/b",
        ),
        (
            f"<m:sSubSup><m:e>{run('x')}</m:e><m:sub>{run('1')}</m:sub><m:sup>{run('2')}</m:sup></m:sSubSup>",
            "x_{1}^{2}",
        ),
        (f"<m:sPre><m:sub>{run('6')}</m:sub><m:sup>{run('14')}</m:sup><m:e>{run('C')}</m:e></m:sPre>", "{}_{6}^{14}C"),
        (f'<m:bar><m:barPr><m:pos m:val="top"/></m:barPr><m:e>{run("AB")}</m:e></m:bar>', r"\overline{AB}"),
        (
            f"<m:func><m:fName><m:limLow><m:e><m:r><m:rPr><m:sty m:val='p'/></m:rPr>lim</m:r></m:e>"
            f"<m:lim>{run('x→0')}</m:lim></m:limLow></m:fName><m:e>{run('x')}</m:e></m:func>",
            r"\lim_{x\to0}x",
        ),
        (
            '<m:d><m:dPr><m:begChr m:val="{"/><m:endChr m:val=""/></m:dPr><m:e><m:eqArr>'
            f"<m:e>{run('x, &amp;y&lt;1')}</m:e><m:e>{run('2, &amp;z')}</m:e></m:eqArr></m:e></m:d>",
            r"\begin{cases} x,&y<1 \\ 2,&z \end{cases}",
        ),
        ("<m:r><m:rPr><m:nor/></m:rPr>if so</m:r>", r"\text{if so}"),
        ('<m:r><m:rPr><m:scr m:val="double-struck"/></m:rPr>R</m:r>', r"\mathbb{R}"),
        (f"<m:r>{'α≤β'}</m:r>", r"\alpha\leq\beta"),
    ],
)
def test_a_usual_construct_is_written_in_latex(office: str, wanted: str) -> None:
    assert latex(office) == wanted


def test_what_is_rarer_is_not_guessed() -> None:
    assert latex("<m:sculpture><m:r>x</m:r></m:sculpture>") is None
