"""Which moves of questions between open quizzes hang on which: no question can be taken from where it is not.

A question that went from one quiz to a second and on to a third has a journey. To take the first move back, the second
one is taken back before; to make the second one again, the first one is made again before; and whoever goes another way
from a stop on it leaves the old way first. With that, a question is in exactly one quiz whatever is undone where.
"""

from collections.abc import Iterable
from typing import Protocol

Place = tuple[str, str]
"""A quiz and the id that a question has there."""


class Travel(Protocol):
    """A move as its journeys see it."""

    is_done: bool

    def bring(self, *, done: bool) -> None:
        """Bring both quizzes into this state, nothing else standing in the way."""


class Journeys:
    """Every move of this run of the program, in the order in which they were made for the first time."""

    def __init__(self) -> None:
        self._questions: dict[Travel, frozenset[Place]] = {}
        self._before: dict[Travel, frozenset[Travel]] = {}
        self._first_places: dict[Place, Place] = {}

    def add(self, move: Travel, ways: Iterable[tuple[Place, Place]]) -> None:
        """A move that is about to be made, with the old and the new place of each question."""
        questions = set()
        for old, new in ways:
            question = self._first_places.get(old, old)
            self._first_places[new] = question
            questions.add(question)
        before = {one: last for last in self._done() for one in self._questions[last] & questions}
        self._questions[move] = frozenset(questions)
        self._before[move] = frozenset(before.values())

    def turn(self, move: Travel, *, done: bool) -> None:
        """Make a move again or take it back, and first whatever has to be before."""
        if move.is_done is not done:
            self.make_way(move, done=done)
            move.bring(done=done)

    def make_way(self, move: Travel, *, done: bool) -> None:
        """Bring its questions to where they are taken from."""
        if not done:
            for later in reversed(self._done()):
                if later.is_done and move in self._before[later]:
                    self.turn(later, done=False)
            return
        way = self._way_to(move)
        for other in reversed(self._done()):
            if other.is_done and other not in way and self._questions[other] & self._questions[move]:
                self.turn(other, done=False)
        for earlier in self._questions:
            if earlier in way:
                self.turn(earlier, done=True)

    def _done(self) -> list[Travel]:
        return [move for move in self._questions if move.is_done]

    def _way_to(self, move: Travel) -> set[Travel]:
        """Every move that had to be made before."""
        way: set[Travel] = set()
        ahead = [move]
        while ahead:
            fresh = self._before[ahead.pop()] - way
            way |= fresh
            ahead += fresh
        return way
