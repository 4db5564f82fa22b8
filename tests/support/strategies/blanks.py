"""Blanks as an editor gives them, of all kinds."""

from hypothesis import strategies as st

from app.models.question import ScoringAlgorithm
from app.models.questions.blank import OPEN_ALGORITHMS, Blank
from app.models.questions.blank_rows import AnswerType
from app.models.questions.choices import Choice
from tests.support.strategies.choices import rows
from tests.support.strategies.words import distinct, ids, words


@st.composite
def open_entries(draw: st.DrawFn) -> Blank:
    """Blanks to type into, scored in any of the five ways."""
    algorithm = draw(st.sampled_from(OPEN_ALGORITHMS))
    pattern = algorithm == ScoringAlgorithm.TEXT_REGEX
    close = algorithm == ScoringAlgorithm.TEXT_CLOSE_ENOUGH
    several = algorithm == ScoringAlgorithm.TEXT_IN_CHOICES
    accepted = ("[a-z]+",) if pattern else tuple(draw(distinct(words, 1, 3 if several else 1)))
    return Blank(
        draw(ids),
        algorithm=algorithm,
        text=draw(words) if pattern else accepted[0],
        accepted=accepted,
        ignore_case=draw(st.booleans()) if close else False,
        edit_distance=draw(st.integers(1, 4)) if close else 1,
    )


@st.composite
def dropdowns(draw: st.DrawFn) -> Blank:
    """Blanks with a list of choices of their own."""
    choices = tuple(Choice.model_validate(row) for row in draw(rows(words)))
    right = draw(st.sampled_from(choices))
    return Blank(
        draw(ids),
        AnswerType.DROPDOWN,
        ScoringAlgorithm.EQUIVALENCE,
        text=right.item_body or "",
        choices=choices,
        right=right.id,
        shuffled=draw(st.booleans()),
    )


@st.composite
def from_bank(draw: st.DrawFn, bank: tuple[Choice, ...]) -> Blank:
    """Blanks to be filled with a word of `bank`."""
    word = draw(st.sampled_from(bank))
    return Blank(
        draw(ids),
        AnswerType.WORDBANK,
        ScoringAlgorithm.TEXT_EQUIVALENCE,
        text=word.item_body or "",
        right=word.id,
        shuffled=draw(st.booleans()),
    )


def banks() -> st.SearchStrategy[tuple[Choice, ...]]:
    """Words that blanks share."""
    return rows(words, least=1).map(
        lambda listed: tuple(Choice(id=row["id"], item_body=row["item_body"]) for row in listed)
    )


def blanks(bank: tuple[Choice, ...]) -> st.SearchStrategy[Blank]:
    """Blanks of any kind."""
    kinds = [open_entries(), dropdowns(), *([from_bank(bank)] if bank else [])]
    return st.one_of(kinds)
