"""Checks of the pictures in texts: those who do not see one need words for it."""

from collections.abc import Iterator, Mapping
from typing import Any

from app.checks.problem import Problem, warning
from app.html.picture_tag import picture
from app.html.sources import pictures
from app.message import message
from app.models.question import Question


def picture_problems(question: Question) -> Iterator[Problem]:
    """Pictures of a question without alt text that are not marked as decorative, one problem for each text."""
    for field, html in _texts(question.wire()):
        yield from text_problems(field, html)


def text_problems(field: str, html: str) -> Iterator[Problem]:
    """The same of one text."""
    count = sum(_says_nothing(tag.opening) for tag in pictures(html))
    if count:
        words = message("A picture has no alt text.", plural="{count} pictures have no alt text.", count=count)
        hint = message("Say in a few words what it shows, or mark it as decorative: screen readers read this aloud.")
        yield warning(field, "no-alt-text", words, hint)


def _says_nothing(source: str) -> bool:
    said = picture(source)
    return not said.alt.strip() and not said.decorative


def _texts(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every rich text of a question under the path of its field."""
    data = entry.get("interaction_data")
    choices = data.get("choices") if isinstance(data, Mapping) else None
    named = [
        ("item_body", entry.get("item_body")),
        *_members("feedback", entry.get("feedback")),
        *_members("answer_feedback", entry.get("answer_feedback")),
        *_choices(choices),
    ]
    return ((field, html) for field, html in named if isinstance(html, str))


def _members(name: str, texts: object) -> Iterator[tuple[str, object]]:
    if isinstance(texts, Mapping):
        yield from ((f"{name}/{key}", html) for key, html in texts.items())


def _choices(choices: object) -> Iterator[tuple[str, object]]:
    rows = choices.values() if isinstance(choices, Mapping) else choices if isinstance(choices, list) else ()
    for row in rows:
        if isinstance(row, Mapping):
            yield f"choices/{row.get('id')}", row.get("item_body")
