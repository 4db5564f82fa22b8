"""Cloze: answers in braces among the words, as `{1:SHORTANSWER:=Berlin~%50%Bonn#Once}`."""

import re
from html import escape
from typing import Final

from app.interchange.maker import blank_place, fill_blank
from app.interchange.moodle.draft import Draft, percent
from app.interchange.moodle.entry import Entry, Read
from app.interchange.moodle.text import words_of
from app.interchange.moodle.types.blanks import all_from_bank, bank_stem, dropdown, typed, write_bank
from app.message import Message, message
from app.models.item import Item
from app.models.number import decimal_of
from app.models.question import ScoringAlgorithm
from app.models.questions.blank import Blank
from app.models.questions.blank_body import with_words
from app.models.questions.blank_rows import AnswerType
from app.models.questions.rich_fill_blank import RichFillBlankQuestion

_START = re.compile(r"\{(\d{0,4}):([A-Z_]{2,20}):", re.IGNORECASE)
_WEIGHT = re.compile(r"\s*(?:=|%(-?\d+(?:\.\d+)?)%)?")
_ESCAPED = re.compile(r"""\\([}#~/"\\=%])""")
_TYPED: Final = {"SHORTANSWER", "SA", "MW"}
_TYPED_CASE: Final = {"SHORTANSWER_C", "SAC", "MWC"}
_NUMBER: Final = {"NUMERICAL", "NM"}
_ENDS: Final = ("", "_V", "_H", "_S", "_VS", "_HS")
_LISTS: Final = {
    *(f"{name}{end}" for name in ("MULTICHOICE", "MULTIRESPONSE") for end in _ENDS),
    *(f"{name}{end[1:]}" for name in ("MC", "MR") for end in _ENDS),
}
_SEVERAL: Final = ("MULTIRESPONSE", "MR")


def read(entry: Entry, _points: float) -> Read:
    """Each field becomes a blank; what is no field stays as it is."""
    html, place = entry.stem, 0
    parts: list[str] = []
    blanks: list[Blank] = []
    lost: list[Message] = []
    weights = set()
    while (found := _START.search(html, place)) is not None:
        end = _end(html, found.end())
        if end < 0:
            lost.append(message("A field whose brace is not closed: it stands as it was written."))
            break
        blank = _blank(found[2].upper(), html[found.end() : end], lost)
        if blank is None:
            parts.append(html[place : end + 1])
        else:
            blanks.append(blank)
            weights.add(found[1] or "1")
            parts += [html[place : found.start()], blank_place(blank)]
        place = end + 1
    if not blanks:
        lost.append(message("It has no blank."))
    if len(weights) > 1:
        lost.append(message("Blanks of different weight: Canvas counts them alike."))
    return fill_blank("".join((*parts, html[place:])), blanks), lost


def weight_of(entry: Entry) -> int:
    """What the fields weigh together: the points of the question where the file does not say them."""
    return sum(int(found[1] or 1) for found in _START.finditer(entry.stem))


def _end(html: str, place: int) -> int:
    """The place of the closing brace; -1 where there is none."""
    while place < len(html):
        if html[place] == "\\":
            place += 2
            continue
        if html[place] == "}":
            return place
        place += 1
    return -1


def _blank(kind: str, inside: str, lost: list[Message]) -> Blank | None:
    rows = _rows(inside, lost)
    if kind in _NUMBER:
        lost.append(message("A blank for a number: Canvas takes it as a text, without a margin."))
        rows = [(text.partition(":")[0].strip(), share) for text, share in rows]
    elif kind in _LISTS:
        return _list(kind, rows, lost)
    elif kind not in _TYPED | _TYPED_CASE:
        lost.append(message('A field of the kind "{kind}": it stands as it was written.', kind=kind))
        return None
    blank, more = typed(rows, case=kind in _TYPED_CASE)
    lost += more
    return blank


def _list(kind: str, rows: list[tuple[str, float]], lost: list[Message]) -> Blank:
    best = max((share for _, share in rows), default=0)
    right = next((n for n, (_, share) in enumerate(rows) if share == best and share > 0), None)
    if sum(share > 0 for _, share in rows) > 1:
        lost.append(message("A list with several right words: Canvas has one."))
    if kind.startswith(_SEVERAL):
        lost.append(message("Boxes to tick among the words: they are a list to choose one word from."))
    if right is None:
        lost.append(message("No right answer: the file has none."))
    return dropdown([text for text, _ in rows], right)


def _rows(inside: str, lost: list[Message]) -> list[tuple[str, float]]:
    """Texts with their shares."""
    rows = []
    for part in _split(inside):
        body, feedback = _without_feedback(part)
        if feedback.strip():
            lost.append(message("Feedback of single answers: Canvas has none for blanks."))
        found = _WEIGHT.match(body)
        head = found[0].strip() if found else ""
        value = decimal_of(found[1]) if found and found[1] else None
        share = 1.0 if head == "=" else 0.0 if value is None else max(-1.0, min(float(value) / 100, 1.0))
        text = body[found.end() if found else 0 :]
        rows.append((words_of(_ESCAPED.sub(r"\1", text)), share))
    return rows


def _split(inside: str) -> list[str]:
    parts, start, place = [], 0, 0
    while place < len(inside):
        if inside[place] == "\\":
            place += 2
            continue
        if inside[place] == "~":
            parts.append(inside[start:place])
            start = place + 1
        place += 1
    return [part for part in (*parts, inside[start:]) if part.strip()]


def _without_feedback(part: str) -> tuple[str, str]:
    """The `#` of an entity as `&#39;` begins no feedback."""
    found = re.search(r"(?<!\\)(?<!&)#", part)
    return (part, "") if found is None else (part[: found.start()], part[found.end() :])


def kind_of(question: RichFillBlankQuestion) -> str:
    """The type that a question with blanks is written as."""
    return "ddwtos" if all_from_bank(question) else "cloze"


def stem(question: RichFillBlankQuestion) -> str:
    """The text with its blanks as Moodle has them."""
    if all_from_bank(question):
        return bank_stem(question)
    safe = re.sub(r"\{(?=\d*:)", "&#123;", question.body)
    marks = {blank.id: f"\ue000{n}\ue001" for n, blank in enumerate(question.blanks)}
    fields = [_field(question, blank) for blank in question.blanks]
    return re.sub("\ue000(\\d+)\ue001", lambda found: fields[int(found[1])], with_words(safe, marks))


def write(question: RichFillBlankQuestion, draft: Draft, _item: Item) -> None:
    """Words to be dragged have boxes of their own; all other answers stand in the text."""
    if any(blank.shuffled for blank in question.blanks):
        draft.lost.append(message("Shuffling in blanks."))
    if all_from_bank(question):
        write_bank(question, draft)
        return
    if not question.blanks:
        draft.lost.append(message("It has no blank."))
    for blank in question.blanks:
        draft.lost += _lost(question, blank)


def _lost(question: RichFillBlankQuestion, blank: Blank) -> list[Message]:
    lost = []
    if blank.answer_type == AnswerType.WORDBANK:
        lost.append(message("The word bank: it is written as a list at each blank."))
    elif blank.algorithm == ScoringAlgorithm.TEXT_CLOSE_ENOUGH:
        lost.append(message("Close enough: Moodle takes the word alone."))
    elif blank.algorithm == ScoringAlgorithm.TEXT_REGEX:
        lost.append(message("The pattern: Moodle takes the word that stands for it."))
    if not _words(question, blank) or all(share <= 0 for _, share in _words(question, blank)):
        lost.append(message("A blank without a right answer."))
    return lost


def _field(question: RichFillBlankQuestion, blank: Blank) -> str:
    rows = "~".join(
        f"{'=' if share == 1 else '' if share <= 0 else f'%{percent(share)}%'}{text}"
        for text, share in ((_cloze(text), share) for text, share in _words(question, blank))
    )
    return f"{{1:{_kind(blank)}:{rows}}}"


def _kind(blank: Blank) -> str:
    if blank.answer_type != AnswerType.OPEN_ENTRY:
        return "MULTICHOICE"
    return "SHORTANSWER_C" if blank.algorithm == ScoringAlgorithm.TEXT_EQUIVALENCE else "SHORTANSWER"


def _words(question: RichFillBlankQuestion, blank: Blank) -> list[tuple[str, float]]:
    if blank.answer_type == AnswerType.DROPDOWN:
        return [(one.item_body or "", float(one.id == blank.right)) for one in blank.choices]
    if blank.answer_type == AnswerType.WORDBANK:
        return [(one.item_body or "", float(one.id == blank.right)) for one in question.word_bank]
    if blank.algorithm == ScoringAlgorithm.TEXT_REGEX:
        return [(blank.text, 1.0)]
    texts = [text.replace("*", r"\*") for text in blank.accepted]
    if blank.algorithm == ScoringAlgorithm.TEXT_CONTAINS_ANSWER:
        texts = [f"*{text}*" for text in texts[:1]]
    return [(text, 1.0) for text in texts]


def _cloze(text: str) -> str:
    """A text in which nothing is taken for a sign of cloze: as entities, which Moodle reads after them."""
    safe = escape(text, quote=False).replace("#", "&num;")
    return re.sub(r"[~}\"=%\\]", lambda found: f"&#{ord(found[0])};", safe)
