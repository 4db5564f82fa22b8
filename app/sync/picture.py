"""Which pictures have to go up before what a plan sends. Pure: added when it is decided what is sent."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from app.sync.side import Mine
from app.sync.step import CreateQuiz, Plan, UpdateQuiz, Upload, UploadFile
from app.sync.unit import quiz_units
from app.sync.wire import unsent_hot_spots, unsent_texts


def with_uploads(plan: Plan, mine: Mine) -> Plan:
    """The plan with an upload for each hot spot, and one for each new picture in the texts that it sends."""
    uploads: list[Upload] = []
    named: dict[str, list[str]] = {}
    for item_id, value in _sent(plan, mine):
        uploads += [Upload(item_id, reference, mine.size(reference)) for reference in unsent_hot_spots(value)]
        for reference in unsent_texts(value):
            named.setdefault(reference, []).append(item_id)
    files = (UploadFile(reference, tuple(ids), mine.size(reference)) for reference, ids in named.items())
    return replace(plan, uploads=tuple(uploads), files=tuple(files))


def _sent(plan: Plan, mine: Mine) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """What is sent, by our ids; "" is the quiz itself."""
    if isinstance(plan.quiz, CreateQuiz):
        yield "", quiz_units(plan.quiz.payload)
    elif isinstance(plan.quiz, UpdateQuiz):
        yield "", _named(mine.quiz_units, plan.quiz.units)
    for create in plan.creates:
        yield create.item_id, mine.units(create.item_id)
    for update in plan.updates:
        yield update.item_id, _named(mine.units(update.item_id), update.units)


def _named(units: Mapping[str, Any], names: frozenset[str]) -> dict[str, Any]:
    return {name: units[name] for name in names if name in units}
