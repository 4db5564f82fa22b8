"""Names of questions: Moodle wants one, and makes it of the text where nobody wrote one."""

from html import escape
from typing import Final

from app.html.text import plain_text
from app.interchange.moodle.text import words_of
from app.models.question import Question
from app.models.questions.blank_body import with_gaps
from app.models.questions.rich_fill_blank import RichFillBlankQuestion

_LONGEST: Final = 60
_TELLING: Final = 20
"""From so many letters on the beginning of a text was not typed by hand."""


def made(question: Question) -> str:
    """The name of a question that has none: its first words."""
    return _first_words(question) or "…"


def as_name(words: str) -> str:
    """Words as a name says them: Moodle shows what looks like markup in it as such."""
    return words if words_of(words) == words.strip() else escape(words, quote=False)


def is_made(name: str, stem: str, question: Question) -> bool:
    """Whether a name repeats how the text begins."""
    begins = name.rstrip(".… ")
    if name in ("…", _first_words(question)):
        return True
    return len(begins) >= _TELLING and plain_text(stem).startswith(begins)


def _first_words(question: Question) -> str:
    html = question.body if isinstance(question, RichFillBlankQuestion) else question.item_body or ""
    return plain_text(with_gaps(html), _LONGEST)
