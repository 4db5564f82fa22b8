"""The write-intent journal: what was about to be sent, kept before it is sent and settled after it."""

from dataclasses import dataclass
from enum import StrEnum

from app.sync.unit import Units


class IntentKind(StrEnum):
    """Which write was about to be sent; `BRING` is about to be made here, for a row of Canvas that is new."""

    CREATE_QUIZ = "create quiz"
    UPDATE_QUIZ = "update quiz"
    CREATE = "create"
    REPLACE = "replace"
    UPDATE = "update"
    DELETE = "delete"
    DELETE_REPLACED = "delete replaced"
    MOVE = "move"
    BRING = "bring"
    UPLOAD = "upload"


@dataclass(frozen=True, slots=True)
class Replaced:
    """The row in whose place another one was made; `units` as they stood there when that was decided."""

    canvas_id: str
    units: Units


@dataclass(frozen=True, slots=True)
class Intent:
    """One write. `units` are those that it sets, or that a replaced row had; `known` the ids that Canvas had before.

    `sent_at` in epoch seconds: when it was journalled, or when its answer was given up where that is known.
    """

    id: str
    kind: IntentKind
    item_id: str
    canvas_id: str | None
    units: Units
    known: frozenset[str]
    sent_at: float
