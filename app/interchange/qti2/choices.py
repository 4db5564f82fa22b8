"""Answers to choose, to match and to order."""

from decimal import Decimal
from typing import Final

from lxml.etree import _Element as Element

from app.interchange.maker import Answer, choice, multi_answer, true_false, varies, with_points_by_answer
from app.interchange.maker import categorization as made_categorization
from app.interchange.maker import matching as made_matching
from app.interchange.maker import ordering as made_ordering
from app.interchange.qti2.declaration import Declaration
from app.interchange.qti2.entry import Entry, Read, html_of_element
from app.interchange.rich import words
from app.interchange.xml import first
from app.message import Message, message
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.choices import ChoiceShuffle, ChoicesQuestion, ShuffleRules

_TRUTH: Final = {"true": True, "t": True, "false": False, "f": False}
_NO_KEY: Final = message("No right answer: the file has none.")


def read_choices(entry: Entry, shown: Element, points: float) -> Read:
    """One answer or several, as the response says; two that say true and false are that type."""
    rows = shown.findall("simpleChoice")
    response = entry.response(shown)
    single = response.cardinality == "single"
    texts = [html_of_element(row) for row in rows]
    said = [_TRUTH.get(words(text).strip().lower()) for text in texts]
    lost = [] if response.keys else [_NO_KEY]
    if single and sorted(map(str, said)) == ["False", "True"]:
        right = next((one for one, row in zip(said, rows, strict=True) if _name(row) in response.keys), None)
        return true_false(entry.stem(), right), lost
    answers = [
        Answer(text, _share(response, _name(row)), _feedback(entry, row)) for text, row in zip(texts, rows, strict=True)
    ]
    made, gone = (
        choice(entry.stem(), answers) if single else multi_answer(entry.stem(), answers, partial=bool(response.earned))
    )
    if single and isinstance(made, ChoiceQuestion) and varies(answers):
        made = with_points_by_answer(made, answers, points)
    assert isinstance(made, ChoicesQuestion)
    locked = tuple(place for place, row in enumerate(rows) if row.get("fixed") == "true")
    rules = ShuffleRules(choices=ChoiceShuffle(to_lock=locked, shuffled=shown.get("shuffle") == "true"))
    return made.with_shuffle(rules), [*lost, *gone]


def read_matching(entry: Entry, shown: Element, _points: float) -> Read:
    """Pairs; where one right side has several left ones, they are its category."""
    sets = [_rows(one) for one in shown.findall("simpleMatchSet")]
    left, right = (sets[0], sets[1]) if len(sets) > 1 else ([], [])
    response = entry.response(shown)
    chosen = [tuple(value.split(" ")) for value in response.keys]
    names = dict(right)
    partners: dict[str, list[str]] = {}
    for pair in chosen:
        if len(pair) == 2:
            partners.setdefault(pair[0], []).append(pair[1])
    lost: list[Message] = [] if partners else [_NO_KEY]
    if any(len(found) > 1 for found in partners.values()):
        lost.append(message("Answers that belong to several others: the first counts."))
    first_of = {key: found[0] for key, found in partners.items()}
    used = [first_of[key] for key, _ in left if key in first_of]
    if len(set(used)) < len(used):
        pairs = [(text, names.get(first_of.get(key, ""), "")) for key, text in left]
        return made_categorization(entry.stem(), pairs), lost
    pairs = [(text, names.get(first_of[key], "")) for key, text in left if key in first_of]
    if len(pairs) < len(left):
        lost.append(message("Rows that nothing belongs to."))
    return made_matching(
        entry.stem(), pairs, [text for key, text in right if key not in used], partial=bool(response.earned)
    ), lost


def _rows(part: Element) -> list[tuple[str, str]]:
    """The names and plain texts of one side."""
    return [(_name(row), words(html_of_element(row))) for row in part.findall("simpleAssociableChoice")]


def read_ordering(entry: Entry, shown: Element, _points: float) -> Read:
    """Rows in their right order; without a key in the order of the file."""
    rows = {_name(row): html_of_element(row) for row in shown.findall("simpleChoice")}
    right = [name for name in entry.response(shown).right if name in rows]
    lost = [] if right else [message("The right order: the file has none.")]
    if right and len(right) < len(rows):
        lost.append(message("Rows that are not in the right order."))
    return made_ordering(entry.stem(), [rows[name] for name in right or rows]), lost


def _name(row: Element) -> str:
    return row.get("identifier") or ""


def _share(response: Declaration, name: str) -> float:
    best = max(response.earned.values(), default=Decimal())
    if name in response.earned and best > 0:
        return float(response.earned[name] / best)
    return 1.0 if name in response.right else 0.0


def _feedback(entry: Entry, row: Element) -> str:
    inline = first(row, "feedbackInline")
    if inline is not None:
        return html_of_element(inline)
    for one in entry.element.iterchildren("modalFeedback"):
        if one.get("identifier") == _name(row):
            return html_of_element(one)
    return ""
