"""One quiz here, one course there, and everything that may happen to both; all luck comes from one source.

`Random` gives it for volume, Hypothesis for small counter-examples; the course is in memory or behind real HTTP.
"""

import asyncio
import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Set
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Protocol

import httpx

from app.canvas.authentication import PersonalToken
from app.canvas.client import CanvasClient
from app.errors import UserError
from app.library import linking
from app.library.automatic_backup import back_up_database
from app.library.backup import restore_backup
from app.library.database import FILE
from app.library.library import Library
from app.library.row import LinkRow
from app.message import Message, message
from app.models.quiz import NewQuiz, Quiz
from app.sync.agreement import base_of
from app.sync.choice import Selection
from app.sync.kept_both import LOOK_ALIKE, tells_of_both
from app.sync.ledger import Ledger
from app.sync.link_pictures import LinkPictures
from app.sync.outcome import Outcome
from app.sync.resolve import Decision, Keep, can_keep_both, resolved
from app.sync.run import Seams, Sync
from app.sync.settlement import Settlement, open_conflicts
from app.sync.step import Conflict
from app.sync.stored import StoredQuiz
from tests.support.core_client import Clock
from tests.support.core_transport import CoreTransport
from tests.sync.histories import weather
from tests.sync.histories.author import Author
from tests.sync.histories.books import Books, words_in, words_in_bytes
from tests.sync.histories.colleague import Colleague
from tests.sync.histories.watched import COURSE, WatchedSandbox
from tests.sync.histories.wire import Wire
from tests.sync.histories.witness import Witnesses

EVERYTHING = Selection(brake_released=True)
GRACE = 1.0
MOST_ACTS = 40
"""What both people do during one sync, at most."""
NOTHING: Mapping[str, float] = {}


class Turned(Protocol):
    """A clock that histories turn on, in epoch seconds."""

    now: float

    def __call__(self) -> float: ...


class Killed(BaseException):
    """Stands for SIGKILL: nothing catches it, and nothing that runs after it reaches the disk or the network."""


class World:
    """A history. `rng` decides what people do, `luck` what machines do; nothing else is random.

    Without a `colleague` nobody edits on Canvas. `fate` is what happens there for good (`weather.fate`).
    """

    mortality = 0.25
    """How often a step begins with a sync whose process dies."""

    def __init__(
        self,
        folder: Path,
        rng: Random,
        runner: asyncio.Runner,
        *,
        colleague: bool = True,
        fate: Mapping[str, float] = NOTHING,
    ) -> None:
        self.rng, self.luck, self.runner = rng, Random(rng.getrandbits(32)), runner
        self.colleague, self.fate = colleague, fate
        self.clock, self.skew = self.made_clock(), 0.0
        self.books = Books()
        self.folder = folder
        folder.mkdir(parents=True)
        (folder / FILE).write_bytes(_empty_library())
        self.core = self.made_core()
        self.library = self.opened()
        self._read: tuple[tuple[Library, int], Quiz] | None = None
        self.moments_left: int | None = None
        self.dead = False
        self.typing = self.rivalry = 0.0
        self._acts = 0
        self.backup: Path | None = None
        self.replaced_then: dict[str, str] = {}
        self.restored = False
        self.removed: set[str] = set()
        self.doubled = False
        self.numbers = 0
        self.requests = self.kills = 0
        quiz = self.library.create_quiz(NewQuiz(title=self.books.word()), id="quiz")
        with self.library.transaction() as db:
            account = linking.account_for(db, kind="sandbox", origin=self.origin, user_id="1", user_name="T")
            self.link: LinkRow = linking.link_to(db, quiz.id, account.id, COURSE)
        self._author = Author(rng, self.books, self.new_id, self._take)
        self._colleague = Colleague(rng, self.books, self.core)
        self.core.rival = self._maybe_rival
        for name, probability in fate.items():
            self.core.set_fault(name, probability)

    # seams

    def made_clock(self) -> Turned:
        return Clock()

    def made_core(self) -> WatchedSandbox:
        return WatchedSandbox(self.clock, self.luck, self.books)

    @property
    def origin(self) -> str:
        return self.core.site.canvas

    def transport(self) -> httpx.AsyncBaseTransport:
        return CoreTransport(self.core)

    def wall(self) -> float:
        """The clock of this computer, which may be wrong."""
        return self.clock.now + self.skew

    def opened(self) -> Library:
        return Library.open(self.folder, clock=self.wall)

    def new_id(self) -> str:
        self.numbers += 1
        return f"id-{self.numbers}"

    async def sleep(self, seconds: float) -> None:
        self.moment()
        self.clock.now += seconds
        self.core.tick()
        await asyncio.sleep(0)

    async def carry(self, work: Callable[[], object]) -> None:
        self.moment()
        work()
        self.moment()

    def moment(self) -> None:
        """One of the moments at which a process may die."""
        if self.moments_left is not None:
            self.moments_left -= 1
            self.dead |= self.moments_left < 0
        if self.dead:
            raise Killed

    async def between_requests(self) -> None:
        """Other tasks run, time passes, and the person goes on typing."""
        for _ in range(self.luck.randrange(3)):
            await asyncio.sleep(0)
        self.moment()
        self.requests += 1
        self.clock.now += 0.05
        if self.luck.random() < self.typing and self._is_patient():
            await self.source.apply(self._edited, message("Edit"))

    def _maybe_rival(self) -> None:
        if self.luck.random() < self.rivalry and self._is_patient():
            self.edit_there()

    def _is_patient(self) -> bool:
        """Each act makes a sync longer, and a longer one meets more acts: nobody does hundreds of things in one."""
        self._acts += 1
        return self._acts <= MOST_ACTS

    # the two sides

    @property
    def quiz(self) -> Quiz:
        """As it is kept; read again only where something was written."""
        key = (self.library, self.library.db.total_changes())
        if self._read is None or self._read[0] != key:
            self._read = (key, self.library.open_quiz("quiz").quiz)
        return self._read[1]

    @property
    def words_here(self) -> Set[str]:
        return _words_of(self.quiz)

    def edit_here(self) -> None:
        before = self.quiz
        self.library.save(self._edited(before), before=before, what="Edit", problem_counts={})

    def _edited(self, quiz: Quiz) -> Quiz:
        before = _words_of(quiz)
        after = self._author.changed(quiz)
        self.books.act(before, _words_of(after), "here")
        self.removed |= set(quiz.places) - set(after.places)
        return after

    def _take(self, picture: bytes) -> str:
        return self.library.take_media(picture, content_type="image/png", width=3, height=2)

    def edit_there(self) -> None:
        """A colleague works in the browser on what Canvas has now."""
        ours = self.core.ours
        if ours:
            before = self.core.words
            taken = self._colleague.act(ours[0])
            self.books.act(before, self.core.words, "there")
            self.books.refuse(taken, "there")  # also where a row that waits to be deleted says them still

    # what the person does

    def events_end(self) -> None:
        """From now on nothing happens on the server by itself."""
        for name in self.fate:
            self.core.set_fault(name, 0)

    @property
    def handed_in(self) -> bool:
        """Whether students have answered the quiz on Canvas."""
        return any(self.core.assignment(quiz)["has_submitted_submissions"] for quiz in self.core.ours)

    def _look_after_canvas(self) -> None:
        """The person signs in again where the token is over; somebody publishes what could be unpublished."""
        if "session-deadline" in self.fate:
            self.core.renew_token(self.core.token())
        if "quiz-unpublished" in self.fate:
            for quiz in self.core.ours:
                self.core.set_published(quiz, published=True)

    def sync(self, selection: Selection = EVERYTHING) -> Outcome | None:
        """A sync; None where it stopped with a message, or its process died."""
        self._look_after_canvas()
        with self.watched():
            try:
                return self.runner.run(self._sync(selection))
            except UserError:
                return None
            except Killed:
                self.kills += 1
                return None
            finally:
                self.dead, self.moments_left = False, None

    @contextmanager
    def watched(self) -> Iterator[None]:
        """What a sync does meanwhile has its witnesses, and a word that both sides have after it is before all eyes."""
        witnesses = Witnesses(self.library, self.link.id, self.quiz, self.core)
        self.removed.clear()
        self._acts = 0
        yield
        witnesses.check(self.library, self.quiz, self.removed)
        self.books.live_again(self.words_here & self.core.words)

    async def _sync(self, selection: Selection) -> Outcome:
        wire = Wire(self.transport(), self.between_requests, self.moment)
        try:
            async with CanvasClient(
                self.origin,
                PersonalToken(self.core.token()),
                clock=self.clock,
                sleep=self.sleep,
                rng=self.luck,
                transport=wire,
                storage_transport=Wire(self.transport(), self.between_requests, self.moment),
            ) as client:
                self.source = StoredQuiz(self.library, "quiz")
                ledger = Ledger(self.library, self.link, self.source, self.carry, grace=GRACE)
                seams = Seams(self.wall, self.sleep, self.new_id)
                sync = Sync(client, ledger, seams, selection, lambda _: None)
                try:
                    return await sync.run()
                finally:
                    self.doubled |= any(map(self._tells_of_two, sync.outcome.notes))
        except Killed:
            await _end_all_else()
            raise

    def _tells_of_two(self, note: Message) -> bool:
        """Whether the person read that a question is there twice, and nobody could know which one is wanted."""
        return tells_of_both(note) and (note != LOOK_ALIKE or self.restored)

    def sync_and_die(self) -> None:
        """The process dies at one of its moments; then it is started again."""
        self.moments_left = self.luck.choice((self.luck.randrange(8), self.luck.randrange(60)))
        self.sync()
        self.restart()

    def restart(self) -> None:
        self.library.close()
        self.library = self.opened()

    def back_up(self) -> None:
        """From before a quiz is on Canvas none is restored: only the person can tell then which quiz there is this."""
        if base_of(self.library, self.link.id).canvas_id is None:
            return
        self.clock.now += 1
        made = back_up_database(self.library.db, self.folder, self.wall())
        self.backup = made.replace(self.folder / "kept.sqlite")
        self.replaced_then = dict(self.books.replaced)

    def restore(self) -> None:
        """The last backup takes the place of everything since: the person knows that. It takes a while.

        What was replaced knowingly before it was made is so again.
        """
        if self.backup is None:
            return
        self.clock.now += GRACE
        self.core.tick()
        before = self.words_here
        self.library.close()
        restore_backup(self.backup, self.folder, self.wall())
        self.library = self.opened()
        self.restored = True
        self.books.refuse(before - self.words_here - self.core.words, "restored")
        self.books.refuse(self.replaced_then.keys() - self.words_here, "restored")

    def decide(self, *, all_of_them: bool = False) -> int:
        """Decide conflicts one way or another; now and then take it back."""
        found = [
            one for one in open_conflicts(self.library, self.link) if not one.item_id or one.item_id in self.quiz.places
        ]
        chosen = [one for one in found if all_of_them or self.rng.random() < 0.7]
        if not chosen:
            return 0
        before = self.quiz
        decisions = [Decision(one, self._kept(one, all_of_them=all_of_them)) for one in chosen]
        reference = LinkPictures(self.library, self.library, self.link).reference
        after, copies = resolved(before, decisions, reference, self.new_id)
        self.books.shared |= set().union(*(words_in_bytes(after.item(copy).document) for copy in copies))
        self.doubled |= bool(copies)
        settlement = Settlement(self.library, self.link, decisions)
        self.library.save(after, before=before, what="Decide", problem_counts={})
        settlement.settle(after)
        known = dict(self.books.replaced)
        self.books.act(_words_of(before), _words_of(after), "decided")
        self.books.replaced |= {
            word: why for word, why in known.items() if why == "there"
        }  # taken, and older than theirs
        self.books.refuse(_refused(decisions) - _words_of(after), "decided")
        if not all_of_them and self.rng.random() < 0.2:
            self.library.save(before, before=after, what="Undo", problem_counts={})
            settlement.take_back()
            self.books.replaced = known
        return len(chosen)

    def _kept(self, conflict: Conflict, *, all_of_them: bool) -> Keep:
        may_keep_both = not all_of_them and can_keep_both(conflict)
        return self.rng.choice(list(Keep) if may_keep_both else [Keep.MINE, Keep.CANVAS])

    def jump(self) -> None:
        """Somebody sets the clock of this computer."""
        self.skew += self.rng.choice((-86400.0, 86400.0, -3600.0, 3600.0))

    def close(self) -> None:
        self.library.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def world(kind: type[World], folder: Path, seed: int, runner: asyncio.Runner, *, fated: bool = True) -> World:
    """The beginning of a history."""
    rng = Random(seed)
    fate = weather.fate(seed) if fated else NOTHING
    return kind(folder / f"{kind.__name__}-{seed}", rng, runner, colleague=rng.random() < 0.6, fate=fate)


@cache
def _empty_library() -> bytes:
    """What a library is when it was just made: a copy costs less than all migrations for each history."""
    with TemporaryDirectory() as folder:
        Library.open(Path(folder)).close()
        return (Path(folder) / FILE).read_bytes()


async def _end_all_else() -> None:
    """A process that dies takes all its tasks with it."""
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


def _words_of(quiz: Quiz) -> Set[str]:
    fields = json.dumps([quiz.fields.title, quiz.fields.instructions])
    return words_in_bytes(b" ".join(item.document for item in quiz.items)) | words_in(fields)


def _refused(decisions: list[Decision]) -> Set[str]:
    theirs = [one.conflict.theirs for one in decisions if one.keep is Keep.MINE]
    return words_in(json.dumps(theirs, default=dict))
