"""Multiple choice: `response_lid` of cardinality Single."""

from decimal import Decimal

from app.interchange.number import number_text, plain_number
from app.interchange.qti.build import add
from app.interchange.qti.draft import Draft, equal_to
from app.interchange.qti.item import QtiItem, Read
from app.interchange.qti.material import add_html
from app.interchange.qti.types.choices import RESPONSE, Rows, rows_of, shuffle_of
from app.message import message
from app.models.questions.choice import ChoiceQuestion, ChoiceScoring, PointsOfChoice
from app.models.questions.choices import ChoicesQuestion

_WHOLE = Decimal(100)


def read(item: QtiItem) -> Read:
    """The answers; where several earn something, points vary by answer."""
    rows = rows_of(item)
    question = ChoiceQuestion.new().replaced(item_body=item.stem).with_choices(rows.choices)
    question = question.with_shuffle(shuffle_of(item, rows))
    earned, right = _earned(item, rows)
    if right:
        question = question.with_right(right)
    if _varies(item, earned):
        question = _varied(question, earned, _points(item, earned))
    for ident, html in rows.feedback(item).items():
        question = question.with_answer_feedback(ident, html)
    lost = [] if right else [message("No right answer: the file has none.")]
    if any(points < 0 for points in earned.values()):
        lost.append(message("Wrong answers that cost points: Canvas takes none off."))
    return question, lost


def _earned(item: QtiItem, rows: Rows) -> tuple[dict[str, Decimal], str]:
    """What each answer earns, and which is right: the one that says so, else the best."""
    earned: dict[str, Decimal] = {}
    right = ""
    for condition in item.conditions:
        for key in (rows.ids.get(test.value) for test in condition.equal):
            if key is not None and key not in earned and (condition.score is not None or condition.right):
                earned[key] = condition.score if condition.score is not None else _WHOLE
                right = key if condition.right else right
    best = max(earned, key=lambda key: earned[key], default="")
    return earned, right or (best if best and earned[best] > 0 else "")


def _varies(item: QtiItem, earned: dict[str, Decimal]) -> bool:
    if any(one.right for one in item.conditions):
        return True
    return len({points for points in earned.values() if points > 0}) > 1


def _points(item: QtiItem, earned: dict[str, Decimal]) -> Decimal:
    """What 100 stands for: the dialect has points, every other file shares of the question's own."""
    if any(one.right for one in item.conditions) or max(earned.values(), default=Decimal()) != _WHOLE:
        return _WHOLE
    return Decimal(number_text(item.entry("points_possible")) or "1")


def _varied(question: ChoiceQuestion, earned: dict[str, Decimal], whole: Decimal) -> ChoiceQuestion:
    values = tuple(
        PointsOfChoice(value=one.id, points=plain_number(max(earned.get(one.id, Decimal()), Decimal()) * whole / 100))
        for one in question.choices
    )
    question = question.with_varied_points(True, 0)
    return question.replaced(scoring_data=ChoiceScoring(value=question.right, values=values))


def write(question: ChoiceQuestion, draft: Draft) -> None:
    """The answers, the right one, and what each earns."""
    if question.scoring_algorithm not in (None, *ChoiceQuestion.algorithms):
        draft.lost.append(message("A way of scoring that Quizwright does not know."))
    draft.stem(question.item_body)
    write_answers(question, draft, "Single")
    if question.varies_points:
        for one in question.choices:
            points = number_text(str(question.points_of(one.id))) or "0"
            variables = draft.condition(scored=points, right=one.id == question.right)
            equal_to(variables, RESPONSE, [one.id])
    elif question.right:
        equal_to(draft.condition(scored="100"), RESPONSE, [question.right])
    for ident, html in (question.answer_feedback or {}).items():
        draft.feedback(f"{ident}_fb", html)


def write_answers(question: ChoicesQuestion, draft: Draft, cardinality: str) -> None:
    """The list of answers with its shuffling."""
    rules = question.shuffle
    shown = add(draft.choose(RESPONSE, cardinality), "render_choice", shuffle="Yes" if rules.shuffled else None)
    for place, one in enumerate(question.choices):
        label = add(shown, "response_label", ident=one.id, lock="Yes" if place in rules.locked else None)
        add_html(label, draft.html(one.item_body))
