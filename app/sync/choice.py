"""What the person chose of a plan: one direction, some questions, the rows that are ticked, a side for conflicts."""

from dataclasses import dataclass, replace
from enum import StrEnum

from app.message import message
from app.sync.step import ORDER, BringUnits, CreateQuiz, Held, Plan, RemoveItem, UpdateQuiz, Way, tick_id

Tick = tuple[Way, str]
"""A row of the plan: which way, and the id of its item, "" for the quiz itself, Canvas's for what is new there.

`ORDER` stands for the order of the questions, which goes both ways or none: half of it would look like another move.
"""


class Side(StrEnum):
    """Whose value wins a conflict."""

    MINE = "mine"
    CANVAS = "canvas"


@dataclass(frozen=True, slots=True)
class Selection:
    """`only` names the items that the sync is about, None all; `left` the rows that the person unticked.

    `prefer` decides every conflict. `fetch_from` are hosts beside Canvas from which the person lets pictures of texts
    be fetched.
    """

    pull_only: bool = False
    only: frozenset[str] | None = None
    left: frozenset[Tick] = frozenset()
    prefer: Side | None = None
    brake_released: bool = False
    fetch_from: frozenset[str] = frozenset()


def chosen(plan: Plan, selection: Selection) -> Plan:
    """The plan that is carried out, without its uploads."""
    if selection.pull_only:
        plan = _pulled(plan)
    if selection.only is not None:
        plan = _only(plan, selection.only)
    if selection.left:
        plan = _without(plan, selection.left)
    return plan if selection.brake_released else _braked(plan)


def all_but(plan: Plan, only: frozenset[str]) -> frozenset[Tick]:
    """Everything but some questions, where the person wants to send those alone."""
    if not only:
        return frozenset()
    return frozenset((way, one) for way in (Way.TO_CANVAS, Way.FROM_CANVAS) for one in plan.tick_ids - only)


def is_rest(plan: Plan, agreed: Plan) -> bool:
    """Whether a plan is what is left of the one that was agreed on: nothing in it is new to the person."""
    return (
        _sent_ids(plan) <= _sent_ids(agreed)
        and _brought_ids(plan) <= _brought_ids(agreed)
        and {(one.item_id, one.unit) for one in plan.conflicts} <= {(one.item_id, one.unit) for one in agreed.conflicts}
        and (plan.brake, plan.brake_here) in {(None, None), (agreed.brake, agreed.brake_here)}
    )


def _sent_ids(plan: Plan) -> set[str]:
    ids = {step.item_id for step in plan.creates} | {step.item_id for step in plan.updates}
    ids |= {step.item_id for step in plan.deletes}
    return ids | ({""} if plan.quiz else set()) | ({ORDER} if plan.moved else set())


def _brought_ids(plan: Plan) -> set[str]:
    ids = {tick_id(step) for step in plan.brings}
    return ids | ({""} if plan.bring_quiz else set()) | ({ORDER} if plan.brings_order else set())


def _pulled(plan: Plan) -> Plan:
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


def _without(plan: Plan, left: frozenset[Tick]) -> Plan:
    """What is unticked waits for the next sync. A quiz that is new cannot be left out: its questions need it."""
    stays = {item_id for way, item_id in left if way is Way.TO_CANVAS}
    waits = {item_id for way, item_id in left if way is Way.FROM_CANVAS}
    if ORDER in stays | waits:
        plan = replace(plan, moved=0, brings_order=False, moves_allowed=False)
    brings = [
        replace(step, units=frozenset()) if isinstance(step, BringUnits) and tick_id(step) in waits else step
        for step in plan.brings
    ]
    return replace(
        plan,
        quiz=plan.quiz if isinstance(plan.quiz, CreateQuiz) or "" not in stays else None,
        bring_quiz=frozenset() if "" in waits else plan.bring_quiz,
        uploads=tuple(step for step in plan.uploads if step.item_id not in stays),
        files=tuple(step for step in plan.files if not stays.issuperset(step.item_ids)),
        creates=tuple(step for step in plan.creates if step.item_id not in stays),
        updates=tuple(step for step in plan.updates if step.item_id not in stays),
        deletes=tuple(step for step in plan.deletes if step.item_id not in stays),
        brings=tuple(
            step for step in brings if tick_id(step) not in waits or (isinstance(step, BringUnits) and step.agreed)
        ),
    )


def _braked(plan: Plan) -> Plan:
    """Many deletions, on either side, wait for the person; the rest goes on."""
    held: list[Held] = []
    if plan.brake is not None:
        reason = message("So many deletions are only sent when you confirm them.")
        held += [Held(step.item_id, reason, step.raw) for step in plan.deletes]
        plan = replace(plan, deletes=())
    if plan.brake_here is not None:
        reason = message("So many questions are only deleted here when you confirm it.")
        held += [Held(step.item_id, reason) for step in plan.brings if isinstance(step, RemoveItem)]
        plan = replace(plan, brings=tuple(step for step in plan.brings if not isinstance(step, RemoveItem)))
    return replace(plan, held=(*plan.held, *held))
