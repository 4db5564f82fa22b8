"""What the benchmarks found, beside the goals: printed, never asserted (decisions 31)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Literal

Unit = Literal["ms", "s", "MB", "×", "requests", "lists"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number; smaller is better. Without a goal it is only told."""

    what: str
    value: float
    unit: Unit
    goal: float | None = None
    detail: str = ""

    @property
    def verdict(self) -> str:
        """✓ where the goal is met, ✗ where it is missed."""
        if self.goal is None:
            return ""
        return "✓" if self.value <= self.goal else "✗"

    def cells(self) -> tuple[str, str, str, str, str]:
        """The columns of the table."""
        goal = "" if self.goal is None else f"≤ {_shown(self.goal, self.unit)}"
        return self.what, _shown(self.value, self.unit), goal, self.verdict, self.detail


@dataclass
class Figures:
    """Everything that one run measured, in its order."""

    rows: list[Figure] = field(default_factory=list)

    def note(self, what: str, value: float, unit: Unit, *, goal: float | None = None, detail: str = "") -> None:
        """Keep one number."""
        self.rows.append(Figure(what, value, unit, goal, detail))

    def note_p95(self, what: str, samples: Sequence[float], *, goal: float | None = None) -> None:
        """Keep the 95th percentile of milliseconds, and tell median, largest and number beside it."""
        detail = f"median {median(samples):.1f}, largest {max(samples):.1f}, n {len(samples)}"
        self.note(f"{what}, p95", p95(samples), "ms", goal=goal, detail=detail)

    def note_median(self, what: str, samples: Sequence[float], *, goal: float | None = None) -> None:
        """Keep the median of milliseconds, and tell the smallest, the largest and their number beside it."""
        detail = f"{min(samples):.0f} to {max(samples):.0f}, n {len(samples)}"
        self.note(f"{what}, median", median(samples), "ms", goal=goal, detail=detail)

    def lines(self) -> list[str]:
        """The table, a line for each number under its heads."""
        table = [("what", "measured", "goal", "", ""), *(row.cells() for row in self.rows)]
        widths = [max(len(cells[column]) for cells in table) for column in range(4)]
        return [_line(cells, widths) for cells in table]


def p95(samples: Sequence[float]) -> float:
    """The smallest sample that at least 95 of 100 do not exceed."""
    ordered = sorted(samples)
    return ordered[-(-len(ordered) * 95 // 100) - 1]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    what, measured, goal, verdict, detail = cells
    shown = (what.ljust(widths[0]), measured.rjust(widths[1]), goal.rjust(widths[2]), verdict.ljust(widths[3]), detail)
    return "  ".join(shown).rstrip()


def _shown(value: float, unit: Unit) -> str:
    digits = 2 if unit in ("×", "s") else 1 if value < 100 and unit == "ms" else 0
    return f"{value:.{digits}f} {unit}"
