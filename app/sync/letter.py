"""A plan, and what came of it, in words: a few sentences and a row for each question (look.md, "Screens")."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.html.text import plain_text
from app.message import Message, message
from app.models.quiz import Quiz
from app.sync.audience import own_dates_words
from app.sync.choice import Tick
from app.sync.foretold import outcomes_words
from app.sync.outcome import Outcome
from app.sync.regrade import REGRADE, handed_in, needs_regrading
from app.sync.step import ORDER, BringItem, BringUnits, CreateQuiz, Plan, Raw, RemoveItem, UpdateQuiz, Way
from app.sync.unit_words import unit_name

NOTHING_DONE = message("Nothing had to be sent or brought in.")
_FIRST_WORDS = 80
"""In characters."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table below the letter; `item_id` is "" for the quiz itself, Canvas's id for what is new there.

    `can_wait` says whether the person may leave it out of this sync; `unit` is what a conflict is about. `of_order`
    tells of the order of all questions.
    """

    way: Way
    item_id: str
    title: str
    what: Message
    unit: str = ""
    can_wait: bool = False
    of_order: bool = False

    @property
    def tick(self) -> Tick:
        """What stands for it in a selection."""
        return (self.way, ORDER if self.of_order else self.item_id)


def sentences(plan: Plan) -> tuple[Message, ...]:
    """The letter. Nothing to do is a sentence too."""
    return tuple(sentence for line in lines(plan) for sentence in line)


def lines(plan: Plan) -> tuple[tuple[Message, ...], ...]:
    """The sentences of the letter as they stand below each other."""
    found = (tuple(_to_canvas(plan)), tuple(_from_canvas(plan)), tuple(_open(plan)))
    return tuple(filter(None, found)) or ((message("Everything is the same on both sides."),),)


def brakes(plan: Plan) -> tuple[Message, ...]:
    """What so much of is deleted that the person has to confirm it."""
    there = plan.brake if plan.deletes else None
    here = plan.brake_here if removed(plan) else None
    return tuple(brake for brake in (there, here) if brake is not None)


def removed(plan: Plan) -> int:
    """How many questions would be deleted here."""
    return sum(isinstance(step, RemoveItem) for step in plan.brings)


def _to_canvas(plan: Plan) -> Iterator[Message]:
    parts = [
        _count(len(plan.creates), "1 new question", "{count} new questions"),
        _count(len(plan.updates), "1 changed question", "{count} changed questions"),
        _count(len(plan.deletes), "1 question to delete", "{count} questions to delete"),
        _count(plan.moved, "1 question to move", "{count} questions to move"),
        _pictures(plan),
        message("the settings") if isinstance(plan.quiz, UpdateQuiz) else None,
    ]
    if isinstance(plan.quiz, CreateQuiz):
        parts.insert(0, message("a new quiz"))
    if (sent := listed(parts)) is not None:
        yield message("To Canvas: {parts}.", parts=sent)


def _pictures(plan: Plan) -> Message | None:
    count = len(plan.uploads) + len(plan.files)
    if not count:
        return None
    size = _size(sum(step.size for step in plan.uploads) + sum(step.size for step in plan.files))
    return message("1 picture ({size})", plural="{count} pictures ({size})", count=count, size=size)


def _size(size: int) -> Message:
    if size < 100_000:
        return message("{size:.0f} kB", size=max(1.0, size / 1000))
    return message("{size:.1f} MB", size=size / 1_000_000)


def _from_canvas(plan: Plan) -> Iterator[Message]:
    parts = [
        _count(sum(isinstance(s, BringItem) for s in plan.brings), "1 new question", "{count} new questions"),
        _count(
            sum(isinstance(s, BringUnits) and bool(s.units) for s in plan.brings),
            "1 question changed by somebody",
            "{count} questions changed by somebody",
        ),
        _count(
            removed(plan),
            "1 question deleted there",
            "{count} questions deleted there",
        ),
        message("the settings") if plan.bring_quiz else None,
        message("another order") if plan.brings_order else None,
    ]
    if (brought := listed(parts)) is not None:
        yield message("From Canvas: {parts}.", parts=brought)


def _open(plan: Plan) -> Iterator[Message]:
    if plan.conflicts:
        count = len(plan.conflicts)
        yield message("1 conflict to decide.", plural="{count} conflicts to decide.", count=count)
    if plan.held:
        yield message("1 thing stays here.", plural="{count} things stay here.", count=len(plan.held))


def warnings(plan: Plan) -> tuple[Message, ...]:
    """What the person should know before this is sent."""
    if not (plan.sends or plan.brought):
        return ()
    regrade = REGRADE if needs_regrading(plan) else None
    found = (_seen_by_students(plan), regrade, _own_dates(plan), _fixed(plan), outcomes_words(plan))
    return tuple(one for one in found if one is not None)


def _seen_by_students(plan: Plan) -> Message | None:
    if not plan.sends:
        return None
    if plan.facts.submitted:
        return message(
            "{who} Only texts and points can be sent now; change the rest on Canvas itself.", who=handed_in(plan.facts)
        )
    return message("The quiz is published: students see at once what you send.") if plan.facts.published else None


def _own_dates(plan: Plan) -> Message | None:
    dates = {"due_at", "unlock_at", "lock_at"}
    who = own_dates_words(plan.facts.own_dates)
    if who is not None and isinstance(plan.quiz, UpdateQuiz) and plan.quiz.units & dates:
        return message("{who} The dates that you send do not change those.", who=who)
    return None


def _fixed(plan: Plan) -> Message | None:
    if not plan.facts.fixed:
        return None
    return message(
        "1 stimulus or bank can only be changed on Canvas.",
        plural="{count} stimuli and banks can only be changed on Canvas.",
        count=plan.facts.fixed,
    )


def result_sentences(outcome: Outcome) -> tuple[Message, ...]:
    """What a sync did, and what the person should know of it."""
    return (*(done_sentences(outcome) or (NOTHING_DONE,)), *outcome.notes)


def done_sentences(outcome: Outcome) -> tuple[Message, ...]:
    """What a sync did by now; nothing where that is nothing."""
    sent = listed(
        [
            message("a new quiz") if outcome.created_quiz else None,
            _count(outcome.created, "1 new question", "{count} new questions"),
            _count(outcome.updated, "1 changed question", "{count} changed questions"),
            _count(outcome.deleted, "1 deleted question", "{count} deleted questions"),
            _count(outcome.moved, "1 moved question", "{count} moved questions"),
            _count(outcome.uploaded, "1 picture", "{count} pictures"),
            message("the settings") if outcome.updated_quiz else None,
        ]
    )
    brought = listed(
        [
            _count(outcome.brought_new, "1 new question", "{count} new questions"),
            _count(outcome.brought_changed, "1 changed question", "{count} changed questions"),
            _count(outcome.brought_removed, "1 removed question", "{count} removed questions"),
            _count(outcome.fetched, "1 picture", "{count} pictures"),
            message("the settings") if outcome.brought_quiz else None,
            message("another order") if outcome.brought_order else None,
        ]
    )
    said = []
    if sent is not None:
        said.append(message("Sent: {parts}.", parts=sent))
    if brought is not None:
        said.append(message("Brought in: {parts}.", parts=brought))
    return tuple(said)


def rows(plan: Plan, quiz: Quiz) -> tuple[Row, ...]:
    """The table: what needs the person first, then what is sent, then what comes."""
    return (*_conflict_rows(plan, quiz), *_held_rows(plan, quiz), *_sent_rows(plan, quiz), *_brought_rows(plan, quiz))


def _conflict_rows(plan: Plan, quiz: Quiz) -> Iterator[Row]:
    for conflict in plan.conflicts:
        what = message("Changed on both sides: {unit}", unit=unit_name(conflict.unit))
        yield Row(Way.CONFLICT, conflict.item_id, _title(quiz, conflict.item_id), what, conflict.unit)


def _held_rows(plan: Plan, quiz: Quiz) -> Iterator[Row]:
    for held in plan.held:
        title = _title(quiz, held.item_id) or _first_words(held.raw or {})
        yield Row(Way.HELD, held.item_id, title, message("Stays here: {why}", why=held.reason))


def _sent_rows(plan: Plan, quiz: Quiz) -> Iterator[Row]:
    if isinstance(plan.quiz, CreateQuiz):
        yield Row(Way.TO_CANVAS, "", quiz.title, message("New quiz"))
    elif isinstance(plan.quiz, UpdateQuiz):
        yield _row(Way.TO_CANVAS, "", quiz.title, _changed(plan.quiz.units))
    changes = {step.item_id: message("New") for step in plan.creates}
    changes |= {step.item_id: _changed(step.units) for step in plan.updates}
    for item_id in sorted(changes, key=lambda one: quiz.places.get(one, len(quiz.items))):
        yield _row(Way.TO_CANVAS, item_id, _title(quiz, item_id), changes[item_id])
    for delete in plan.deletes:
        yield _row(Way.TO_CANVAS, delete.item_id, _first_words(delete.raw), message("Delete on Canvas"))
    if plan.moved:
        yield Row(Way.TO_CANVAS, "", quiz.title, _moves(plan), can_wait=True, of_order=True)


def _brought_rows(plan: Plan, quiz: Quiz) -> Iterator[Row]:
    if plan.bring_quiz:
        yield _row(Way.FROM_CANVAS, "", quiz.title, _changed(plan.bring_quiz))
    for step in plan.brings:
        if isinstance(step, BringItem):
            yield _row(Way.FROM_CANVAS, step.tick_id, _first_words(step.raw), _new_there(step, quiz))
        elif isinstance(step, BringUnits) and step.units:
            yield _row(Way.FROM_CANVAS, step.item_id, _title(quiz, step.item_id), _changed(step.units))
        elif isinstance(step, RemoveItem):
            yield _row(Way.FROM_CANVAS, step.item_id, _title(quiz, step.item_id), message("Deleted on Canvas"))
    if plan.brings_order and not plan.moved:
        yield Row(Way.FROM_CANVAS, "", quiz.title, message("Another order"), can_wait=True, of_order=True)


def _new_there(step: BringItem, quiz: Quiz) -> Message:
    if not step.like:
        return message("New on Canvas")
    if step.like not in quiz.places:
        return message("New on Canvas, but looks like another one that is new there")
    return message("New on Canvas, but looks like question {number}", number=quiz.places[step.like] + 1)


def _moves(plan: Plan) -> Message:
    moves = message("Move 1 question", plural="Move {count} questions", count=plan.moved)
    if not plan.brings_order:
        return moves
    return message("{moves}; what was moved on Canvas is moved here", moves=moves)


def _row(way: Way, item_id: str, title: str, what: Message) -> Row:
    return Row(way, item_id, title, what, can_wait=True)


def _first_words(raw: Raw) -> str:
    entry = raw.get("entry") or {}
    texts = (entry.get("item_body"), entry.get("body"), entry.get("title"))
    return next((said for text in texts if (said := plain_text(str(text or ""), _FIRST_WORDS))), "")


def _title(quiz: Quiz, item_id: str) -> str:
    if item_id not in quiz.places:
        return quiz.title if not item_id else ""
    summary = quiz.item(item_id).summary
    return f"{quiz.places[item_id] + 1}. {summary.first_words or summary.title}"


def _changed(units: frozenset[str]) -> Message:
    names = {str(name): name for name in map(unit_name, sorted(units))}
    return message("Changed: {units}", units=listed(list(names.values())) or message("details"))


def _count(count: int, one: str, many: str) -> Message | None:
    return message(one, plural=many, count=count) if count else None


def listed(parts: Sequence[Message | None]) -> Message | None:
    """Parts of a sentence after each other; None where there is none."""
    said = [part for part in parts if part is not None]
    if not said:
        return None
    sentence = said[0]
    for part in said[1:]:
        sentence = message("{before}, {next}", before=sentence, next=part)
    return sentence
