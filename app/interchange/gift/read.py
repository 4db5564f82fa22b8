"""Reading GIFT: questions in a text, parted by blank lines, answers in braces."""

import re

from app.interchange.gift.answers import Choice, choices, parted, without_general
from app.interchange.gift.block import Block, Unreadable, blocks, parsed
from app.interchange.gift.number import numeric_answers
from app.interchange.gift.text import html_of_text, is_markdown, unescaped
from app.interchange.maker import (
    Answer,
    accepted,
    blank_place,
    choice,
    essay,
    fill_blank,
    matching,
    multi_answer,
    numeric,
    true_false,
    varies,
    with_points_by_answer,
)
from app.interchange.material import Found, Material
from app.interchange.pictures import Pictures
from app.interchange.rich import cleaned, words
from app.interchange.source import Source
from app.message import Message, message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.choice import ChoiceQuestion

_TRUTH = {"t": True, "true": True, "f": False, "false": False}
_BRACED = re.compile(r"(?<!\\)\{[^{}]*(?:\\.[^{}]*)*\}", re.DOTALL)
Read = tuple[Question, list[Message]]


def fits(source: Source) -> bool:
    """Whether there are braces with answers, or a title between colons."""
    head = source.text[:20_000]
    if head.lstrip().startswith(("<", "{\\rtf", "PK")):
        return False
    return any(_is_answers(found[0][1:-1]) for found in _BRACED.finditer(head)) or "\n::" in f"\n{head}"


def read(source: Source) -> tuple[Material, ...]:
    """One quiz; categories become tags."""
    pictures = Pictures()
    found = []
    every = list(blocks(source.text))
    for done, (line, category, text) in enumerate(every, start=1):
        source.step(done, len(every))
        found.append(_found(line, category, text, pictures))
    return (Material(source.title, tuple(found), media=pictures.media),)


def _is_answers(inside: str) -> bool:
    text = inside.strip()
    return not text or text[0] in "=~#" or text.partition("#")[0].strip().lower() in _TRUTH


def _found(line: int, category: str, text: str, pictures: Pictures) -> Found:
    where = f"line {line}"
    try:
        block = parsed(line, category, text)
        question, lost = _question(block)
    except Unreadable as error:
        shown = message('{why} It begins with "{text}".', why=error.why, text=" ".join(text.split())[:60])
        return Found(where, None, refused=shown, source=text)
    question, gone = cleaned(question, pictures)
    if block.title:
        question = question.replaced(title=unescaped(block.title).strip())
    item = Item.of(question)
    tags = tuple(tag for tag in category.replace("$course$", "").replace("$cat1$", "").split("/") if tag.strip())
    if tags:
        item = item.with_local(item.local.replaced(tags=tuple(tag.strip() for tag in tags)))
    return Found(where, item, (*lost, *gone))


def _question(block: Block) -> Read:
    if block.answers is None:
        raise Unreadable(message("A text without answers: Canvas has no such question."))
    inside, general = without_general(block.answers)
    question, lost = _of_answers(block, inside.strip())
    if is_markdown(block.before):
        lost.append(message("Markdown: it stands as it was written."))
    if general:
        question = question.with_feedback("neutral", html_of_text(general))
    return question, lost


def _of_answers(block: Block, inside: str) -> Read:
    stem = html_of_text(f"{block.before}{'_____' if block.after.strip() else ''}{block.after}")
    if not inside:
        return essay(stem), []
    truth, feedback = parted(inside)
    if truth.strip().lower() in _TRUTH:
        return _true_false(stem, _TRUTH[truth.strip().lower()], feedback)
    if inside.startswith("#"):
        answers, lost = numeric_answers(inside[1:])
        return numeric(stem, answers), lost
    every = choices(inside)
    pairs = [one.pair for one in every]
    if every and all(one.sign == "=" for one in every):
        if all(pairs):
            return _matching(stem, every)
        return _short_answer(block, every)
    return _choices(stem, every)


def _true_false(stem: str, right: bool, feedback: str) -> Read:
    """Feedback for a wrong answer, then for a right one."""
    question: Question = true_false(stem, right)
    wrong, told = parted(feedback)
    for kind, text in (("incorrect", wrong), ("correct", told)):
        if text.strip():
            question = question.with_feedback(kind, html_of_text(text))
    return question, []


def _matching(stem: str, every: list[Choice]) -> Read:
    rows = [one.pair or ("", "") for one in every]
    pairs = [(words(html_of_text(left)), words(html_of_text(right))) for left, right in rows]
    lost = [message("Feedback of single pairs.")] if any(one.feedback for one in every) else []
    distractors = [right for left, right in pairs if not left]
    return matching(stem, [pair for pair in pairs if pair[0]], distractors, partial=True), lost


def _short_answer(block: Block, every: list[Choice]) -> Read:
    """Accepted words; a `*` at both ends of a single one means that it has to be contained."""
    lost: list[Message] = []
    if any(one.weight < 1 for one in every):
        lost.append(message("Answers that earn a part of the points: Canvas gives all for them."))
    if any(one.feedback for one in every):
        lost.append(message("Feedback of single answers: Canvas has none for blanks."))
    texts = [unescaped(one.text) for one in every]
    if len(texts) == 1 and len(texts[0]) > 2 and texts[0].startswith("*") and texts[0].endswith("*"):
        blank = accepted([texts[0].strip("*")], contains=True)
    else:
        if any("*" in text for text in texts):
            lost.append(message("A * that stands for any letters: Canvas takes it as it is written."))
        blank = accepted(texts)
    before, after = html_of_text(block.before), block.after.strip()
    if not after:
        return fill_blank(before, [blank]), lost
    whole = html_of_text(f"{block.before}{_MARK}{block.after}")
    return fill_blank(whole.replace(_MARK, blank_place(blank)), [blank]), lost


_MARK = "\ue000"
"""Stands where the blank is while the text around it is read; nobody types it."""


def _choices(stem: str, every: list[Choice]) -> Read:
    answers = [
        Answer(html_of_text(one.text), one.weight, html_of_text(one.feedback) if one.feedback else "") for one in every
    ]
    several = sum(answer.right for answer in answers) > 1
    if several and not any(one.sign == "=" for one in every):
        question, gone = multi_answer(stem, answers, partial=True)
        return question, list(gone)
    made, gone = choice(stem, answers)
    marked = [place for place, one in enumerate(every) if one.sign == "=" and answers[place].right]
    if len(marked) == 1 and isinstance(made, ChoiceQuestion):  # others may earn as much
        made = made.with_right(made.choices[marked[0]].id)
    lost = [*gone, *(() if any(answer.right for answer in answers) else (_NO_KEY,))]
    if varies(answers) and isinstance(made, ChoiceQuestion):
        return with_points_by_answer(made, answers, 1), lost
    return made, lost


_NO_KEY = message("No right answer: the file has none.")
