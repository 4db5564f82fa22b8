"""One sync of one quiz with one course: look, settle what was lost, plan, bring in, send, put in order.

The steps are decided in `plan`, carried out by `send`; here is only their sequence. A run may be cancelled anywhere:
what was journalled and not settled is found by the next one.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from app.canvas.client import CanvasClient
from app.canvas.errors import Invalid, OutcomeUnknown
from app.errors import UserError
from app.message import Message, message
from app.sync.agreement import Agreement, agreed, mine_stays, theirs_comes
from app.sync.brought import settle_brought
from app.sync.carry_out import AT_ONCE, CarryOut, grouped
from app.sync.choice import Selection, Side, chosen
from app.sync.create import GROUP_GONE, created_quiz, found_quiz, group_is_gone
from app.sync.fetch import fetch_pictures
from app.sync.foretold import foretold
from app.sync.held import held_fields, held_reason, reason_of, without_held
from app.sync.intent import IntentKind
from app.sync.ledger import Ledger
from app.sync.look import Known, assignment_or_none, look
from app.sync.outcome import OnProgress, Outcome, Progress, total_of
from app.sync.picture import with_uploads
from app.sync.plan import first_plan, plan
from app.sync.recognise import recognise
from app.sync.regrade import REGRADE, needs_regrading
from app.sync.send import Sender
from app.sync.settle import expected_rows, settle_lost, settle_uploads
from app.sync.side import Base, Mine, Raw, Theirs
from app.sync.step import Conflict, CreateQuiz, Plan, UpdateQuiz, Way
from app.sync.take import take_in
from app.sync.upload import upload_files
from app.sync.wire import unsent_texts, wire_quiz

PASSES = 6
"""A pass that saw an unknown outcome is followed by another (reliability.md 1.6)."""

LOOKS = 5
"""Into so many parts is a grace divided."""

ROUNDING = 1e-6
"""A part of a grace that is no time: what rounding leaves of it would never be over."""

CERTAIN = 2 * 86400.0
"""Seconds after which a write of an earlier sync needs no waiting for. A clock that was set may be a day off."""


class NotSure(UserError):
    """Canvas never showed whether the last writes happened."""

    def __init__(self) -> None:
        super().__init__(
            message("Canvas did not say whether the last changes arrived."),
            message("Nothing is lost here. Sync again in a while: what arrived is recognised, nothing is sent twice."),
        )


@dataclass(frozen=True, slots=True)
class Seams:
    """Time and chance from outside, so that a run can be repeated exactly. `now` in epoch seconds."""

    now: Callable[[], float]
    sleep: Callable[[float], Awaitable[None]]
    new_id: Callable[[], str]


class Sync:
    """A sync of the ledger's quiz. Use once: `preview`, or `run`.

    A preview leaves in `seen` what a run that follows it may take as `known`.
    """

    def __init__(
        self,
        client: CanvasClient,
        ledger: Ledger,
        seams: Seams,
        selection: Selection,
        on_progress: OnProgress,
        known: Known | None = None,
    ) -> None:
        self._known = known if known is not None and known.is_fresh(seams.now()) else None
        self.seen: Known | None = None
        self._client, self._ledger, self._seams, self._selection = client, ledger, seams, selection
        self._on_progress = on_progress
        self._course = ledger.course_id
        self._done, self._total = 0, 0
        self._again = False
        self._waited = 0.0
        self._waiting_since: dict[float, float] = {}
        self._assignment: Raw | None = None
        self.outcome = Outcome()

    @property
    def left(self) -> int:
        """The writes that were planned and are not known to be on Canvas."""
        return self._total - self._done

    async def preview(self) -> Plan:
        """What a run would do now. Lost writes are settled first; that something waits on Canvas is noted."""
        base, theirs = await self._looked(writing=False)
        whole, mine = self._compared(base, theirs)
        if theirs is not None:
            await self._ledger.note_waiting(waiting=whole.brought)
            await self._ledger.note_conflicts(whole.conflicts)
        if decided := self._decided(whole):
            whole, mine = self._compared(agreed(base, self._agreements(decided, base)), theirs)
        return self._chosen(whole, mine)

    async def run(self) -> Outcome:
        """Carry the sync out. Raises CanvasError, QuizGone, NotSure; what was done by then is kept."""
        for _ in range(PASSES):
            self._again = False
            await self._pass()
            if not self._again:
                await self._finish()
                return self.outcome
        raise NotSure

    async def _finish(self) -> None:
        pictures = await fetch_pictures(self._client, self._ledger, self.outcome, self._selection.fetch_from)
        canvas_id = (await self._ledger.base()).canvas_id
        if self._assignment is None and canvas_id is not None:
            self._assignment = await assignment_or_none(self._client, self._course, canvas_id)
        await self._ledger.finish(assignment=self._assignment)
        await self._ledger.note_pictures(here=pictures.here, named=pictures.named)

    async def _looked(self, *, writing: bool) -> tuple[Base, Theirs | None]:
        await settle_uploads(self._ledger)
        base = await settle_brought(self._ledger, await self._ledger.base())
        if base.canvas_id is None:
            base = await self._recovered_quiz(base)
        if base.canvas_id is None:
            return base, None
        self._report(message("Looking at Canvas"))
        title = self._ledger.quiz().title
        expected = expected_rows(base, await self._ledger.lost())
        known, self._known = self._known, None
        theirs = await look(self._client, self._course, base.canvas_id, expected, title, known)
        sender = self._sender(base) if writing else None
        base, theirs = await settle_lost(
            self._client, self._ledger, sender, base, theirs, self._waits, self.outcome.notes
        )
        base = await recognise(self._ledger, base, theirs)
        self._assignment = theirs.assignment
        self.seen = Known(theirs.quiz, theirs.assignment, self._seams.now())
        return base, theirs

    async def _recovered_quiz(self, base: Base) -> Base:
        for intent in await self._ledger.lost():
            if intent.kind is IntentKind.CREATE_QUIZ:
                base = await found_quiz(self._client, self._ledger, self._course, intent, self._waits) or base
        return base

    async def _waits(self, sent_at: float) -> bool:
        """Wait a part of the grace. False when it is over: what has not been seen by now did not happen.

        The grace is counted in our own waiting, because the clock of this computer may be set meanwhile. A sync that
        was killed does not tell when its last write really went: after long waits for its turn, maybe.
        """
        if sent_at < self._seams.now() - CERTAIN:
            return False
        left = self._ledger.grace - (self._waited - self._waiting_since.setdefault(sent_at, self._waited))
        step = min(left, self._ledger.grace / LOOKS)
        if step <= self._ledger.grace * ROUNDING:
            return False
        self._report(message("Making sure that Canvas has everything"))
        await self._seams.sleep(step)
        self._waited += step
        return True

    def _compared(self, base: Base, theirs: Theirs | None) -> tuple[Plan, Mine]:
        quiz = self._ledger.quiz()
        addresses, size = self._ledger.addresses, self._ledger.pictures.size
        mine = Mine(quiz, addresses, lambda item_id: held_reason(quiz.item(item_id)), size, held_fields(quiz))
        if theirs is None:
            made = first_plan(mine)
        else:
            made = plan(mine, base, theirs, self._seams.new_id)
            made = replace(made, facts=replace(made.facts, seen_at=self._seams.now()))
        ledger = self._ledger
        return foretold(made, mine, base, merges=ledger.habits.merges, elsewhere=ledger.is_elsewhere), mine

    def _chosen(self, whole: Plan, mine: Mine) -> Plan:
        return with_uploads(chosen(whole, self._selection), mine)

    def _decided(self, whole: Plan) -> list[Conflict]:
        """The conflicts that one side wins without being asked."""
        only = self._selection.only if self._selection.prefer else frozenset[str]()
        return [conflict for conflict in whole.conflicts if only is None or conflict.item_id in only]

    def _agreements(self, decided: list[Conflict], base: Base) -> list[Agreement]:
        wins = self._selection.prefer is Side.MINE
        return [mine_stays(conflict) if wins else theirs_comes(conflict, base) for conflict in decided]

    async def _pass(self) -> None:
        base, theirs = await self._looked(writing=not self._selection.pull_only)
        whole, mine = self._compared(base, theirs)
        if decided := self._decided(whole):
            replaced = decided if self._selection.prefer is Side.MINE else ()
            await self._ledger.decide(self._agreements(decided, base), replaced)
            base = await self._ledger.base()
            whole, mine = self._compared(base, theirs)
        await self._ledger.note_conflicts(whole.conflicts)
        made = self._chosen(whole, mine)
        self._total = self._done + total_of(made)
        self.outcome.held, self.outcome.conflicts = list(made.held), list(made.conflicts)
        for files in grouped(made.files, AT_ONCE):
            self._again |= await upload_files(self._sender(base), files, self.outcome, self._step_done)
        if needs_regrading(made) and REGRADE not in self.outcome.notes:
            self.outcome.notes.append(REGRADE)
        if isinstance(made.quiz, CreateQuiz):
            base = await self._create_quiz()
        elif theirs is not None:
            base = await take_in(self._ledger, made, base, theirs, mine.quiz, self.outcome)
            made = self._with_points(made, base)
        if base.canvas_id is None:
            return
        carrying = CarryOut(self._sender(base), self._ledger, made, base, theirs, self.outcome, self._step_done)
        try:
            self._again |= await carrying.run()
        finally:
            await self._ledger.write_down()
        found = [c for c in self.outcome.conflicts if c not in made.conflicts]
        latest = {(c.item_id, c.unit): c for c in (*whole.conflicts, *found)}  # Canvas may have another value by now
        await self._ledger.note_conflicts(list(latest.values()))

    def _with_points(self, made: Plan, base: Base) -> Plan:
        """Questions that were just brought in change the sum that the quiz's points follow."""
        units = base.units_of(wire_quiz(self._ledger.quiz(), self._ledger.addresses))
        name = "points_possible"
        decided = made.quiz.units if isinstance(made.quiz, UpdateQuiz) else frozenset[str]()
        undecided = any((c.item_id, c.unit) == ("", name) for c in made.conflicts)
        quiz = self._ledger.quiz()
        waits = (Way.TO_CANVAS, "") in self._selection.left or reason_of(name, held_fields(quiz)) is not None
        if waits or not made.moves_allowed or undecided or units.get(name) == base.sent.get(name):
            return made
        return replace(made, quiz=UpdateQuiz(decided | {name}))

    async def _create_quiz(self) -> Base:
        self._report(message("Making the quiz on Canvas"))
        quiz = self._ledger.quiz()
        payload = without_held(wire_quiz(quiz, self._ledger.addresses), held_fields(quiz))
        if unsent_texts(payload):  # its instructions follow when their picture is there
            payload.pop("instructions")
        try:
            base = await self._made_quiz(payload, self._ledger.chosen_group())
        except OutcomeUnknown:
            self._again = True
            return Base()
        self.outcome.created_quiz += 1
        self._step_done(message("Making the quiz on Canvas"))
        return base

    async def _made_quiz(self, payload: Raw, group: str | None) -> Base:
        """The quiz in its assignment group; in the one that Canvas takes where that was deleted meanwhile."""
        now, new_id = self._seams.now, self._seams.new_id
        try:
            return await created_quiz(
                self._client, self._ledger, self._course, payload, group=group, now=now, new_id=new_id()
            )
        except Invalid:
            if group is None or not await group_is_gone(self._client, self._course, group):
                raise
        self.outcome.notes.append(GROUP_GONE)
        return await created_quiz(
            self._client, self._ledger, self._course, payload, group=None, now=now, new_id=new_id()
        )

    def _sender(self, base: Base) -> Sender:
        return Sender(
            self._client,
            self._ledger,
            self._course,
            base.canvas_id or "",
            now=self._seams.now,
            new_id=self._seams.new_id,
        )

    def _report(self, what: Message) -> None:
        self._on_progress(Progress(self._done, self._total, what))

    def _step_done(self, what: Message) -> None:
        self._done += 1
        self._report(what)
