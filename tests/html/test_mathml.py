"""MathML of web pages in LaTeX."""

import pytest

from app.html.mathml import latex_of_mathml


@pytest.mark.parametrize(
    ("mathml", "latex"),
    [
        ("<mfrac><mi>a</mi><mn>2</mn></mfrac>", r"\frac{a}{2}"),
        ('<mfrac linethickness="0"><mi>n</mi><mi>k</mi></mfrac>', r"\binom{n}{k}"),
        ("<mroot><mi>x</mi><mn>3</mn></mroot>", r"\sqrt[3]{x}"),
        ("<msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup>", "x_{1}^{2}"),
        ("<msup><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>2</mn></msup>", "{a+b}^{2}"),
        ("<munderover><mo>∑</mo><mn>0</mn><mi>∞</mi></munderover><mi>α</mi>", r"\sum_{0}^{\infty}\alpha"),
        ("<munder><mi>lim</mi><mrow><mi>x</mi><mo>→</mo><mn>0</mn></mrow></munder>", r"\lim_{x\to0}"),
        ("<mi>sin</mi><mo>&#x2061;</mo><mi>x</mi>", r"\sin x"),
        ("<mover><mi>v</mi><mo>→</mo></mover>", r"\vec{v}"),
        ("<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts>", "{}_{6}^{14}C"),
        ('<mi mathvariant="double-struck">R</mi>', r"\mathbb{R}"),
        ("<mtext>if </mtext><mi>𝑥</mi>", r"\text{if }x"),
        ("<mrow><mo>(</mo><mfrac><mn>1</mn><mn>2</mn></mfrac><mo>)</mo></mrow>", r"\left(\frac{1}{2}\right)"),
        ("<mrow><mo>(</mo><mi>x</mi><mo>)</mo></mrow>", "(x)"),
        (
            "<mrow><mo>(</mo><mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable><mo>)</mo></mrow>",
            r"\begin{pmatrix} 1 & 2 \end{pmatrix}",
        ),
        (
            "<mrow><mo>{</mo><mtable><mtr><mtd><mi>a</mi></mtd></mtr><mtr><mtd><mi>b</mi></mtd></mtr></mtable></mrow>",
            r"\begin{cases} a \\ b \end{cases}",
        ),
        ('<mfenced open="[" close=")"><mn>0</mn><mn>1</mn></mfenced>', "[0,1)"),
    ],
)
def test_a_usual_construct_is_written_in_latex(mathml: str, latex: str) -> None:
    assert latex_of_mathml(f"<math>{mathml}</math>") == latex


def test_the_latex_that_mathml_carries_is_taken() -> None:
    math = '<math><semantics><mi>x</mi><annotation encoding="application/x-tex">\\ce{x}</annotation></semantics></math>'
    assert latex_of_mathml(math) == r"\ce{x}"


@pytest.mark.parametrize("mathml", ["<mlongdiv><mn>3</mn></mlongdiv>", "<mfrac><mi>a</mi></mfrac>", ""])
def test_what_is_rarer_is_not_guessed(mathml: str) -> None:
    assert latex_of_mathml(f"<math>{mathml}</math>") is None


@pytest.mark.parametrize("inner", ["", "x", "<mi>x</mi><mn>1</mn>", "<mi>x</mi><mprescripts/><mn>1</mn>"])
def test_scripts_that_are_no_pairs_are_not_read(inner: str) -> None:
    assert latex_of_mathml(f"<math><mmultiscripts>{inner}</mmultiscripts></math>") is None
