"""Texts of files as rich text that Canvas keeps: nothing that runs, and no picture that is not in the file."""

from html import escape

import nh3

from app.html.canvas_allows import ATTRIBUTES, ELEMENTS
from app.html.equation import equation, equation_source
from app.html.rich import Atom
from app.html.sources import with_pictures
from app.html.tag import Tag
from app.html.text import plain_text
from app.interchange.pictures import Pictures
from app.interchange.tangled import is_tangled, words_alone
from app.message import Message, message
from app.models.question import Question
from app.models.questions.choices import ChoicesQuestion
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion

_EVERYWHERE = {"style", "class", "id", "title", "role", "lang", "dir"}
_SCHEMES = {"http", "https", "mailto", "media"}
_CLEANER = nh3.Cleaner(
    tags=set(ELEMENTS),
    clean_content_tags={"script", "style"},
    attributes={"*": _EVERYWHERE, **{name: set(names) for name, names in ATTRIBUTES.items()}},
    generic_attribute_prefixes={"data-", "aria-"},
    url_schemes=_SCHEMES | {"data"},
    link_rel=None,
)


def rich(html: str, kept: Pictures) -> tuple[str, tuple[Message, ...]]:
    """The HTML of a file, cleaned as Canvas does, and what is gone: scripts and forms silently, pictures by name.

    `kept` says which picture an address means; one that it does not have leaves its alt text.
    """
    if is_tangled(html):
        return words_alone(html), (message("Formatting: it is nested too deep, so the words alone are kept."),)
    lost: list[Message] = []

    def kept_picture(source: str) -> str:
        tag = Tag(source)
        address = tag.attribute("src")
        own = kept.reference(address)
        if own is not None:
            return tag.replaced("src", own).opening
        if (drawn := equation(Atom(source))) is not None:
            return equation_source(drawn.latex)
        lost.append(kept.loss(address, _named(address)))
        return escape(tag.attribute("alt"), quote=False)

    return with_pictures(_CLEANER.clean(html), kept_picture), tuple(lost)


def cleaned(question: Question, kept: Pictures) -> tuple[Question, tuple[Message, ...]]:
    """The question with every rich text cleaned, and what is gone."""
    lost: list[Message] = []

    def clean(html: str | None) -> str:
        text, gone = rich(html or "", kept)
        lost.extend(gone)
        return text

    question = _with_body(question, clean(question.item_body))
    if question.feedback is not None:
        for kind in ("neutral", "correct", "incorrect"):
            if html := getattr(question.feedback, kind):
                question = question.with_feedback(kind, clean(html))
    if question.answer_feedback:
        question = question.replaced(
            answer_feedback={key: clean(html) for key, html in question.answer_feedback.items() if html}
        )
    if isinstance(question, ChoicesQuestion | OrderingQuestion):
        rows = tuple(row.replaced(item_body=clean(row.item_body)) for row in question.choices)
        question = question.with_choices(rows)
    return question, tuple(lost)


def _with_body(question: Question, html: str) -> Question:
    """A question with blanks has its text twice, in step."""
    if isinstance(question, RichFillBlankQuestion):
        return question.with_body(html)
    return question.replaced(item_body=html)


def words(html: str) -> str:
    """A text that can only be plain."""
    return plain_text(html)


def _named(address: str) -> str:
    name = address.partition("?")[0].rstrip("/").rpartition("/")[2]
    return name[:60] or "…"
