"""What the checks say of multiple choice, true/false and a quiz."""

from app.checks.quiz import quiz_problems
from app.checks.table import problems
from app.models.item import Item
from app.models.question import Question
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz, Quiz


def rules(question: Question, points: float = 1) -> set[str]:
    return {problem.rule for problem in problems(Item.of(question, points=points))}


def sound_choice(*texts: str) -> ChoiceQuestion:
    raw = [{"id": f"c{n}", "position": n, "item_body": text} for n, text in enumerate(texts, start=1)]
    question = ChoiceQuestion.new().replaced(item_body="<p>Which?</p>", interaction_data={"choices": raw})
    return question.with_right("c1")


def test_a_sound_multiple_choice_has_no_problem() -> None:
    assert rules(sound_choice("<p>root</p>", "<p>leaf</p>")) == set()


def test_an_empty_choice_is_named_by_its_place() -> None:
    found = problems(Item.of(sound_choice("<p>root</p>", "<p> </p>")))
    assert [(problem.field, str(problem.message)) for problem in found] == [("choices/c2", "Answer 2 is empty.")]


def test_a_picture_is_not_an_empty_choice() -> None:
    assert rules(sound_choice("<p>root</p>", '<p><img src="media:1" alt="A leaf"></p>')) == set()


def test_equal_choices_are_told() -> None:
    assert rules(sound_choice("<p>Left  atrium</p>", "left atrium")) == {"equal-choices"}


def test_one_choice_is_too_few() -> None:
    assert rules(sound_choice("<p>root</p>")) == {"too-few-choices"}


def test_a_right_choice_that_is_gone_is_told() -> None:
    assert rules(sound_choice("a", "b").with_right("zzz")) == {"no-right-choice"}


def test_points_by_answer_that_disagree_are_told() -> None:
    assert rules(sound_choice("a", "b").with_varied_points(True, 1), points=2) == {"points-disagree"}


def test_points_must_be_above_0() -> None:
    assert rules(sound_choice("a", "b"), points=0) == {"points-not-positive"}


def test_a_new_true_false_lacks_text_and_answer() -> None:
    assert rules(TrueFalseQuestion.new()) == {"no-question-text", "no-right-answer"}


def test_equal_labels_are_told() -> None:
    question = TrueFalseQuestion.new().replaced(item_body="x").with_right(True).with_labels("Yes", "yes ")
    assert rules(question) == {"equal-labels"}


def test_an_unknown_type_says_that_it_is_kept() -> None:
    item = Item.from_wire({"entry": {"interaction_type_slug": "hologram", "item_body": "x"}, "points_possible": 1})
    assert [problem.rule for problem in problems(item)] == ["unknown-type"]


def test_a_known_type_of_another_build_says_so() -> None:
    entry = {"interaction_type_slug": "choice", "interaction_data": {"choices": "none"}}
    [problem] = problems(Item.from_wire({"entry": entry, "points_possible": 1}))
    assert (problem.rule, str(problem.message)) == (
        "unreadable",
        'The data of this question does not fit its kind ("choice").',
    )


def test_a_stimulus_is_not_checked() -> None:
    assert problems(Item.from_wire({"entry_type": "Stimulus", "entry": {}})) == ()


def test_dates_out_of_order_are_told() -> None:
    fields = NewQuiz(title="t", unlock_at="2026-02-01T00:00:00Z", due_at="2026-01-01T00:00:00-07:00")
    assert "dates-out-of-order" in {problem.rule for problem in quiz_problems(Quiz("q", fields))}
