"""A fix takes its problem away, brings no other with it and touches nothing else; its words are short."""

from collections.abc import Callable
from typing import Any

import pytest

from app.checks.fix import FieldsFix, ItemFix
from app.checks.problem import Problem
from app.checks.quiz import quiz_problems
from app.checks.table import problems
from app.models.item import Item
from app.models.question import Question
from app.models.questions.blank import Blank
from app.models.questions.blank_body import place
from app.models.questions.blank_rows import AnswerType
from app.models.questions.categorization import CategorizationQuestion, Labelled
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.choices import Choice
from app.models.questions.essay import EssayQuestion
from app.models.questions.file_upload import FileUploadQuestion
from app.models.questions.formula import FormulaQuestion, Variable
from app.models.questions.matching import MatchingQuestion
from app.models.questions.numeric import NumericQuestion, RangeAnswer
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.pair import Pair
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import Quiz
from app.models.quiz_reading import read_fields
from tests.support.quiz import choice


def asked(question: Question) -> Question:
    return question.replaced(item_body="<p>Which?</p>")


def matching(pairs: tuple[Pair, ...], *distractors: str) -> Question:
    return asked(MatchingQuestion.new().with_pairs(pairs, distractors))


def sorted_out(*wrong: str) -> Question:
    made = CategorizationQuestion.new()
    for category, name in zip(made.categories, ("Sun", "Moon"), strict=True):
        made = made.with_answers(category.id, (Labelled.new(f"of {name}"),))
    named = (one.replaced(item_body=name) for one, name in zip(made.categories, ("Sun", "Moon"), strict=True))
    return asked(made.with_categories(tuple(named)).with_answers(None, tuple(Labelled.new(text) for text in wrong)))


def blank(one: Blank, *words: str) -> Question:
    made = RichFillBlankQuestion.new().with_body(f"<p>The {place(one.id)} is deep.</p>", (one,))
    return made.with_wrong_words(tuple(Choice.new(word) for word in words))


def dropdown(*texts: str) -> Question:
    choices = tuple(Choice.new(text) for text in texts)
    return blank(Blank("b", AnswerType.DROPDOWN, "Equivalence", choices=choices, right=choices[0].id))


def formula(text: str, *variables: Variable, generated: bool = False) -> Question:
    made = FormulaQuestion.new().replaced(item_body="<p>Double `x`.</p>").with_formula(text).with_variables(variables)
    [fix] = [one.fix for one in problems(Item.of(made)) if one.rule == "no-solutions"] if generated else [None]
    return fix.repaired(Item.of(made)).entry if isinstance(fix, ItemFix) else made  # type: ignore[return-value]


X = Variable.new("x")
TWO = (Pair("p", "France", "Paris"), Pair("q", "Italy", "Rome"))
LIMIT = {"word_limit_enabled": True, "word_limit_min": "50", "word_limit_max": "20"}
SHUFFLED = choice("Which?", "a", "b", "All of the above.")
PICTURE = '<p><img src="media:1"> a leaf</p>'

CASES: dict[str, Callable[[], Question]] = {
    "equal-choices": lambda: choice("Which?", "left atrium", "valve", "Left  atrium"),
    "empty-choice": lambda: choice("Which?", "a", "b", ""),
    "shuffled-last-word": lambda: SHUFFLED.with_shuffle(SHUFFLED.shuffle.with_shuffled(True)),
    "feedback-of-no-answer": lambda: choice("Which?", "a", "b").with_answer_feedback("gone", "<p>Close.</p>"),
    "negative-points": lambda: choice("Which?", "a", "b").with_varied_points(True, 1).with_points_of("c2", -1),
    "points-disagree": lambda: choice("Which?", "a", "b").with_varied_points(True, 3),
    "empty-label": lambda: asked(TrueFalseQuestion.new().with_right(True).with_labels("", "no")),
    "equal-labels": lambda: asked(TrueFalseQuestion.new().with_right(True).with_labels("no", "no")),
    "empty-pair": lambda: matching((*TWO, Pair.new())),
    "empty-distractor": lambda: matching(TWO, "Lyon", " "),
    "right-distractor": lambda: matching(TWO, "Lyon", "paris"),
    "equal-distractors": lambda: matching(TWO, "Lyon", "lyon"),
    "empty-answer": lambda: sorted_out(""),
    "equal-answers": lambda: sorted_out("of Sun"),
    "empty-blank-answer": lambda: blank(Blank("b", algorithm="TextInChoices", accepted=("sea", " "))),
    "equal-blank-answers": lambda: blank(Blank("b", algorithm="TextInChoices", accepted=("sea", "sea"))),
    "no-distance": lambda: blank(Blank("b", algorithm="TextCloseEnough", accepted=("sea",), edit_distance=0)),
    "empty-dropdown-choice": lambda: dropdown("sea", "hill", ""),
    "equal-dropdown-choices": lambda: dropdown("sea", "hill", "sea"),
    "empty-word": lambda: blank(Blank("b", AnswerType.WORDBANK, "TextEquivalence", text="sea"), "hill", ""),
    "equal-words": lambda: blank(Blank("b", AnswerType.WORDBANK, "TextEquivalence", text="sea"), "sea"),
    "range-upside-down": lambda: asked(NumericQuestion.new().with_answers((RangeAnswer.new("9", "1"),))),
    "unknown-variable": lambda: formula("2*x", generated=False),
    "unused-variable": lambda: formula("2*x", X, Variable.new("y")),
    "no-solutions": lambda: formula("2*x", X),
    "wrong-solution": lambda: formula("2*x", X, generated=True).with_formula("3*x"),  # type: ignore[attr-defined]
    "word-limit-upside-down": lambda: asked(EssayQuestion.new()).replaced(interaction_data=LIMIT),
    "word-limit-missing": lambda: asked(EssayQuestion.new()).replaced(interaction_data={"word_limit_enabled": True}),
    "no-file-count": lambda: asked(FileUploadQuestion.new().with_count(True, 0)),
    "no-file-types": lambda: asked(FileUploadQuestion.new().with_types(True, ())),
    "malformed-file-type": lambda: asked(FileUploadQuestion.new().with_types(True, (".pdf", ".a b"))),
    "no-alt-text": lambda: choice("Which?", "a", "b").replaced(item_body=PICTURE, feedback={"correct": PICTURE}),
}


def of_rule(item: Item, rule: str) -> list[Problem]:
    return [one for one in problems(item) if one.rule == rule]


@pytest.mark.parametrize("rule", CASES)
def test_a_fix_takes_its_problem_away(rule: str) -> None:
    item = Item.of(CASES[rule]())
    before = {one.rule for one in problems(item)}
    while of_rule(item, rule):
        fix = next(one.fix for one in of_rule(item, rule) if one.fix)
        assert isinstance(fix, ItemFix)
        assert len(str(fix.words)) < 40
        changed = fix.repaired(item)
        assert len(problems(changed)) < len(problems(item))
        item = changed
    assert {one.rule for one in problems(item)} <= before - {rule}


def test_a_question_without_points_is_given_one() -> None:
    [problem] = problems(Item.of(choice("Which?", "a", "b"), points=0))
    assert isinstance(problem.fix, ItemFix)
    assert problem.fix.repaired(Item.of(choice("Which?", "a", "b"), points=0)).points == 1


def test_the_right_one_of_two_equal_answers_stays() -> None:
    item = Item.of(choice("Which?", "left atrium", "valve", "left atrium").with_right("c3"))
    [problem] = of_rule(item, "equal-choices")
    assert isinstance(problem.fix, ItemFix)
    assert (str(problem.fix.words), str(problem.hint)) == ("Remove 1", "Change or remove 1.")
    question = problem.fix.repaired(item).entry
    assert isinstance(question, ChoiceQuestion)
    assert ([one.id for one in question.choices], question.right) == (["c2", "c3"], "c3")


@pytest.mark.parametrize("texts", [("a", "a"), ("a", "")])
def test_no_fix_leaves_one_answer_alone(texts: tuple[str, ...]) -> None:
    assert [one.fix for one in problems(Item.of(choice("Which?", *texts)))] == [None]


def test_the_rows_of_an_order_can_be_removed_too() -> None:
    made = OrderingQuestion.new()
    rows = tuple(one.replaced(item_body=text) for one, text in zip(made.choices, "aba", strict=True))
    item = Item.of(asked(made.with_choices(rows)))
    [problem] = problems(item)
    assert isinstance(problem.fix, ItemFix)
    assert problems(problem.fix.repaired(item)) == ()


def test_the_same_solutions_are_generated_when_a_fix_is_done_again() -> None:
    assert formula("2*x", X, generated=True) == formula("2*x", X, generated=True)


def test_the_marked_picture_stays_as_it_came_but_for_that() -> None:
    item = Item.of(CASES["no-alt-text"]())
    [problem, _] = of_rule(item, "no-alt-text")
    assert isinstance(problem.fix, ItemFix)
    body = problem.fix.repaired(item).entry.item_body  # type: ignore[union-attr]
    assert body == '<p><img src="media:1" alt="" role="presentation"> a leaf</p>'


ATTEMPTS = {"multiple_attempts_enabled": True, "attempt_limit": True, "cooling_period": True}


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ("points-disagree", {"points_possible": 7}),
        ("points-not-positive", {"points_possible": 0}),
        ("no-alt-text", {"instructions": PICTURE}),
        ("no-time-limit", {"quiz_settings": {"has_time_limit": True}}),
        ("no-access-code", {"quiz_settings": {"require_student_access_code": True}}),
        ("no-addresses", {"quiz_settings": {"filter_ip_address": True}}),
        ("no-attempt-limit", {"quiz_settings": {"multiple_attempts": ATTEMPTS}}),
        ("no-cooling-period", {"quiz_settings": {"multiple_attempts": ATTEMPTS}}),
    ],
)
def test_a_fix_of_the_quiz_takes_its_problem_away(rule: str, fields: dict[str, Any]) -> None:
    quiz = Quiz("q", read_fields({"title": "Leaves", **fields}), (Item.of(choice("Which?", "a", "b"), points=2),))
    before = quiz_problems(quiz)
    [fix] = [one.fix for one in before if one.rule == rule]
    assert isinstance(fix, FieldsFix)
    after = quiz_problems(quiz.with_fields(fix.repaired(quiz.fields)))
    assert [one.rule for one in after] == [one.rule for one in before if one.rule != rule]


def test_only_the_feedback_of_answers_that_are_gone_is_removed() -> None:
    made = choice("Which?", "a", "b").with_answer_feedback("c1", "Yes.").with_answer_feedback("gone", "No.")
    [problem] = problems(Item.of(made))
    assert str(problem.message) == "There is feedback for an answer that is gone."
    assert isinstance(problem.fix, ItemFix)
    question = problem.fix.repaired(Item.of(made)).entry
    assert isinstance(question, ChoiceQuestion)
    assert dict(question.answer_feedback or {}) == {"c1": "Yes."}
