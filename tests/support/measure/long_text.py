"""A text as long as a script of a whole course: 20,000 words with 50 equations and 30 pictures."""

from random import Random

from app.html.equation import equation_source
from tests.support.measure.long_quiz import WORDS

WORDS_OF_TEXT = 20_000
EQUATIONS = 50
PICTURES = 30
_PARAGRAPH = 50
_FORMULAS = (r"\frac{a}{b}", r"x^2 + y^2 = z^2", r"\sqrt{2}", r"\sum_{n=1}^{9} n", r"\alpha + \beta")


def long_text(picture: str) -> str:
    """HTML with paragraphs, lists and headings; `picture` is the address of each picture."""
    luck = Random(7)
    paragraphs = [luck.choices(WORDS, k=_PARAGRAPH) for _ in range(WORDS_OF_TEXT // _PARAGRAPH)]
    for number in range(EQUATIONS):
        paragraphs[number * 8][10] = equation_source(_FORMULAS[number % len(_FORMULAS)])
    for number in range(PICTURES):
        paragraphs[number * 13 + 1][20] = f'<img src="{picture}" alt="a leaf" width="80" height="60">'
    return "".join(_block(number, " ".join(words)) for number, words in enumerate(paragraphs))


def _block(number: int, text: str) -> str:
    if number % 10 == 0:
        return f"<ul><li>{text}</li><li><strong>so</strong></li></ul>"
    return f"<h2>Part {number}</h2><p>{text}</p>" if number % 40 == 5 else f"<p>{text}</p>"
