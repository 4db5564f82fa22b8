"""Multiple answers: `response_lid` of cardinality Multiple. The XML always looks as if all or nothing counted."""

from app.interchange.qti.build import add
from app.interchange.qti.draft import Draft
from app.interchange.qti.item import QtiItem, Read
from app.interchange.qti.types.choice import write_answers
from app.interchange.qti.types.choices import RESPONSE, rows_of, shuffle_of
from app.message import Message, message
from app.models.question import ScoringAlgorithm
from app.models.questions.multi_answer import MultiAnswerQuestion, MultiAnswerScoring


def read(item: QtiItem) -> Read:
    """The answers; how they are scored stands in the metadata alone."""
    rows = rows_of(item)
    question = MultiAnswerQuestion.new().replaced(item_body=item.stem).with_choices(rows.choices)
    partial = _partial(item)
    question = question.with_shuffle(shuffle_of(item, rows)).with_partial_credit(partial)
    right = {rows.ids[test.value] for one in item.scoring for test in one.equal if test.value in rows.ids}
    key = tuple(one.id for one in rows.choices if one.id in right)
    question = question.replaced(scoring_data=MultiAnswerScoring(value=key))
    lost: list[Message] = []
    if not right:
        lost.append(message("No right answer: the file has none."))
    if rows.feedback(item):
        lost.append(message("Feedback of single answers: Canvas has none for multiple answers."))
    return question, lost


def _partial(item: QtiItem) -> bool:
    """New Quizzes always say it; Classic quizzes, which say nothing, give a part of the points for a part."""
    algorithm = item.entry("scoring_algorithm")
    if algorithm:
        return algorithm == ScoringAlgorithm.PARTIAL_SCORE
    return item.entry("question_type") == "multiple_answers_question"


def write(question: MultiAnswerQuestion, draft: Draft) -> None:
    """The answers, and all right ones together with none of the wrong ones."""
    partial = question.gives_partial_credit
    draft.field("scoring_algorithm", ScoringAlgorithm.PARTIAL_SCORE if partial else ScoringAlgorithm.ALL_OR_NOTHING)
    draft.stem(question.item_body)
    write_answers(question, draft, "Multiple")
    together = add(draft.condition(scored="100"), "and")
    for one in question.choices:
        into = together if one.id in question.right else add(together, "not")
        add(into, "varequal", one.id, respident=RESPONSE)
