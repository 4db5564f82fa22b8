"""Reading lists of questions as people type them: numbers, letters, a star or a key; as Respondus has them too."""

import re
from collections.abc import Iterable, Iterator, Sequence

from app.interchange.maker import (
    Answer,
    Made,
    accepted,
    blank_place,
    categorization,
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
from app.interchange.number import plain_number
from app.interchange.pictures import Pictures
from app.interchange.rich import cleaned
from app.interchange.source import Source, Step
from app.interchange.text_list.block import Block, Option, blocks
from app.interchange.text_list.line import Line
from app.interchange.text_list.number import numbers
from app.message import Message, message
from app.models.item import Item
from app.models.number import decimal_of, typed_number
from app.models.questions.file_upload import FileUploadQuestion

_GAP = re.compile(r"_{3,}")
_TYPES = {
    **dict.fromkeys(("e", "essay", "es", "sa", "short answer"), "essay"),
    **dict.fromkeys(("f", "fib", "fill in the blank", "fill-in-the-blank", "blank"), "blank"),
    **dict.fromkeys(("mr", "ma", "multiple answers", "multiple response"), "multi"),
    **dict.fromkeys(("mt", "mat", "matching"), "matching"),
    **dict.fromkeys(("ord", "ordering", "order"), "ordering"),
    **dict.fromkeys(("num", "numeric", "numerical"), "number"),
    **dict.fromkeys(("cat", "categorization", "categories"), "categories"),
    **dict.fromkeys(("upl", "upload", "file upload"), "upload"),
    **dict.fromkeys(("tf", "t/f", "true/false", "true or false"), "truth"),
    **dict.fromkeys(("mc", "multiple choice"), "choice"),
}
_TRUE = frozenset({"true", "t", "yes", "wahr", "richtig"})
_FALSE = frozenset({"false", "f", "no", "falsch"})


def fits(source: Source) -> bool:
    """Whether a numbered line has lettered ones below it, or a line that gives its answer."""
    lines = [Line.typed(number, text) for number, text in enumerate(source.text.split("\n")[:300], start=1)]
    found, _ = blocks(lines)
    return is_list(found)


def is_list(found: Iterable[Block]) -> bool:
    """Whether one of these is a question beyond doubt."""
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
    return Found(block.place, Item.of(question, points=1 if points is None else plain_number(points)), (*lost, *gone))


def _question(block: Block) -> Made | Message:
    """The question that a block is, or why it is none."""
    kind = _TYPES.get(block.says.get("type", "").strip().lower()) or _guessed(block)
    stem = _stem(block)
    if kind == "essay":
        return essay(stem, block.says.get("grading notes", "")), ()
    if kind == "upload":
        return FileUploadQuestion.new().replaced(item_body=stem), ()
    if kind == "truth":
        return _truth(block, stem)
    if kind == "blank":
        return _blank(block)
    if kind == "number":
        answers = numbers(block.says.get("answer", ""))
        return numeric(stem, answers), () if answers else (_NO_KEY,)
    if kind == "matching":
        return _matching(block, stem)
    if kind == "categories":
        return _categories(block, stem)
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
    if numbers(answer):
        return "number"
    return "blank" if answer else ""


def _keys(block: Block) -> set[str]:
    """The letters that the key names."""
    answer = block.says.get("answer", "")
    letters = re.split(r"[\s,;/]+|\band\b", answer.strip().lower())
    return {letter.strip("().") for letter in letters if len(letter.strip("().")) == 1}


def _right(block: Block) -> list[bool]:
    """Which options are right: starred or standing out, else named by the key, by letter or by their words."""
    marked = [option.marked for option in block.options]
    if any(marked) and (not all(marked) or all(option.starred for option in block.options)):
        return marked
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


def _stem(block: Block) -> str:
    """Every line a paragraph; a table is one already."""
    return "".join(html if html.startswith("<table") else f"<p>{html}</p>" for html in block.stem)


def _blank(block: Block) -> Made:
    """Every option, or what the key lists, is accepted; a line of underscores is where the blank stands."""
    listed = [text for name, text in block.says.items() if name.startswith("blank")]
    if listed:
        return _blanks(block, [_parts(text, r"\s\|\s") for text in listed])
    texts = [option.text for option in block.options] or _parts(block.says.get("answer", ""), "[;|]")
    made, lost = _blanks(block, [texts])
    if len(_GAP.findall(_stem(block))) > 1:
        lost = (*lost, message("Several gaps with one answer: the first is the blank."))
    return made, lost


def _parts(text: str, sign: str) -> list[str]:
    return [part.strip() for part in re.split(sign, text) if part.strip()]


def _blanks(block: Block, texts: Sequence[Sequence[str]]) -> Made:
    """A blank for each list of accepted texts, in the place of a gap."""
    blanks = [accepted(one) for one in texts]
    body = _stem(block)
    for blank in blanks:
        before, gap, after = _parted_at_gap(body)
        body = "".join((before, blank_place(blank) if gap else "", after))
    return fill_blank(body, blanks), () if all(texts) else (_NO_KEY,)


def _parted_at_gap(body: str) -> tuple[str, str, str]:
    """The text before the first gap, the gap, the text behind it; all of it before where there is none."""
    found = _GAP.search(body)
    return (body, "", "") if found is None else (body[: found.start()], found[0], body[found.end() :])


def _matching(block: Block, stem: str) -> Made | Message:
    pairs = list(_pairs(block))
    if len(pairs) < len(block.options) or not pairs:
        return message("A pair has no = between its sides.")
    wrong = [right for left, right in pairs if not left]
    return matching(stem, [pair for pair in pairs if pair[0]], wrong), ()


def _categories(block: Block, stem: str) -> Made | Message:
    """Answer = category; an answer without one belongs nowhere."""
    pairs = list(_pairs(block))
    if len(pairs) < len(block.options) or not pairs:
        return message("A pair has no = between its sides.")
    return categorization(stem, pairs), ()


def _pairs(block: Block) -> Iterator[tuple[str, str]]:
    """The sides of each option; those with an arrow in all of them may have = in their words."""
    arrows = all("→" in option.text for option in block.options)
    for option in block.options:
        left, sign, right = option.text.partition("→" if arrows else "=")
        if sign:
            yield left.strip(), right.strip()
