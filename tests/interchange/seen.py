"""What a teacher sees of a question, without ids; what a report names as lost is left out on both sides."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from app.interchange.moodle.name import made
from app.models.item import Item
from app.models.question import Question
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.essay import EssayQuestion
from app.models.questions.file_upload import FileUploadQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.true_false import TrueFalseQuestion

Seen = dict[str, Any]


def seen(item: Item, lost: Sequence[str]) -> Seen:
    """The question in one form."""
    question = item.entry
    assert isinstance(question, Question)

    def told(begin: str) -> bool:
        return any(one.startswith(begin) for one in lost)

    feedback = question.feedback
    right = (feedback.correct or "", feedback.incorrect or "") if feedback else ("", "")
    label = question.title or ""
    return {
        "type": question.interaction_type_slug,
        "label": "" if label == made(question) else label,
        "points": Decimal(str(item.points)),
        "body": question.item_body,
        "general": (feedback.neutral or "") if feedback else "",
        "right": None if told("Feedback for right") else right,
        **_of_type(question, told),
    }


def _of_type(question: Question, told: Any) -> Seen:  # noqa: ANN401
    match question:
        case ChoiceQuestion():
            return _choice(question, told)
        case MultiAnswerQuestion():
            rows = [(one.item_body, one.id in question.right) for one in question.choices]
            partial = None if told("All or nothing") else question.gives_partial_credit
            return {"rows": rows, "partial": partial, "shuffled": question.shuffle.shuffled}
        case TrueFalseQuestion():
            return {"right": question.right, "labels": None if told("The labels") else question.labels}
        case MatchingQuestion():
            partial = None if told("All or nothing") else question.gives_partial_credit
            pairs = [(pair.prompt, pair.answer) for pair in question.pairs]
            return {
                "pairs": pairs,
                "wrong": question.distractors,
                "partial": partial,
                "shuffled": question.shuffled,
            }
        case OrderingQuestion():
            paragraph = question.labels.display_answers_paragraph
            return {"rows": [one.item_body for one in question.choices], "paragraph": paragraph}
        case EssayQuestion():
            options = question.options
            limit = (options.least, options.most) if options.word_limit_enabled else None
            unlimited = limit in ((0, 0), (None, None), (0, None))
            return {"rce": options.rce, "limit": None if unlimited else limit, "notes": question.notes}
        case FileUploadQuestion():
            count = question.files_count if question.restricts_count else None
            return {"count": count, "types": question.allowed_types if question.restricts_types else ()}
    return {}


def _choice(question: ChoiceQuestion, told: Any) -> Seen:  # noqa: ANN401
    varied = question.varies_points
    notes: Mapping[str, str | None] = question.answer_feedback or {}
    rows = [(one.item_body, notes.get(one.id) or "") for one in question.choices]
    right = None if told("The right answer") else [one.id == question.right for one in question.choices]
    points = [round(question.points_of(one.id), 4) for one in question.choices] if varied else None
    if told("Points by answer: the best") or len({one for one in points or [] if one > 0}) < 2:
        points = None  # all the same, or told: then only the key counts
    return {"rows": rows, "key": right, "points": points, "shuffled": question.shuffle.shuffled}
