"""Reading Aiken: a question, options A. or A), and a line "ANSWER: B". Moodle's importer defines it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.interchange.maker import Answer, choice, plain
from app.interchange.material import Found, Material
from app.interchange.source import Source
from app.message import message
from app.models.item import Item

_OPTION = re.compile(r"\s*([A-Za-z])\s*(?:\.\s|\))\s*(.*)")
_ANSWER = re.compile(r"\s*ANSWERS?\s*:\s*(.*?)\s*", re.IGNORECASE)


@dataclass
class _Block:
    line: int
    stem: list[str] = field(default_factory=list)
    options: dict[str, str] = field(default_factory=dict)
    last: str = ""


def fits(source: Source) -> bool:
    """Whether there is an answer line below options."""
    lines = source.text.splitlines()[:400]
    return any(_ANSWER.fullmatch(line) for line in lines) and any(_OPTION.fullmatch(line) for line in lines)


def read(source: Source) -> tuple[Material, ...]:
    """One quiz."""
    return (Material(source.title, tuple(_found(source))),)


def _found(source: Source) -> Iterator[Found]:
    block: _Block | None = None
    lines = source.text.splitlines()
    parted = False
    for number, line in enumerate(lines, start=1):
        source.step(number, len(lines))
        answer, option = _ANSWER.fullmatch(line), _OPTION.fullmatch(line)
        if answer is not None:
            if block is None:
                why = message("This is the key of no question: none stands above it.")
                yield Found(f"line {number}", None, refused=why, source=line.strip())
            else:
                yield _question(block, answer[1])
            block = None
        elif line.strip():
            if block is not None and parted and option is None and len(block.options) > 1:
                yield _question(block, "")  # whose answer line is missing: it must not eat the next one
                block = None
            block = block or _Block(number)
            _take(block, line, option)
        parted = not line.strip()
    if block is not None:
        yield _question(block, "")


def _take(block: _Block, line: str, option: re.Match[str] | None) -> None:
    """Put a line where it belongs: a stem or an option may go on over several lines."""
    if option is not None and option[1].upper() == chr(ord("A") + len(block.options)):
        block.last = option[1].upper()
        block.options[block.last] = option[2]
    elif block.last:
        block.options[block.last] += f"\n{line}"
    else:
        block.stem.append(line)


def _question(block: _Block, key: str) -> Found:
    where, keys = f"line {block.line}", {letter.strip().upper() for letter in re.split(r"[,\s]+", key) if letter}
    if not block.stem or len(block.options) < 2:
        options = (f"{letter}. {text}" for letter, text in block.options.items())
        source = "\n".join((*block.stem, *options))
        return Found(where, None, refused=message("This is no question with options A, B … below it."), source=source)
    lost = []
    if len(keys) > 1:
        lost.append(message("Several right answers ({key}): Aiken has one. The first is taken.", key=key))
    right = next((letter for letter in block.options if letter in keys), None)
    if right is None:
        lost.append(message("No right answer: the key names none of the options."))
    answers = [Answer(plain(text), 1 if letter == right else 0) for letter, text in block.options.items()]
    question, more = choice(plain("\n".join(block.stem)), answers)
    return Found(where, Item.of(question), (*lost, *more))
