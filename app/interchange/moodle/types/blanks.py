"""Blanks that are no cloze: the short answer, words dragged into a text, lists in a text."""

import re
from uuid import uuid4

from lxml.etree import _Element as Element

from app.interchange.maker import accepted, blank_place, fill_blank
from app.interchange.moodle.draft import Draft
from app.interchange.moodle.entry import Entry, Read, share_of
from app.interchange.moodle.text import raw, words_of
from app.message import Message, message
from app.models.question import ScoringAlgorithm
from app.models.questions.blank import Blank
from app.models.questions.blank_body import with_words
from app.models.questions.blank_rows import AnswerType
from app.models.questions.choices import Choice, numbered
from app.models.questions.rich_fill_blank import RichFillBlankQuestion

_GAP = re.compile(r"\[\[(\d{1,4})\]\]")


def read_short(entry: Entry, _points: float) -> Read:
    """A blank behind the text."""
    rows = [(raw(row).strip(), share_of(row)) for row in entry.rows]
    blank, lost = typed(rows, case=entry.flag("usecase"))
    if any(entry.html(row.find("feedback")) for row in entry.rows):
        lost.append(message("Feedback of single answers: Canvas has none for blanks."))
    return fill_blank(entry.stem, [blank]), lost


def typed(rows: list[tuple[str, float]], *, case: bool) -> tuple[Blank, list[Message]]:
    """A blank that takes the texts that earn something; a `*` at both ends of one means that it has to be contained."""
    taken = [(text, share) for text, share in rows if share > 0]
    lost = [] if taken else [message("No right answer: the file has none.")]
    if any(share < 1 for _, share in taken):
        lost.append(message("Answers that earn a part of the points: Canvas gives all for them."))
    texts = [text for text, _ in taken]
    inner = texts[0][1:-1] if len(texts) == 1 and re.fullmatch(r"\*.+(?<!\\)\*", texts[0], re.DOTALL) else ""
    if inner.strip() and not re.search(r"(?<!\\)\*", inner):
        return accepted([inner.strip().replace(r"\*", "*")], contains=True), lost
    if any(re.search(r"(?<!\\)\*", text) for text in texts):
        lost.append(message("A * that stands for any letters: Canvas takes it as it is written."))
    texts = [text.replace(r"\*", "*") for text in texts]
    if case and len(texts) == 1:
        return accepted(texts, exact=True), lost
    if case:
        lost.append(message("Upper and lower case: Canvas does not tell them apart where there are several answers."))
    return accepted(texts), lost


def dropdown(words: list[str], right: int | None) -> Blank:
    """A blank with a list of its own; `right` is the place of its right word."""
    choices = numbered(tuple(Choice.new(word) for word in words))
    key, text = (None, "") if right is None else (choices[right].id, words[right])
    return Blank(str(uuid4()), AnswerType.DROPDOWN, ScoringAlgorithm.EQUIVALENCE, text=text, choices=choices, right=key)


def read_lists(entry: Entry, _points: float) -> Read:
    """`[[n]]` has the n-th option as its right one, and those of its group to choose from."""
    options = [(words_of(raw(one)), _group(one)) for one in entry.element.findall("selectoption")]
    lost: list[Message] = []
    blanks: list[Blank] = []

    def made(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        if not 0 <= place < len(options):
            lost.append(message("A place whose word the file does not have."))
            return found[0]
        same = [n for n, (_, group) in enumerate(options) if group == options[place][1]]
        blanks.append(dropdown([options[n][0] for n in same], same.index(place)))
        return blank_place(blanks[-1])

    body = _GAP.sub(made, entry.stem)
    return fill_blank(body, blanks), [*lost, *_without(blanks)]


def read_bank(entry: Entry, _points: float) -> Read:
    """`[[n]]` takes the n-th word; the words are one bank here."""
    boxes = entry.element.findall("dragbox")
    words = [words_of(raw(one)) for one in boxes]
    lost: list[Message] = []
    blanks: list[Blank] = []

    def made(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        if not 0 <= place < len(words):
            lost.append(message("A place whose word the file does not have."))
            return found[0]
        blanks.append(_from_bank(words[place]))
        return blank_place(blanks[-1])

    body = _GAP.sub(made, entry.stem)
    if len({_group(one) for one in boxes}) > 1:
        lost.append(message("Groups of words: Canvas has one bank for all blanks."))
    question = fill_blank(body, blanks)
    used = {blank.text for blank in blanks}
    question = question.with_word_bank((*question.word_bank, *(Choice.new(one) for one in words if one not in used)))
    reused = any(one.find("infinite") is not None for one in boxes)
    return question.with_reused_words(reused), [*lost, *_without(blanks)]


def _from_bank(word: str) -> Blank:
    return Blank(str(uuid4()), AnswerType.WORDBANK, ScoringAlgorithm.TEXT_EQUIVALENCE, text=word)


def _group(element: Element) -> str:
    return (element.findtext("group") or "1").strip()


def _without(blanks: list[Blank]) -> list[Message]:
    return [] if blanks else [message("It has no blank.")]


def all_from_bank(question: RichFillBlankQuestion) -> bool:
    """Whether it is a text into which words are dragged, each blank with its word."""
    return bool(question.blanks) and all(
        one.answer_type == AnswerType.WORDBANK and one.right for one in question.blanks
    )


def write_bank(question: RichFillBlankQuestion, draft: Draft) -> None:
    """The words as boxes, in the order of the bank."""
    for word in question.word_bank:
        box = draft.plain("dragbox", word.item_body or "")
        draft.value("group", "1", box)
        if question.reuses_words:
            draft.value("infinite", "", box)


def bank_stem(question: RichFillBlankQuestion) -> str:
    """The text with `[[n]]` in its places."""
    place = {word.id: n for n, word in enumerate(question.word_bank, start=1)}
    safe = question.body.replace("[[", "&#91;[")
    return with_words(safe, {blank.id: f"[[{place.get(blank.right or '', 0)}]]" for blank in question.blanks})
