"""From one problem of a quiz to the next."""

from collections.abc import Iterator, Sequence

from app.models.item import Item
from app.session.document import Document

Stop = tuple[str, str]
"""Item id, "" for the quiz itself, and the field."""


class ProblemWalk:
    """Goes to the first problem of each question, then to each field of the quiz that has one, then from the top."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._field = ""

    def next(self, item_id: str, *, at_quiz: bool) -> Stop | None:
        """The next stop after an item, or after the last field while a person is `at_quiz`; None if all is well."""
        stop = next(self._stops(item_id, at_quiz), None)
        self._field = stop[1] if stop is not None and not stop[0] else ""
        return stop

    def _stops(self, item_id: str, at_quiz: bool) -> Iterator[Stop]:
        items, place = self._document.quiz.items, self._document.quiz.places.get(item_id, -1) + 1
        fields = list(dict.fromkeys(one.field for one in self._document.quiz_problems()))
        if not at_quiz:
            yield from self._of_items(items[place:])
        past = fields.index(self._field) + 1 if at_quiz and self._field in fields else 0
        yield from (("", field) for field in fields[past:])
        yield from self._of_items(items)
        yield from (("", field) for field in fields)

    def _of_items(self, items: Sequence[Item]) -> Iterator[Stop]:
        for item in items:
            if self._document.problem_count(item.id):
                problems = self._document.problems(item.id)
                yield item.id, problems[0].field if problems else "item_body"
