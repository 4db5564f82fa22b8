"""Checks of the pictures in texts: those who do not see one need words for it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from app.checks.fix import FieldsFix, Fix, ItemFix, question_fix
from app.checks.problem import Problem, warning
from app.html.picture_tag import picture, picture_source
from app.html.sources import pictures, with_pictures
from app.message import message
from app.models.question import Question
from app.models.questions.choices import ChoicesQuestion
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.quiz import NewQuiz
from app.models.reading import Entry

_WORDS: Final = message("Mark as decorative")


def picture_problems(question: Question) -> Iterator[Problem]:
    """Pictures of a question without alt text that are not marked as decorative, one problem for each text."""
    for field, html in _texts(question):
        if "<" in html:  # plain texts are most of them
            yield from _problems(field, html, _of_question)


def instructions_problems(html: str) -> Iterator[Problem]:
    """The same of the instructions of a quiz."""
    return _problems("instructions", html, lambda _field: FieldsFix(_WORDS, _decorated_instructions))


def _problems(field: str, html: str, fix: Callable[[str], Fix]) -> Iterator[Problem]:
    count = sum(_says_nothing(tag.opening) for tag in pictures(html))
    if count:
        words = message("A picture has no alt text.", plural="{count} pictures have no alt text.", count=count)
        hint = message("Say in a few words what it shows, or mark it as decorative: screen readers read this aloud.")
        yield warning(field, "no-alt-text", words, hint, fix(field))


def _says_nothing(source: str) -> bool:
    said = picture(source)
    return not said.alt.strip() and not said.decorative


def _texts(question: Question) -> Iterator[tuple[str, str]]:
    """Every rich text of a question under the path of its field."""
    if question.item_body:
        yield "item_body", question.item_body
    for kind in ("neutral", "correct", "incorrect") if question.feedback else ():
        if html := getattr(question.feedback, kind):
            yield f"feedback/{kind}", html
    for key, html in (question.answer_feedback or {}).items():
        if html:
            yield f"answer_feedback/{key}", html
    if isinstance(question, ChoicesQuestion | OrderingQuestion):
        yield from ((f"choices/{choice.id}", choice.item_body) for choice in question.choices if choice.item_body)


def _of_question(field: str) -> ItemFix:
    name, _, key = field.partition("/")
    if name == "choices":
        return ItemFix(_WORDS, lambda item: item.with_entry(_decorated_choice(item.entry, key)))
    changes = {"item_body": _decorated_body, "feedback": _decorated_feedback, "answer_feedback": _decorated_answer}
    return question_fix(Question, _WORDS, lambda question: changes[name](question, key))


def _decorated_body(question: Question, _key: str) -> Question:
    if isinstance(question, RichFillBlankQuestion):
        return question.with_body(_decorated(question.body))
    return question.replaced(item_body=_decorated(question.item_body))


def _decorated_feedback(question: Question, kind: str) -> Question:
    return question.with_feedback(kind, _decorated(getattr(question.feedback, kind)))


def _decorated_answer(question: Question, key: str) -> Question:
    assert question.answer_feedback is not None
    html = question.answer_feedback[key]
    return question.replaced(answer_feedback={**question.answer_feedback, key: _decorated(html)})


def _decorated_choice(entry: Entry, key: str) -> Entry:
    if not isinstance(entry, ChoicesQuestion | OrderingQuestion):
        return entry
    return entry.with_choices(
        tuple(
            choice.replaced(item_body=_decorated(choice.item_body)) if choice.id == key else choice
            for choice in entry.choices
        )
    )


def _decorated_instructions(fields: NewQuiz) -> NewQuiz:
    return fields.replaced(instructions=_decorated(fields.instructions))


def _decorated(html: str | None) -> str:
    return with_pictures(html or "", _decorated_tag)


def _decorated_tag(source: str) -> str:
    return picture_source(replace(picture(source), decorative=True), source) if _says_nothing(source) else source
