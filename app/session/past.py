"""The kept versions of one quiz."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.library.row import HistoryRow
from app.models.quiz import Quiz


@dataclass(frozen=True, slots=True)
class Past:
    """`rows` lists them, the newest first; `version` reads one by its number."""

    rows: Callable[[], Sequence[HistoryRow]]
    version: Callable[[int], Quiz]
