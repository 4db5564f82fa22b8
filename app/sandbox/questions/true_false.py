"""True or false: two labels and a boolean."""

from app.sandbox.questions.submitted import Submitted


def check(question: Submitted) -> None:
    """New Quiz Items, appendix, True/False."""
    question.interaction["true_choice"].filled()
    question.interaction["false_choice"].filled()
    question.scoring["value"].boolean()
