"""A version of a quiz as an exam on paper, and its key."""

from collections.abc import Iterator
from itertools import zip_longest

from app.grading.deal import Deal
from app.models.entry import Stimulus
from app.models.item import Item
from app.models.quiz import Quiz
from app.paper.paper import Paper
from app.paper.sheet import Part, Sheet, SheetKind, Text
from app.paper.table import asked, is_asked, solved

_OF_STIMULUS = "stimulus_quiz_entry_id"


def exam(quiz: Quiz, paper: Paper, *, shows_points: bool = True, is_only: bool = False) -> Sheet:
    """What students get; `is_only` says that there is no other version, and no letter is needed."""
    return _sheet(quiz, paper, SheetKind.EXAM, tuple(_parts(quiz, paper, shows_points)), is_only=is_only)


def key(quiz: Quiz, paper: Paper, *, is_only: bool = False) -> Sheet:
    """What is right, in the order, letters and numbers of that version; always with its points."""
    numbered = enumerate(_asked(quiz, paper), 1)
    parts = (Part(solved(item, _dealt(paper, item)), number, item.points or 0) for number, item in numbered)
    return _sheet(quiz, paper, SheetKind.KEY, tuple(parts), is_only=is_only)


def _sheet(quiz: Quiz, paper: Paper, kind: SheetKind, parts: tuple[Part, ...], *, is_only: bool) -> Sheet:
    questions = list(_asked(quiz, paper))
    points = sum(item.points or 0 for item in questions)
    instructions = (quiz.fields.instructions or "") if kind is SheetKind.EXAM else ""
    return Sheet(kind, quiz.title, "" if is_only else paper.letter, instructions, len(questions), points, parts)


def _parts(quiz: Quiz, paper: Paper, shows_points: bool) -> Iterator[Part]:
    number = 0
    rows = list(paper.items(quiz))
    for item, after in zip_longest(rows, rows[1:]):
        if isinstance(item.entry, Stimulus):
            stands_before = after is not None and bool(after.rest.get(_OF_STIMULUS))
            yield Part((Text(_stimulus(item.entry)),), leads=stands_before)
        elif is_asked(item):
            number += 1
            yield Part(asked(item, _dealt(paper, item)), number, (item.points or 0) if shows_points else None)


def _asked(quiz: Quiz, paper: Paper) -> Iterator[Item]:
    return filter(is_asked, paper.items(quiz))


def _dealt(paper: Paper, item: Item) -> Deal:
    return paper.deals.get(item.id) or Deal()


def _stimulus(entry: Stimulus) -> str:
    return "".join(f"<p>{html}</p>" if "<" not in html else html for html in (entry.instructions, entry.body) if html)
