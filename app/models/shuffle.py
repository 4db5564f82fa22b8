"""Whether students see the answers of a question in an order of their own, whatever its type calls that."""

from dataclasses import replace

from app.models.question import Question
from app.models.questions.blank_rows import AnswerType
from app.models.questions.choices import ChoicesQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion


def shuffles(question: Question) -> frozenset[bool]:
    """On, off, or both where parts of it differ (the dropdowns of a text); empty where there is nothing to choose.

    Ordering is shuffled always, categories never (canvas-facts 3.6 and 3.7).
    """
    if isinstance(question, ChoicesQuestion):
        return frozenset({question.shuffle.shuffled})
    if isinstance(question, MatchingQuestion):
        return frozenset({question.shuffled})
    if isinstance(question, RichFillBlankQuestion):
        return frozenset(blank.shuffled for blank in question.blanks if blank.answer_type == AnswerType.DROPDOWN)
    return frozenset()


def with_shuffle(question: Question, on: bool) -> Question:
    """The question with its answers shuffled or not; the same object where that says nothing new. Locks are kept."""
    if shuffles(question) <= {on}:
        return question
    if isinstance(question, ChoicesQuestion):
        return question.with_shuffle(question.shuffle.with_shuffled(on))
    if isinstance(question, MatchingQuestion):
        return question.with_shuffled(on)
    assert isinstance(question, RichFillBlankQuestion)
    for blank in question.blanks:
        if blank.answer_type == AnswerType.DROPDOWN:
            question = question.with_blank(replace(blank, shuffled=on))
    return question
