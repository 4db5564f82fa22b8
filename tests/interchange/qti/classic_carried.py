"""What Canvas Classic carries of a question, in one form; what is told as lost is left out."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from app.interchange.rich import words
from app.models.item import Item
from app.models.question import Question
from app.models.questions.blank import Blank
from app.models.questions.blank_rows import AnswerType
from app.models.questions.categorization import CategorizationQuestion
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.essay import EssayQuestion
from app.models.questions.file_upload import FileUploadQuestion
from app.models.questions.formula import FormulaQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import NumericQuestion
from app.models.questions.numeric_interval import taken_by
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion

_GOES: Mapping[str, tuple[str, ...]] = {
    "Calculator": ("calculator",),
    "Shuffling of its answers": ("shuffled",),
    "Shuffling of the prompts": ("shuffled",),
    "All or nothing": ("partial",),
    "How categories are scored": ("partial",),
    "Its categories": ("wrong", "partial"),
    "How many solutions": ("wanted",),
    "The words that a blank": ("blanks",),
    "How a blank is compared": ("blanks",),
    "A blank without": ("blanks",),
    "Notes for": ("notes",),
    "What students write": ("options",),
    "How many files": ("limits",),
    "The words for true": ("labels",),
}
"""The beginning of a loss → the field that it speaks of."""


def carried(item: Item, lost: Sequence[str]) -> dict[str, Any]:
    """The question without what is told as lost."""
    question = item.entry
    assert isinstance(question, Question)
    feedback = question.feedback
    calculator = question.calculator_type
    fields = {
        "label": question.title or "",
        "points": Decimal(str(item.points)),
        "calculator": None if calculator == "none" else calculator,
        "feedback": [
            (getattr(feedback, kind) if feedback else "") or "" for kind in ("neutral", "correct", "incorrect")
        ],
        "answer feedback": {key: html for key, html in (question.answer_feedback or {}).items() if html},
        "body": words(question.body) if isinstance(question, RichFillBlankQuestion) else question.item_body,
        **_own(question),
    }
    gone = {name for begin, names in _GOES.items() for name in names if any(one.startswith(begin) for one in lost)}
    return {name: value for name, value in fields.items() if name not in gone}


def _own(question: Question) -> dict[str, Any]:
    match question:
        case ChoiceQuestion():
            rows = [(one.id, one.item_body, one.id == question.right) for one in question.choices]
            return {"rows": rows, "shuffled": question.shuffle.shuffled}
        case MultiAnswerQuestion():
            rows = [(one.id, one.item_body, one.id in question.right) for one in question.choices]
            return {"rows": rows, "partial": question.gives_partial_credit, "shuffled": question.shuffle.shuffled}
        case TrueFalseQuestion():
            return {"right": question.right, "labels": question.labels}
        case MatchingQuestion():
            pairs = [(pair.prompt, pair.answer) for pair in question.pairs]
            wrong = sorted(set(question.distractors))
            return {
                "pairs": pairs,
                "wrong": wrong,
                "partial": question.gives_partial_credit,
                "shuffled": question.shuffled,
            }
        case CategorizationQuestion():
            names = {one.id: one.item_body or "" for one in question.categories}
            places = [(one.item_body, names[key]) for key in names for one in question.answers_of(key)]
            empty = sorted({name for key, name in names.items() if not question.answers_of(key)})
            return {"pairs": places, "wrong": empty, "partial": True, "shuffled": False}
        case OrderingQuestion():
            numbered = [(str(n), words(one.item_body or "")) for n, one in enumerate(question.choices, start=1)]
            return {"pairs": numbered, "wrong": [], "partial": True, "shuffled": False}
        case RichFillBlankQuestion():
            return {"blanks": [_blank(question, blank) for blank in question.blanks]}
        case NumericQuestion():
            return {"numbers": [one and (one.least, one.most) for one in map(taken_by, question.answers)]}
        case FormulaQuestion():
            return {"key": question.wire()["scoring_data"]["value"]["formula"], "rows": _numbers(question)}
        case EssayQuestion():
            return {"options": question.options.wire(), "notes": question.notes or ""}
        case FileUploadQuestion():
            return {"limits": (question.restricts_count, question.restricts_types)}
    return {}


def _blank(question: RichFillBlankQuestion, blank: Blank) -> object:
    """A word to type with all that are taken, or a list with its right one."""
    if blank.answer_type == AnswerType.OPEN_ENTRY:
        return blank.accepted
    rows = question.word_bank if blank.answer_type == AnswerType.WORDBANK else blank.choices
    return [(one.item_body or "", one.id == blank.right) for one in rows]


def _numbers(question: FormulaQuestion) -> object:
    variables = [(one.name, one.least, one.most, one.decimals) for one in question.variables]
    margin = (Decimal(str(question.margin.margin)), question.margin.margin_type)
    solutions = [
        [Decimal(str(one.value)) for one in row.inputs or ()] + [Decimal(str(row.output))] for row in question.solutions
    ]
    return variables, solutions, margin
