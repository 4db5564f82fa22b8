"""What the checks say of fill in the blank."""

from dataclasses import replace

from app.checks.problem import Severity
from app.checks.table import problems
from app.models.item import Item
from app.models.local import Local
from app.models.question import ScoringAlgorithm
from app.models.questions.blank import Blank
from app.models.questions.blank_body import place
from app.models.questions.blank_rows import AnswerType
from app.models.questions.choices import Choice
from app.models.questions.rich_fill_blank import RichFillBlankQuestion

WATER = Blank("w", text="H2O", accepted=("H2O",))
DROPDOWN = replace(
    WATER.turned(AnswerType.DROPDOWN),
    choices=(Choice(id="1", item_body="H2O"), Choice(id="2", item_body="CO2")),
    right="1",
)


def question(*blanks: Blank, text: str = "Water is ") -> RichFillBlankQuestion:
    body = text + " ".join(place(blank.id) for blank in blanks)
    return RichFillBlankQuestion.new().with_body(f"<p>{body}</p>", blanks)


def rules(*blanks: Blank, text: str = "Water is ", local: Local | None = None) -> set[str]:
    item = Item.of(question(*blanks, text=text))
    return {problem.rule for problem in problems(item.with_local(local) if local else item)}


def pattern(written: str, *examples: str) -> set[str]:
    blank = replace(WATER.scored(ScoringAlgorithm.TEXT_REGEX), accepted=(written,))
    return rules(blank, local=Local.model_validate({"pattern_examples": {"w": examples}}))


def test_a_sound_blank_of_each_kind_has_no_problem() -> None:
    assert rules(WATER) == set()
    assert rules(DROPDOWN) == set()
    assert rules(WATER.turned(AnswerType.WORDBANK)) == set()
    assert pattern("H2O|water", "water") == set()


def test_a_text_without_a_blank_is_told() -> None:
    assert rules() == {"no-blank"}


def test_a_blank_without_an_answer_is_told() -> None:
    assert rules(replace(WATER, accepted=())) == {"no-blank-answer"}
    listed = replace(WATER, algorithm=ScoringAlgorithm.TEXT_IN_CHOICES)
    assert rules(replace(listed, accepted=("H2O", ""))) == {"empty-blank-answer"}
    assert rules(replace(listed, accepted=("H2O", "H2O"))) == {"equal-blank-answers"}


def test_a_distance_below_one_is_told() -> None:
    close = replace(WATER, algorithm=ScoringAlgorithm.TEXT_CLOSE_ENOUGH)
    assert rules(close) == set()
    assert rules(replace(close, edit_distance=0)) == {"no-distance"}


def test_a_dropdown_needs_two_choices_and_a_right_one() -> None:
    assert rules(replace(DROPDOWN, choices=DROPDOWN.choices[:1])) == {"few-dropdown-choices"}
    assert rules(replace(DROPDOWN, right=None)) == {"no-right-choice"}


def test_empty_and_equal_choices_are_told() -> None:
    first, second = DROPDOWN.choices
    assert rules(replace(DROPDOWN, choices=(first, second.replaced(item_body=" ")))) == {"empty-dropdown-choice"}
    assert rules(replace(DROPDOWN, choices=(first, second.replaced(item_body="H2O")))) == {"equal-dropdown-choices"}


def test_a_word_bank_needs_its_right_word() -> None:
    assert rules(Blank("w").turned(AnswerType.WORDBANK)) == {"no-right-word"}


def test_wrong_words_that_are_empty_or_right_are_told() -> None:
    banked = question(WATER.turned(AnswerType.WORDBANK))
    for text, rule in (("", "empty-word"), ("H2O", "equal-words"), ("CO2", None)):
        found = problems(Item.of(banked.with_wrong_words((Choice.new(text),))))
        assert [problem.rule for problem in found] == ([rule] if rule else [])


def test_a_pattern_that_cannot_be_read_is_told_with_its_place() -> None:
    assert pattern("H2(O") == {"bad-pattern"}
    blank = replace(WATER.scored(ScoringAlgorithm.TEXT_REGEX), accepted=("H2(O",))
    (found,) = problems(Item.of(question(blank)))
    assert (found.field, found.severity, found.message.arguments["place"]) == ("blanks/w", Severity.ERROR, 5)


def test_a_pattern_that_fits_none_of_its_examples_is_told() -> None:
    assert pattern("H2O", "water", "") == {"unfit-pattern"}
    assert pattern("H2O", "water", "H2O") == set()
    assert pattern("H2O") == set()


def test_a_pattern_that_is_long_or_can_take_for_ever_is_told() -> None:
    assert pattern("a" * 501) == {"long-pattern"}
    assert pattern("(a+)+") == {"nested-repeats"}


def test_backticks_that_canvas_would_take_for_a_blank_are_told() -> None:
    sound = question(WATER)
    ticked = sound.replaced(item_body=f"<p>`Ice` is {place('w')}</p>")
    assert [problem.rule for problem in problems(Item.of(ticked))] == ["stray-backtick"]
    assert rules(WATER, text="a ` and ") == {"backtick"}


def test_a_blank_that_the_text_does_not_place_is_told() -> None:
    lost = question(WATER).replaced(item_body="<p>Water</p>", scoring_data=None)
    assert "unplaced-blank" in {problem.rule for problem in problems(Item.of(lost))}
