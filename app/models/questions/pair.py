"""One pair of a matching question, and the list of answers that students choose from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal
from uuid import uuid4
from zlib import crc32

Side = Literal["prompt", "answer"]
SIDES: Final[tuple[Side, Side]] = ("prompt", "answer")
"""The left and the right side."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A prompt and its right answer, plain text both; `id` is the prompt's, kept for life."""

    id: str
    prompt: str = ""
    answer: str = ""

    @classmethod
    def new(cls) -> "Pair":
        """An empty pair with an id of its own."""
        return cls(str(uuid4()))

    def with_side(self, side: Side, text: str) -> "Pair":
        """The pair with another text on one side."""
        return Pair(self.id, text, self.answer) if side == "prompt" else Pair(self.id, self.prompt, text)


def mixed(
    before: Iterable[str], renamed: Mapping[str, str], pairs: Iterable[Pair], distractors: Iterable[str]
) -> tuple[str, ...]:
    """Every answer and distractor once, without blank ones, in the order in which students see them.

    What was there before keeps its place, and so does a text that was `renamed`. A new one gets a place that depends
    on its id alone, so that the order does not give the pairs away (the Canvas editor mixes them too).
    """
    named = [(pair.answer, pair.id) for pair in pairs] + [(text, text) for text in distractors]
    keys = {text: key for text, key in reversed(named) if text}
    kept = (text if text in keys else renamed.get(text, "") for text in before)
    answers = list(dict.fromkeys(text for text in kept if text in keys))
    for text in dict.fromkeys(text for text, _ in named if text):
        if text not in answers:
            answers.insert(crc32(keys[text].encode()) % (len(answers) + 1), text)
    return tuple(answers)
