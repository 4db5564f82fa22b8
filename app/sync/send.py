"""Carries out single steps on Canvas: journal, send, then keep what came back as the new base."""

from collections.abc import Callable, Coroutine, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from app.canvas.client import CanvasClient
from app.canvas.errors import CanvasError, Gone, OutcomeUnknown, UploadExpired
from app.canvas.files import NewFile
from app.models.item import Item
from app.sync.intent import Intent, IntentKind, Replaced
from app.sync.ledger import Ledger
from app.sync.merge import Merged, merged, overlaid
from app.sync.side import Base, BaseItem, Raw
from app.sync.step import Conflict, UpdateItem, UpdateQuiz, Upload, UploadFile
from app.sync.structure import changes_structure, has_ghosts, has_newcomers, keeps_removed
from app.sync.unit import ANSWERS, Units, item_units, patch_of, quiz_patch_of, quiz_units
from app.sync.wire import MEDIA, unknown_row_keys, wire_item

_NAME = 32
"""Signs of the hash in the name of a picture's file: no two pictures share as many."""
T = TypeVar("T")


class Sender:
    """Writes to one quiz of one course, one write at a time."""

    def __init__(
        self,
        client: CanvasClient,
        ledger: Ledger,
        course_id: str,
        quiz_id: str,
        *,
        now: Callable[[], float],
        new_id: Callable[[], str],
    ) -> None:
        self._client = client
        self._ledger = ledger
        self._course, self._quiz = course_id, quiz_id
        self._now, self._new_id = now, new_id

    async def upload(self, step: Upload) -> None:
        """Put the picture into Canvas's storage; the signed address is asked for right before (it lives 120 s)."""
        data, content_type = await self._ledger.pictures.data(step.reference)
        for last_try in (False, True):
            signed = await self._client.items.media_upload_url(self._course, self._quiz)
            try:
                address = await self._client.storage.upload(signed, data, content_type)
            except UploadExpired:
                if last_try:
                    raise
            else:
                await self._ledger.uploaded(step.item_id, step.reference, address)
                return

    async def upload_file(self, step: UploadFile) -> None:
        """Put a picture of texts into the course's files. Its name is made of its bytes: sent twice it is one file."""
        data, content_type = await self._ledger.pictures.data(step.reference)
        name = f"{step.reference.removeprefix(MEDIA)[:_NAME]}.{content_type.removeprefix('image/')}"
        intent = self._intent(IntentKind.UPLOAD, "", None, {"picture": step.reference}, frozenset())
        sending = self._client.files.upload(self._course, NewFile(name, data, content_type))
        address = await self._journalled(intent, sending)
        await self._ledger.uploaded_file(step.reference, address, intent.id)

    async def create(
        self, item: Item, position: int, known: frozenset[str], *, replaces: Replaced | None = None
    ) -> BaseItem:
        """Make the item at a 1-based position; with `replaces` it takes the place of a row that is deleted next."""
        payload = wire_item(item, self._ledger.addresses)
        units = item_units(payload)
        kind = IntentKind.REPLACE if replaces else IntentKind.CREATE
        intent = self._intent(kind, item.id, replaces.canvas_id if replaces else None, units, known)
        body = {**unknown_row_keys(item), "entry_type": "Item", "position": position, **payload}
        raw = await self._journalled(intent, self._client.items.create(self._course, self._quiz, _complete(body)))
        agreed = BaseItem(item.id, str(raw["id"]), units, raw)
        self._ledger.agree(agreed, intent.id, replaced=replaces)
        return agreed

    async def fresh(self, canvas_id: str) -> Raw | None:
        """The row as it is right before it is changed; None where it is gone."""
        try:
            return await self._client.items.get(self._course, self._quiz, canvas_id)
        except Gone:
            return None

    async def order(self, items: Mapping[str, BaseItem]) -> list[str]:
        """Our ids in the order in which Canvas lists their rows now."""
        ours = {item.canvas_id: item.item_id for item in items.values()}
        rows = await self._client.items.list(self._course, self._quiz)
        return [ours[str(row["id"])] for row in rows if str(row["id"]) in ours]

    async def update(
        self, item: Item, step: UpdateItem, base: BaseItem, fresh: Raw, *, ghosts_stay: bool
    ) -> tuple[BaseItem, tuple[Conflict, ...], bool]:
        """Send the changed units; `fresh` is the row as just read.

        Gives the new base, conflicts that were not there when the plan was made, and whether the server left ghosts of
        removed elements. Only another row can do away with them: until then what stands there counts as sent, which
        the person has otherwise, unless `ghosts_stay`. Elements that somebody added meanwhile come in with the next
        pass; where removed ones are there still as well, the person decides.
        """
        units = item_units(wire_item(item, self._ledger.addresses))
        known = base.returned_units
        result = self.compared(item, base, fresh)
        conflicts = tuple(Conflict(item.id, c.unit, c.base, c.mine, c.theirs) for c in result.conflicts)
        names = result.send & step.units
        if not names:
            return base, conflicts, False
        intent = self._intent(IntentKind.UPDATE, item.id, step.canvas_id, {n: units[n] for n in names}, frozenset())
        body = patch_of(units, names, item_units(fresh))
        sending = self._client.items.update(self._course, self._quiz, step.canvas_id, body)
        raw = await self._journalled(intent, sending)
        answered = item_units(raw)
        came = (base.sent.get(ANSWERS, {}), units[ANSWERS], answered[ANSWERS]) if ANSWERS in names else ({}, {}, {})
        newcomers = has_newcomers(*came)
        ghosts = not newcomers and not ghosts_stay and has_ghosts(*came)
        counts = names - {ANSWERS} if newcomers and keeps_removed(*came) else names
        sent = overlaid(base.sent, {**units, ANSWERS: answered[ANSWERS]} if ghosts else units, counts)
        seen = names - {ANSWERS} if newcomers else names
        agreed = replace(base, sent=sent, returned=raw, kept=kept_units(known, answered, seen))
        self._ledger.agree(agreed, intent.id)
        return agreed, conflicts, ghosts

    def compared(self, item: Item, base: BaseItem, fresh: Raw) -> Merged:
        """The question here beside its row as just read."""
        units = item_units(wire_item(item, self._ledger.addresses))
        return merged(mine=units, theirs=item_units(fresh), sent=base.sent, returned=base.returned_units)

    def must_be_replaced(self, item: Item, step: UpdateItem, base: BaseItem) -> bool:
        """Whether an update is known beforehand to leave ghosts on this server."""
        if ANSWERS not in step.units or not self._ledger.habits.merges:
            return False
        return changes_structure(
            base.sent.get(ANSWERS, {}), item_units(wire_item(item, self._ledger.addresses))[ANSWERS]
        )

    async def delete(self, item_id: str, canvas_id: str) -> None:
        """Delete the row of an item. Raises Gone for one that seems to be gone: only the next look at the whole quiz
        tells for sure, because a course that is closed for a moment answers the same."""
        await self._delete(item_id, self._intent(IntentKind.DELETE, item_id, canvas_id, {}, frozenset()))

    async def delete_replaced(self, item_id: str, row: Replaced) -> None:
        """Delete the row in whose place the item has another one now. Raises Gone as `delete` does."""
        kind = IntentKind.DELETE_REPLACED
        await self._delete("", self._intent(kind, item_id, row.canvas_id, row.units, frozenset()))

    async def forget_if_gone(self, made: BaseItem) -> bool:
        """Whether the row that took the place of another is gone, now that the other one is, too.

        To a colleague both looked like one question that is there twice: who deleted one of them wanted to keep the
        other. So it counts as never made, and is made again; a row that is there after all is recognised.
        """
        if await self.fresh(made.canvas_id) is not None:
            return False
        await self._ledger.forget(made.item_id, made.canvas_id, None)
        return True

    async def _delete(self, forgotten: str, intent: Intent) -> None:
        canvas_id = intent.canvas_id or ""
        await self._journalled(intent, self._client.items.delete(self._course, self._quiz, canvas_id))
        await self._ledger.forget(forgotten, canvas_id, intent.id)

    async def begin_moves(self) -> None:
        """Note that moves are on their way: until the order is agreed on, nobody else has moved anything."""
        await self._ledger.begin_moves()

    async def move(self, canvas_id: str, position: int) -> None:
        """Ask for a 1-based position. A lost move is journalled then: it may still come after the next ones."""
        try:
            await self._client.items.update(self._course, self._quiz, canvas_id, {"position": position})
        except OutcomeUnknown:
            await self._ledger.begin(self._intent(IntentKind.MOVE, "", canvas_id, {}, frozenset()))
            raise

    async def update_quiz(self, payload: Raw, step: UpdateQuiz, base: Base) -> Base:
        """Send the changed fields and settings after a fresh GET; a change there since the plan stays a conflict."""
        fresh = await self._client.quizzes.get(self._course, self._quiz)
        units = base.units_of(payload)
        known = base.returned_units
        result = merged(mine=units, theirs=quiz_units(fresh), sent=base.sent, returned=known)
        names = step.units & result.send
        if not names:
            return base
        intent = self._intent(IntentKind.UPDATE_QUIZ, "", self._quiz, {n: units.get(n) for n in names}, frozenset())
        body = quiz_patch_of(payload, names, fresh)
        raw = await self._journalled(intent, self._client.quizzes.update(self._course, self._quiz, body))
        agreed = replace(
            base,
            sent=overlaid(base.sent, units, names),
            returned=raw,
            kept=kept_units(known, quiz_units(raw), names),
        )
        await self._ledger.agree_quiz(agreed, intent.id)
        return agreed

    def _intent(
        self, kind: IntentKind, item_id: str, canvas_id: str | None, units: Mapping[str, Any], known: frozenset[str]
    ) -> Intent:
        return Intent(self._new_id(), kind, item_id, canvas_id, units, known, self._now())

    async def _journalled(self, intent: Intent, sending: Coroutine[Any, Any, T]) -> T:
        """Journal, then send. Only an unknown outcome stays open: any other refusal means that nothing was written."""
        try:
            await self._ledger.begin(intent)
        except BaseException:
            sending.close()
            raise
        try:
            return await sending
        except OutcomeUnknown:
            await self._ledger.note_unknown(intent.id, self._now())
            raise
        except CanvasError:
            await self._ledger.settle(intent.id)
            raise


def kept_units(known: Units, answered: Units, names: frozenset[str]) -> dict[str, Any]:
    """Units that a rival changed between our GET and our write: what we knew stays the base, so that they come in."""
    others = {name for name in {*known, *answered} if name not in names and known.get(name) != answered.get(name)}
    return {name: known.get(name) for name in others}


def _complete(body: dict[str, Any]) -> dict[str, Any]:
    """What Canvas requires on create and a draft may lack (canvas-facts 3.1)."""
    entry = {"properties": {}, "interaction_data": {}, **body["entry"]}
    for key in ("feedback", "answer_feedback"):
        if not entry.get(key):
            entry.pop(key, None)
    return {**body, "entry": entry}
