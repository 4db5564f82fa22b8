"""Reading lists of questions as people type them: numbers, letters, a star or a key; as Respondus has them too."""

import re
from collections.abc import Iterable, Iterator

from app.interchange.maker import (
    Answer,
    Made,
    accepted,
    blank_place,
    choice,
    essay,
    fill_blank,
    matching,
    multi_answer,
    numeric,
    ordering,
    plain,
    true_false,
)
from app.interchange.material import Found, Material
from app.interchange.pictures import Pictures
from app.interchange.rich import cleaned
from app.interchange.source import Source, Step
from app.interchange.text_list.block import Block, Option, blocks
from app.interchange.text_list.line import Line
from app.message import Message, message
from app.models.item import Item
from app.models.number import decimal_of, typed_number
from app.models.questions.numeric import ExactAnswer, MarginAnswer

_GAP = re.compile(r"_{3,}")
_TYPES = {
    **dict.fromkeys(("e", "essay", "es", "sa", "short answer"), "essay"),
    **dict.fromkeys(("f", "fib", "fill in the blank", "fill-in-the-blank", "blank"), "blank"),
    **dict.fromkeys(("mr", "ma", "multiple answers", "multiple response"), "multi"),
    **dict.fromkeys(("mt", "mat", "matching"), "matching"),
    **dict.fromkeys(("ord", "ordering", "order"), "ordering"),
    **dict.fromkeys(("num", "numeric", "numerical"), "number"),
    **dict.fromkeys(("tf", "t/f", "true/false", "true or false"), "truth"),
    **dict.fromkeys(("mc", "multiple choice"), "choice"),
}
_TRUE = frozenset({"true", "t", "yes", "wahr", "richtig"})
_FALSE = frozenset({"false", "f", "no", "falsch"})


def fits(source: Source) -> bool:
    """Whether a numbered line has lettered ones below it, or a line that gives its answer."""
    lines = [Line.typed(number, text) for number, text in enumerate(source.text.split("\n")[:300], start=1)]
    found, _ = blocks(lines)
    return any(len(block.options) > 1 or {"answer", "type"} & block.says.keys() for block in found)


def read(source: Source) -> tuple[Material, ...]:
    """One quiz."""
    lines = (Line.typed(number, text) for number, text in enumerate(source.text.split("\n"), start=1))
    return (material(source.title, lines, Pictures(), source.step),)


def material(title: str, lines: Iterable[Line], pictures: Pictures, step: Step) -> Material:
    """The quiz that lines make, whatever they were written in."""
    found, stray = blocks(lines)
    questions = []
    for done, block in enumerate(found, start=1):
        step(done, len(found))
        questions.append(_found(block, pictures))
    shown = " ".join(line.text for line in stray)[:80]
    lost = [message('Lines before the first question: "{text}".', text=shown)] if stray else []
    return Material(title, tuple(questions), media=pictures.media, lost=tuple(lost))


def _found(block: Block, pictures: Pictures) -> Found:
    made = _question(block)
    if isinstance(made, Message):
        return Found(block.place, None, refused=made, source=block.source)
    question, lost = made
    for kind, text in (
        ("correct", block.right),
        ("incorrect", block.wrong),
        ("neutral", block.says.get("feedback", "")),
    ):
        if text:
            question = question.with_feedback(kind, plain(text))
    if title := block.says.get("title"):
        question = question.replaced(title=title)
    question, gone = cleaned(question, pictures)
    points = decimal_of(typed_number(block.says.get("points", "").split(" ")[0]))
    return Found(block.place, Item.of(question, points=float(points) if points else 1), (*lost, *gone))


def _question(block: Block) -> Made | Message:
    """The question that a block is, or why it is none."""
    kind = _TYPES.get(block.says.get("type", "").strip().lower()) or _guessed(block)
    stem = "".join(f"<p>{html}</p>" for html in block.stem)
    if kind == "essay":
        return essay(stem), ()
    if kind == "truth":
        return _truth(block, stem)
    if kind == "blank":
        return _blank(block)
    if kind == "number":
        return _number(block, stem)
    if kind == "matching":
        return _matching(block, stem)
    if kind == "ordering":
        return ordering(stem, [option.html for option in block.options]), ()
    if not block.options:
        return message("It has neither answers nor a type. Write Type: E above it where it is an essay.")
    return _choices(block, stem, several=kind == "multi")


def _guessed(block: Block) -> str:
    texts = {option.text.strip().strip(".").lower() for option in block.options}
    answer = block.says.get("answer", "")
    if len(texts) == 2 and texts & _TRUE and texts & _FALSE:
        return "truth"
    if block.options:
        return "choice"
    if answer.strip().lower() in _TRUE | _FALSE:
        return "truth"
    if typed_number(_with_margin(answer)[0]) is not None:
        return "number"
    return "blank" if answer else ""


def _keys(block: Block) -> set[str]:
    """The letters that the key names."""
    answer = block.says.get("answer", "")
    letters = re.split(r"[\s,;/]+|\band\b", answer.strip().lower())
    return {letter.strip("().") for letter in letters if len(letter.strip("().")) == 1}


def _right(block: Block) -> list[bool]:
    """Which options are right: starred or standing out, else named by the key, by letter or by their words."""
    if any(option.marked for option in block.options) and not all(option.marked for option in block.options):
        return [option.marked for option in block.options]
    keys, words = _keys(block), block.says.get("answer", "").strip().lower()
    return [
        _letter(option, place) in keys or option.text.strip().lower() == words
        for place, option in enumerate(block.options)
    ]


def _letter(option: Option, place: int) -> str:
    """The letter of an option; those behind bullets count from a."""
    return option.label if option.label.isalpha() else chr(ord("a") + place % 26)


def _truth(block: Block, stem: str) -> Made:
    right = next((option.text for option, is_right in zip(block.options, _right(block), strict=True) if is_right), None)
    word = (right or block.says.get("answer", "")).strip().strip(".").lower()
    key = True if word in _TRUE else False if word in _FALSE else None
    lost = () if key is not None else (_NO_KEY,)
    return true_false(stem, key), lost


_NO_KEY = message("No answer is marked as right.")


def _choices(block: Block, stem: str, *, several: bool) -> Made:
    right = _right(block)
    count = sum(right)
    answers = [
        Answer(f"<p>{option.html}</p>", float(is_right)) for option, is_right in zip(block.options, right, strict=True)
    ]
    made, lost = multi_answer(stem, answers, partial=False) if several or count > 1 else choice(stem, answers)
    return made, (*lost, *(() if count else (_NO_KEY,)))


def _blank(block: Block) -> Made:
    """Every option, or what the key lists, is accepted; a line of underscores is where the blank stands."""
    texts = [option.text for option in block.options] or [
        part.strip() for part in re.split(r"[;|]", block.says.get("answer", "")) if part.strip()
    ]
    blank = accepted(texts)
    body = "".join(f"<p>{html}</p>" for html in block.stem)
    gaps = len(_GAP.findall(body))
    lost = () if texts else (_NO_KEY,)
    if gaps > 1:
        lost = (*lost, message("Several gaps with one answer: the first is the blank."))
    return fill_blank(_GAP.sub(lambda _: blank_place(blank), body, count=1), [blank]), lost


def _number(block: Block, stem: str) -> Made:
    value, margin = _with_margin(block.says.get("answer", ""))
    number, off = typed_number(value), typed_number(margin)
    if number is None:
        return numeric(stem, []), (_NO_KEY,)
    return numeric(stem, [MarginAnswer.new(number, off) if off else ExactAnswer.new(number)]), ()


def _with_margin(answer: str) -> tuple[str, str]:
    """A number, and how far an answer may be off: `3.5 ± 0.1`."""
    value, _, margin = answer.replace("+/-", "±").partition("±")
    return value, margin


def _matching(block: Block, stem: str) -> Made | Message:
    pairs = list(_pairs(block))
    if len(pairs) < len(block.options) or not pairs:
        return message("A pair has no = between its sides.")
    return matching(stem, pairs), ()


def _pairs(block: Block) -> Iterator[tuple[str, str]]:
    for option in block.options:
        left, sign, right = option.text.partition("=")
        if sign:
            yield left.strip(), right.strip()
