"""Blanks in a text: to type, lists, words to drag; and a single number."""

import re
from typing import Final
from uuid import uuid4

from lxml.etree import _Element as Element

from app.interchange.maker import accepted, blank_place, fill_blank, numeric
from app.interchange.number import tidy
from app.interchange.qti2.entry import Entry, Read, html_of_element
from app.interchange.rich import words
from app.interchange.xml import first, within
from app.message import Message, message
from app.models.question import ScoringAlgorithm
from app.models.questions.blank import Blank
from app.models.questions.blank_rows import AnswerType
from app.models.questions.choices import Choice, numbered
from app.models.questions.numeric import ExactAnswer, MarginAnswer, MarginType
from app.models.questions.rich_fill_blank import RichFillBlankQuestion

_NUMBERS: Final = ("float", "integer")
_NO_KEY: Final = message("No right answer in a blank: the file has none.")


def read_text(entry: Entry, shown: Element, _points: float) -> Read:
    """Everything that stands between the words; one number alone is a numeric question."""
    if len(entry.interactions) == 1 and entry.response(shown).base_type in _NUMBERS:
        return _number(entry, shown)
    lost: list[Message] = []
    blanks: dict[Element, Blank] = {}
    for one in entry.interactions:
        blank = _typed(entry, one) if one.tag == "textEntryInteraction" else _dropdown(entry, one)
        if not (blank.accepted or blank.right):
            lost.append(_NO_KEY)
        blanks[one] = blank
    stem = entry.stem({one: blank_place(blank) for one, blank in blanks.items()})
    return fill_blank(stem, list(blanks.values())), lost


def read_gaps(entry: Entry, shown: Element, _points: float) -> Read:
    """Words of one bank, dragged into gaps."""
    bank = {one.get("identifier") or "": Choice.new(words(html_of_element(one))) for one in shown.findall("gapText")}
    right = {pair[1]: pair[0] for value in entry.response(shown).keys if len(pair := value.split(" ")) == 2}
    lost: list[Message] = []
    if shown.find("gapImg") is not None:
        lost.append(message("Pictures to drag: a bank has words alone."))
    blanks: dict[Element, Blank] = {}
    for gap in within(shown, "gap"):
        word = bank.get(right.get(gap.get("identifier") or "", ""))
        if word is None:
            lost.append(_NO_KEY)
        text = (word.item_body or "") if word is not None else ""
        blanks[gap] = Blank(
            str(uuid4()), AnswerType.WORDBANK, ScoringAlgorithm.TEXT_EQUIVALENCE, text,
            right=word.id if word is not None else None,
        )  # fmt: skip
    reused = any((one.get("matchMax") or "1") != "1" for one in shown.findall("gapText"))
    stem = entry.stem({gap: blank_place(blank) for gap, blank in blanks.items()})
    made = RichFillBlankQuestion.new().with_word_bank(tuple(bank.values())).with_reused_words(reused)
    return made.with_body(stem, new=list(blanks.values())), lost


def _typed(entry: Entry, shown: Element) -> Blank:
    response = entry.response(shown)
    return accepted(response.taken, exact=response.exact_case and len(response.taken) == 1)


def _dropdown(entry: Entry, shown: Element) -> Blank:
    rows = {
        one.get("identifier") or "": Choice.new(words(html_of_element(one))) for one in shown.findall("inlineChoice")
    }
    right = next((rows[name] for name in entry.response(shown).keys if name in rows), None)
    text = (right.item_body or "") if right is not None else ""
    return Blank(
        str(uuid4()), AnswerType.DROPDOWN, ScoringAlgorithm.EQUIVALENCE, text, choices=numbered(tuple(rows.values())),
        right=right.id if right is not None else None, shuffled=shown.get("shuffle") == "true",
    )  # fmt: skip


def _number(entry: Entry, shown: Element) -> Read:
    values = [number for value in entry.response(shown).taken if (number := tidy(value))]
    margin, kind = _tolerance(entry)
    answers = [MarginAnswer.new(one, margin, kind) if margin else ExactAnswer.new(one) for one in values]
    stem = entry.stem({shown: ""})
    return numeric(stem, answers), [] if answers else [message("No right answer: the file has none.")]


def _tolerance(entry: Entry) -> tuple[str, MarginType]:
    """The larger of both sides, "" where numbers have to be equal."""
    row = first(entry.element.find("responseProcessing"), "equal")
    mode = (row.get("toleranceMode") or "exact") if row is not None else "exact"
    sides = [tidy(one) for one in re.split(r"\s+", (row.get("tolerance") or "").strip())] if row is not None else []
    known = sorted(filter(None, sides), key=float)
    if mode == "exact" or not known:
        return "", MarginType.ABSOLUTE
    return known[-1].removeprefix("-"), MarginType.PERCENT if mode == "relative" else MarginType.ABSOLUTE
