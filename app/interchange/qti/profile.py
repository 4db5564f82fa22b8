"""What the one writer of QTI 1.2 writes for whom."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.interchange.qti.draft import Draft
from app.message import Message
from app.models.entry import Stimulus
from app.models.question import Question
from app.models.quiz import Quiz

Writer = tuple[str, Callable[[Any, Draft], None]]
"""`question_type`, and what writes the question."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A reader that files are written for.

    `keeps`: the parts (`left.py`) that questions keep there; `fields`: the fields of metadata that it knows, None for
    all; `refers`: whether it finds feedback by conditions that show it; `settings` writes the document of a quiz from
    its name and instructions, `left` says what of the quiz is not in it.
    """

    writers: Mapping[type[Question], Writer]
    keeps: frozenset[str]
    stimulus: Callable[[Stimulus, Draft], None]
    settings: Callable[[Quiz, str, str], bytes]
    left: Callable[[Quiz], tuple[Message, ...]]
    fields: frozenset[str] | None = None
    refers: bool = False
