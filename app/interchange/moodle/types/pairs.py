"""Matching; categorization is written as the same: each answer with its category."""

from collections.abc import Iterable
from html import escape

from lxml.etree import _Element as Element

from app.interchange.maker import matching
from app.interchange.moodle.draft import Draft
from app.interchange.moodle.entry import Entry, Read
from app.interchange.moodle.text import raw, words_of
from app.message import Message, message
from app.models.item import Item
from app.models.questions.categorization import CategorizationQuestion
from app.models.questions.matching import MatchingQuestion


def read(entry: Entry, _points: float) -> Read:
    """Rows without a left side are wrong answers; Moodle counts each pair."""
    rows = entry.element.findall("subquestion")
    sides = [(entry.words(row), _right(row)) for row in rows]
    lost = _marked(rows)
    pairs = [side for side in sides if side[0]]
    if not pairs:
        lost.append(message("It has no pairs."))
    question = matching(entry.stem, pairs, [right for left, right in sides if not left and right], partial=True)
    return question.with_shuffled(entry.flag("shuffleanswers")), lost


def _right(row: Element) -> str:
    return words_of(raw(row.find("answer")))


def _marked(rows: Iterable[Element]) -> list[Message]:
    """What plain sides cannot hold."""
    texts = [raw(one) for row in rows for one in (row, row.find("answer")) if one is not None]
    return [message("Pictures and formats of the pairs: Canvas shows plain words there.")] * any(map(_is_rich, texts))


def _is_rich(html: str) -> bool:
    return any(mark in html.lower() for mark in ("<img", "<sub", "<sup", "<b>", "<i>", "<em", "<strong", "<table"))


def write(question: MatchingQuestion, draft: Draft, _item: Item) -> None:
    """Pairs, then wrong answers without a left side."""
    draft.value("shuffleanswers", str(question.shuffled).lower())
    for pair in question.pairs:
        _write_pair(draft, pair.prompt, pair.answer)
    for text in question.distractors:
        _write_pair(draft, "", text)
    if not question.gives_partial_credit:
        draft.lost.append(message("All or nothing: Moodle counts each pair."))
    if not all(pair.prompt and pair.answer for pair in question.pairs):
        draft.lost.append(message("A pair that has one side only."))


def write_categories(question: CategorizationQuestion, draft: Draft, _item: Item) -> None:
    """Each answer is matched with the name of its category."""
    draft.value("shuffleanswers", str(bool(question.properties and question.properties.shuffled)).lower())
    used = set()
    for category in question.categories:
        for answer in question.answers_of(category.id):
            used.add(category.id)
            _write_pair(draft, answer.item_body or "", category.item_body or "")
    for category in question.categories:
        if category.id not in used:
            _write_pair(draft, "", category.item_body or "")
    draft.lost.append(message("Moodle has no categories: each answer is matched with the name of its category."))
    if question.distractors:
        draft.lost.append(message("Answers that belong into no category."))


def _write_pair(draft: Draft, left: str, right: str) -> None:
    row = draft.words("subquestion", left)
    draft.plain("answer", escape(right, quote=False), row)
