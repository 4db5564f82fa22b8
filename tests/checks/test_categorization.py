"""What the checks say of categorization."""

from app.checks.table import problems
from app.models.item import Item
from app.models.questions.categorization import CategorizationQuestion, Labelled


def question(*answers: str, wrong: tuple[str, ...] = (), name: str = "Planet") -> CategorizationQuestion:
    base = CategorizationQuestion.new().replaced(
        item_body="x",
        interaction_data={"categories": {}, "distractors": {}, "category_order": []},
        scoring_data={"value": [], "score_method": "all_or_nothing"},
    )
    made = base.with_categories((Labelled(id="p", item_body=name),))
    made = made.with_answers("p", tuple(Labelled.new(text) for text in answers))
    return made.with_answers(None, tuple(Labelled.new(text) for text in wrong))


def rules(question: CategorizationQuestion) -> set[str]:
    return {problem.rule for problem in problems(Item.of(question))}


def test_a_sound_question_has_no_problem() -> None:
    assert rules(question("Mars", wrong=("Sun",))) == set()


def test_empty_and_equal_answers_are_told_wherever_they_stand() -> None:
    assert rules(question("Mars", "")) == {"empty-answer"}
    assert rules(question("Mars", wrong=("mars ",))) == {"equal-answers"}


def test_a_category_without_a_name_is_told() -> None:
    assert rules(question("Mars", name=" ")) == {"empty-category-name"}


def test_a_category_without_answers_is_a_warning_and_no_answers_at_all_an_error() -> None:
    found = {one.rule: one.severity for one in problems(Item.of(question()))}
    assert found == {"empty-category": "warning", "no-answer": "error"}


def test_equal_names_are_told() -> None:
    twice = question("Mars").with_categories((Labelled(id="p", item_body="Planet"), Labelled.new("planet")))
    assert "equal-categories" in rules(twice)


def test_no_category_is_told() -> None:
    assert "no-category" in rules(question("Mars").with_categories(()))
