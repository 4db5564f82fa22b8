"""Blanks of Canvas Classic, named by words: several to type, several lists, or a single one behind the text."""

from lxml.etree import _Element as Element

from app.interchange.maker import accepted, blank_place, fill_blank
from app.interchange.qti.item import QtiItem, Read, ident_of
from app.interchange.qti.types import blanks
from app.interchange.xml import within
from app.message import Message, message
from app.models.questions.blank_rows import AnswerType


def read_lists(item: QtiItem) -> Read:
    """A list to choose from for each name in brackets."""
    for label in within(item.presentation, "response_label"):
        label.set("answer_type", AnswerType.DROPDOWN)
    return blanks.read(item)


def read_single(item: QtiItem) -> Read:
    """One answer to type; texts around it stand as they are. Other systems have several responses."""
    rows = [row for row in item.presentation.iter("response_str", "response_num") if ident_of(row)]
    if len(rows) > 1:
        return _several(item, rows)
    texts = [test.value for one in item.scoring for test in one.tests if test.kind in _TYPED and not test.negated]
    exact = any(test.attributes.get("case", "").lower() == "yes" for one in item.scoring for test in one.tests)
    blank = accepted(tuple(dict.fromkeys(texts)), exact=exact and len(set(texts)) == 1, contains=_contains(item))
    return fill_blank(item.stem, [blank]), _none(texts)


_TYPED = ("varequal", "varsubstring")


def _contains(item: QtiItem) -> bool:
    kinds = {test.kind for one in item.scoring for test in one.tests}
    return kinds == {"varsubstring"}


def _several(item: QtiItem, rows: list[Element]) -> Read:
    texts: dict[str, list[str]] = {ident_of(row): [] for row in rows}
    for one in item.scoring:
        for test in one.equal:
            texts.get(test.response, []).append(test.value)
    made = [accepted(tuple(dict.fromkeys(values))) for values in texts.values()]
    body = f"{item.stem}<p>{' '.join(blank_place(one) for one in made)}</p>"
    return fill_blank(body, made), _none([text for values in texts.values() for text in values])


def _none(texts: list[str]) -> list[Message]:
    return [] if texts else [message("No right answer: the file has none.")]
