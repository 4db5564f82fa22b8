"""Fill in the blank, each blank filled in another way; and one with problems."""

from dataclasses import replace

from app.models.item import Item
from app.models.question import ScoringAlgorithm
from app.models.questions.blank import Blank
from app.models.questions.blank_body import place
from app.models.questions.blank_rows import AnswerType
from app.models.questions.choices import Choice
from app.models.questions.rich_fill_blank import RichFillBlankQuestion


def blanks() -> RichFillBlankQuestion:
    """A text with a dropdown, words of a bank, close enough, and a pattern."""
    sugar = replace(Blank.new("glucose"), algorithm=ScoringAlgorithm.TEXT_CLOSE_ENOUGH, ignore_case=True)
    gas = Blank.new("carbon dioxide").scored(ScoringAlgorithm.TEXT_REGEX)
    dropdown = _dropdown("chloroplasts", "mitochondria", "ribosomes")
    bank = Blank.new("light").turned(AnswerType.WORDBANK)
    text = (
        f"<p>Plants make {place(sugar.id)} from water and {place(gas.id)}. It happens in their "
        f"{place(dropdown.id)} and takes {place(bank.id)}.</p>"
    )
    made = RichFillBlankQuestion.new().with_body(text, (sugar, gas, dropdown, bank))
    return made.with_wrong_words((Choice.new("heat"), Choice.new("sound")))


def troubled_blanks() -> Item:
    """A blank without an answer, a pattern that cannot be read, a dropdown with equal choices."""
    pattern = replace(Blank.new("CO2").scored(ScoringAlgorithm.TEXT_REGEX), accepted=("(CO2|carbon dioxide",))
    unmarked = replace(_dropdown("chloroplasts", "ribosomes", "ribosomes"), right=None)
    nothing = Blank.new()
    text = f"<p>Plants make {place(nothing.id)} from {place(pattern.id)} in their {place(unmarked.id)}.</p>"
    question = RichFillBlankQuestion.new().with_body(text, (nothing, pattern, unmarked))
    item = Item.of(question, points=3)
    return item.with_local(item.local.replaced(pattern_examples={pattern.id: ("CO2",)}))


def _dropdown(*words: str) -> Blank:
    made = Blank.new(words[0]).turned(AnswerType.DROPDOWN)
    choices = tuple(map(Choice.new, words))
    return replace(made, choices=choices, right=choices[0].id, shuffled=True)
