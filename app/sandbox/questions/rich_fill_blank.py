"""Fill in the blank: typed answers, drop-downs and a word bank, each blank with its own scoring."""

from dataclasses import dataclass

from app.sandbox.questions.choices import listed_ids
from app.sandbox.questions.submitted import Submitted
from app.sandbox.schema import Field, unique

_TYPED = ("TextContainsAnswer", "TextCloseEnough", "TextEquivalence", "TextInChoices", "TextRegex")
_ALGORITHMS = {"openEntry": _TYPED, "dropdown": ("Equivalence",), "wordbank": ("TextEquivalence",)}


@dataclass(frozen=True, slots=True)
class _Blank:
    kind: str
    choices: set[str]


def check(question: Submitted) -> None:
    """New Quiz Items, appendix, Rich Fill In The Blank."""
    bank = _word_bank(question.interaction)
    blanks = _blanks(question.interaction)
    rows = question.scoring["value"].elements()
    told = unique(rows, [row["id"].reference(blanks, "a blank") for row in rows], "a blank")
    if told != set(blanks):
        raise question.scoring.problem("'value' must have one entry for each blank")
    for row in rows:
        _check_row(row, blanks[row["id"].text()], bank)
    if working := question.scoring.get("working_item_body"):
        working.filled()
    _check_shuffle(question.properties, len(blanks))


def _blanks(interaction: Field) -> dict[str, _Blank]:
    entries = interaction["blanks"].elements()
    if not entries:
        raise interaction.problem("You must have a blank")
    unique(entries, [entry["id"].uuid() for entry in entries], "an id")
    blanks = {}
    for entry in entries:
        kind = entry["answer_type"].one_of(_ALGORITHMS.keys())
        choices = listed_ids(entry["choices"].elements(least=2)) if kind == "dropdown" else set()
        blanks[entry["id"].text()] = _Blank(kind, choices)
    return blanks


def _word_bank(interaction: Field) -> dict[str, str]:
    """The words of the bank by id."""
    bank = interaction.get("word_bank_choices")
    words = bank.elements() if bank else []
    unique(words, [word["id"].uuid() for word in words], "an id")
    if reuse := interaction.get("reuse_word_bank_choices"):
        reuse.boolean()
    return {word["id"].text(): word["item_body"].filled() for word in words}


def _check_row(row: Field, blank: _Blank, bank: dict[str, str]) -> None:
    algorithm = row["scoring_algorithm"].one_of(_ALGORITHMS[blank.kind])
    scoring = row["scoring_data"]
    if blank.kind == "dropdown":
        scoring["value"].reference(blank.choices, "a choice")
    elif blank.kind == "wordbank":
        word = scoring["choice_id"].reference(bank, "a word of the bank")
        if scoring["value"].text() != bank[word]:
            raise scoring.problem(f"The property '{scoring.path}/value' differs from the word of the bank")
    elif algorithm == "TextInChoices":
        for answer in scoring["value"].elements(least=1):
            answer.filled()
    else:
        scoring["value"].filled()
    if algorithm == "TextCloseEnough":
        scoring["edit_distance"].integer(least=1)
        if ignore := scoring.get("ignore_case"):
            ignore.boolean()


def _check_shuffle(properties: Field, count: int) -> None:
    rules = properties.get("shuffle_rules")
    blanks = rules.get("blanks") if rules else None
    children = blanks.get("children") if blanks else None
    places = {str(place) for place in range(count)}
    for key, _ in children.members() if children else ():
        if key not in places:
            raise properties.problem(f"The property '#/shuffle_rules/blanks/children/{key}' is no blank")
