"""What the checks say of multiple answers."""

from app.checks.table import problems
from app.models.item import Item
from app.models.questions.multi_answer import MultiAnswerQuestion


def sound(*texts: str) -> MultiAnswerQuestion:
    raw = [{"id": f"c{n}", "position": n, "item_body": text} for n, text in enumerate(texts, start=1)]
    question = MultiAnswerQuestion.new().replaced(item_body="<p>Which?</p>", interaction_data={"choices": raw})
    return question.with_right("c1", True)


def rules(question: MultiAnswerQuestion) -> set[str]:
    return {problem.rule for problem in problems(Item.of(question))}


def test_a_sound_question_has_no_problem() -> None:
    assert rules(sound("root", "leaf")) == set()


def test_no_right_answer_is_told() -> None:
    assert rules(sound("root", "leaf").with_right("c1", False)) == {"no-right-choice"}


def test_a_tick_on_an_answer_that_went_is_no_right_answer() -> None:
    question = sound("root", "leaf").replaced(scoring_data={"value": ["gone"]})
    assert rules(question) == {"no-right-choice"}


def test_only_right_answers_are_a_hint() -> None:
    found = problems(Item.of(sound("root", "leaf").with_right("c2", True)))
    assert [(problem.rule, problem.severity) for problem in found] == [("all-right", "hint")]


def test_empty_and_equal_answers_are_told() -> None:
    assert rules(sound("root", "Root", "")) == {"equal-choices", "empty-choice"}


def test_all_of_the_above_should_be_locked_while_shuffling() -> None:
    question = sound("root", "leaf", "<p>All of the above.</p>")
    shuffled = question.with_shuffle(question.shuffle.with_shuffled(True))
    assert rules(shuffled) == {"shuffled-last-word"}
    assert rules(shuffled.with_shuffle(shuffled.shuffle.with_locked((2,)))) == set()
