"""What a list of questions in Word carries, in one form; what a report names as lost is left out."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from app.html.atom import AtomKind, kind_of
from app.html.equation import equation
from app.html.look import look
from app.html.read import read
from app.html.rich import Words
from app.html.tag import Tag
from app.html.text import plain_text
from app.models.item import Item
from app.models.question import Question
from app.models.questions.categorization import CategorizationQuestion
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.essay import EssayQuestion
from app.models.questions.file_upload import FileUploadQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import NumericQuestion
from app.models.questions.numeric_interval import taken_by
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion

_GOES = {
    "Shuffling": ("shuffled",),
    "A part of the points": ("partial",),
    "Points by answer": ("varied",),
    "The labels of true": ("labels",),
    "The words that a blank is chosen": ("blanks", "kinds"),
    "How a blank is compared": ("kinds",),
    "An answer of a blank with": ("blanks",),
    "Underscores": ("body", "blanks"),
    "The words above": ("labels",),
    "Rows side by side": ("across",),
    "What students write with": ("options",),
    "How many files": ("limits",),
    "Line breaks": ("notes", "pairs"),
    "A pair with = and": ("pairs",),
    "A category without": ("pairs",),
    "Categories of the same": ("pairs",),
    "The precision of": ("numbers",),
    "Colours": ("body", "rows"),
}
"""The beginning of a loss → the fields that it speaks of."""


def carried(item: Item, lost: Sequence[str]) -> dict[str, Any]:
    """The question without what is told as lost."""
    question = item.entry
    assert isinstance(question, Question)
    feedback = question.feedback
    plain = any(one.startswith("Formatting of feedback") for one in lost)
    told = [(getattr(feedback, kind) if feedback else "") or "" for kind in ("neutral", "correct", "incorrect")]
    body = question.body if isinstance(question, RichFillBlankQuestion) else question.item_body
    fields = {
        "type": question.interaction_type_slug,
        "label": " ".join((question.title or "").split()),
        "points": Decimal(str(item.points)),
        "body": seen(body),
        "feedback": [plain_text(one) if plain else one for one in told],
        **_own(question),
    }
    gone = {name for begin, names in _GOES.items() for name in names if any(one.startswith(begin) for one in lost)}
    return {name: value for name, value in fields.items() if name not in gone}


def _own(question: Question) -> dict[str, Any]:
    match question:
        case ChoiceQuestion():
            rows = [(seen(one.item_body), one.id == question.right) for one in question.choices]
            return {"rows": rows, "varied": question.varies_points, "shuffled": question.shuffle.shuffled}
        case MultiAnswerQuestion():
            rows = [(seen(one.item_body), one.id in question.right) for one in question.choices]
            return {"rows": rows, "partial": question.gives_partial_credit, "shuffled": question.shuffle.shuffled}
        case TrueFalseQuestion():
            return {"right": question.right, "labels": question.labels}
        case MatchingQuestion():
            pairs = [(_spaced(pair.prompt), _spaced(pair.answer)) for pair in question.pairs]
            wrong = [_spaced(one) for one in question.distractors]
            return {"pairs": (pairs, wrong), "partial": question.gives_partial_credit, "shuffled": question.shuffled}
        case CategorizationQuestion():
            return {
                "pairs": list(_places(question)),
                "shuffled": bool(question.properties and question.properties.shuffled),
            }
        case OrderingQuestion():
            labels = question.labels
            across, words = labels.display_answers_paragraph, (labels.top_label, labels.bottom_label)
            shown = words if labels.include_labels and any(words) else None
            return {"rows": [seen(one.item_body) for one in question.choices], "across": bool(across), "labels": shown}
        case RichFillBlankQuestion():
            blanks = [tuple(blank.accepted) for blank in question.blanks]
            return {"blanks": blanks, "kinds": [(blank.answer_type, blank.algorithm) for blank in question.blanks]}
        case NumericQuestion():
            return {"numbers": [taken_by(one) for one in question.answers]}
        case EssayQuestion():
            return {"options": question.options.wire(), "notes": question.notes or ""}
        case FileUploadQuestion():
            return {"limits": (question.restricts_count, question.restricts_types)}
    return {}


def _places(question: CategorizationQuestion) -> Iterator[tuple[str, list[str]]]:
    for category in question.categories:
        yield _spaced(category.item_body), [_spaced(one.item_body) for one in question.answers_of(category.id)]
    yield "", [_spaced(one.item_body) for one in question.distractors]


def _spaced(text: str | None) -> str:
    return " ".join((text or "").split())


def seen(html: str | None) -> list[list[tuple[str, object]]]:
    """Each paragraph as its signs with their look: how runs are cut says nothing."""
    found = []
    for block in read(html or "").blocks:
        signs: list[tuple[str, object]] = []
        for one in block.inlines:
            if isinstance(one, Words):
                signs += [(sign, look(one.marks)) for sign in one.text]
                continue
            drawn = equation(one) if kind_of(one) == AtomKind.EQUATION else None
            tag = Tag(one.source)
            signs.append(("equation", drawn.latex) if drawn else (tag.attribute("src"), tag.attribute("alt")))
        while signs and signs[0][0].isspace():
            signs.pop(0)
        while signs and signs[-1][0].isspace():
            signs.pop()
        if signs:
            found.append(signs)
    return found
