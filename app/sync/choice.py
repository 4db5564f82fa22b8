"""What the person chose of a plan: one direction, some questions, a side for each conflict."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.message import message
from app.sync.side import Theirs
from app.sync.step import BringUnits, Conflict, Held, Plan, UpdateItem, UpdateQuiz


class Side(StrEnum):
    """Whose value wins a conflict."""

    MINE = "mine"
    CANVAS = "canvas"


@dataclass(frozen=True, slots=True)
class Selection:
    """`only` names the items that may be sent, None all; `decided` by (item id, unit), `prefer` for all others.

    `fetch_from` are hosts beside Canvas from which the person lets pictures of texts be fetched.
    """

    pull_only: bool = False
    only: frozenset[str] | None = None
    prefer: Side | None = None
    decided: Mapping[tuple[str, str], Side] = field(default_factory=dict)
    deletions_confirmed: bool = False
    fetch_from: frozenset[str] = frozenset()


def chosen(plan: Plan, selection: Selection, theirs: Theirs | None, canvas_ids: Mapping[str, str]) -> Plan:
    """The plan that is carried out, without its uploads. `canvas_ids`: our item id → Canvas's."""
    if theirs is not None:
        plan = _decided(plan, selection, theirs, canvas_ids)
    if selection.pull_only:
        return replace(
            plan,
            quiz=None,
            creates=(),
            updates=(),
            deletes=(),
            held=(),  # nothing waits to be sent: a draft with errors is no news for a pull
            moved=0,
            brake=None,
            moves_allowed=False,
        )
    if selection.only is not None:
        plan = _only(plan, selection.only)
    return _braked(plan) if plan.brake and not selection.deletions_confirmed else plan


def _only(plan: Plan, items: frozenset[str]) -> Plan:
    return replace(
        plan,
        quiz=None if isinstance(plan.quiz, UpdateQuiz) else plan.quiz,
        moved=0,
        moves_allowed=False,
        bring_quiz=frozenset(),
        creates=tuple(step for step in plan.creates if step.item_id in items),
        updates=tuple(step for step in plan.updates if step.item_id in items),
        deletes=tuple(step for step in plan.deletes if step.item_id in items),
        brings=tuple(step for step in plan.brings if step.item_id in items),
        conflicts=tuple(step for step in plan.conflicts if step.item_id in items),
        held=tuple(step for step in plan.held if step.item_id in items),
    )


def _braked(plan: Plan) -> Plan:
    reason = message("So many deletions are only sent when you confirm them.")
    held = tuple(Held(step.item_id, reason) for step in plan.deletes)
    return replace(plan, deletes=(), held=(*plan.held, *held))


def _decided(plan: Plan, selection: Selection, theirs: Theirs, canvas_ids: Mapping[str, str]) -> Plan:
    sides = {
        (c.item_id, c.unit): side
        for c in plan.conflicts
        if (side := selection.decided.get((c.item_id, c.unit), selection.prefer)) is not None
    }
    mine = [c for c in plan.conflicts if sides.get((c.item_id, c.unit)) is Side.MINE]
    canvas = [c for c in plan.conflicts if sides.get((c.item_id, c.unit)) is Side.CANVAS]
    open_ones = tuple(c for c in plan.conflicts if (c.item_id, c.unit) not in sides)
    plan = replace(plan, conflicts=open_ones)
    for conflict in mine:
        plan = _sent(plan, conflict, canvas_ids)
    for conflict in canvas:
        plan = _brought(plan, conflict, theirs, canvas_ids)
    return plan


def _sent(plan: Plan, conflict: Conflict, canvas_ids: Mapping[str, str]) -> Plan:
    unit = frozenset({conflict.unit})
    if not conflict.item_id:
        before = plan.quiz if isinstance(plan.quiz, UpdateQuiz) else UpdateQuiz(frozenset())
        over = {**before.over, conflict.unit: conflict.theirs}
        return replace(plan, quiz=UpdateQuiz(before.units | unit, over))
    mine = [step for step in plan.updates if step.item_id == conflict.item_id]
    step = mine[0] if mine else UpdateItem(conflict.item_id, canvas_ids[conflict.item_id], frozenset())
    step = replace(step, units=step.units | unit, over={**step.over, conflict.unit: conflict.theirs})
    return replace(plan, updates=(*(other for other in plan.updates if other not in mine), step))


def _brought(plan: Plan, conflict: Conflict, theirs: Theirs, canvas_ids: Mapping[str, str]) -> Plan:
    unit = frozenset({conflict.unit})
    if not conflict.item_id:
        return replace(plan, bring_quiz=plan.bring_quiz | unit)
    raw = theirs.by_id[canvas_ids[conflict.item_id]]
    units, agreed = unit, frozenset[str]()
    others = []
    for step in plan.brings:
        if isinstance(step, BringUnits) and step.item_id == conflict.item_id:
            units, agreed = units | step.units, step.agreed
        else:
            others.append(step)
    return replace(plan, brings=(*others, BringUnits(conflict.item_id, raw, units, agreed)))
