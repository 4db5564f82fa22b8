"""Random histories in memory: an editor here, a server with faults; in the end both sides are the same."""

import asyncio
import itertools
import random
from pathlib import Path

import pytest

from app.canvas.authentication import PersonalToken
from app.canvas.client import CanvasClient
from app.errors import UserError
from app.html.sources import sources
from app.library import linking
from app.library.library import Library
from app.library.row import LinkRow
from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz
from app.sandbox.call import Site
from app.sandbox.core import Sandbox
from app.sync.choice import Selection
from app.sync.ledger import Carry, Ledger
from app.sync.outcome import Outcome
from app.sync.run import Seams, Sync
from app.sync.stored import StoredQuiz, at_once
from tests.support.core_client import Clock
from tests.support.core_transport import CoreTransport

FAULTS = (
    "error-before",
    "reset-before",
    "error-after-commit",
    "reset-after-commit",
    "timeout-after-commit",
    "late-commit",
    "truncated-body",
    "not-json",
    "login-page",
    "throttle-403",
    "throttle-429",
    "item-moved-between-pages",
    "repeated-page",
    "empty-list",
    "quiz-gone",
    "wrong-date",
    "file-confirm-lost",
    "file-upload-expired",
    "file-upload-lost",
    "file-upload-refused",
    "file-quota",
)
PICTURES = tuple(b"\x89PNG\r\n\x1a\n" + bytes([n]) for n in range(3))
SITE = Site("https://canvas.sandbox", "https://storage.sandbox")
EVERYTHING = Selection(brake_released=True)
SEEDS = 40
SEEDS_LONG = 5_000


class History:
    """One quiz, one course, one seed."""

    def __init__(self, library: Library, seed: int) -> None:
        self.rng = random.Random(seed)
        self.clock = Clock()
        self.core = Sandbox(clock=self.clock, rng=random.Random(seed), site=SITE)
        self.library = library
        self.numbers = itertools.count()
        self.carry: Carry = at_once
        quiz = library.create_quiz(NewQuiz(title=f"History {seed}"))
        with library.transaction() as db:
            origin = self.core.site.canvas
            account = linking.account_for(db, kind="sandbox", origin=origin, user_id=f"{seed}", user_name="T")
            self.link: LinkRow = linking.link_to(db, quiz.id, account.id, "1")

    async def sleep(self, seconds: float) -> None:
        self.clock.now += seconds
        self.core.tick()

    def sync(self, selection: Selection = EVERYTHING) -> Outcome:
        return asyncio.run(self._sync(selection))

    async def _sync(self, selection: Selection) -> Outcome:
        transport = CoreTransport(self.core)
        token = PersonalToken(self.core.token())
        async with CanvasClient(
            self.core.site.canvas,
            token,
            clock=self.clock,
            sleep=self.sleep,
            rng=self.rng,
            transport=transport,
            storage_transport=transport,
        ) as client:
            self.source = StoredQuiz(self.library, self.link.quiz_id)
            ledger = Ledger(self.library, self.link, self.source, self.carry, grace=1.0)
            seams = Seams(self.clock, self.sleep, lambda: f"{self.link.id}-{next(self.numbers)}")
            return await Sync(client, ledger, seams, selection, lambda _: None).run()

    def edit(self) -> None:
        before = self.library.open_quiz(self.link.quiz_id).quiz
        items = list(before.items)
        for _ in range(self.rng.randint(1, 4)):
            self._edit_once(items)
        self.library.save(before.with_items(items), before=before, what="Edit", problem_counts={})

    def _edit_once(self, items: list[Item]) -> None:
        place = self.rng.randrange(len(items)) if items else 0
        match self.rng.randrange(7) if items else 0:
            case 0 | 1:
                items.insert(place, self._question())
            case 2:
                items.insert(place, items[place].with_id(f"copy-{next(self.numbers)}"))
            case 3:
                entry = items[place].entry
                items[place] = items[place].with_entry(entry.replaced(title=f"edit {next(self.numbers)}"))
            case 4:
                items.pop(place)
            case 5:
                items[place] = items[place].with_entry(items[place].entry.replaced(item_body=self._text()))
            case _:
                items.insert(self.rng.randrange(len(items)), items.pop(place))

    def _text(self) -> str:
        """A text, often with a picture."""
        text = f"<p>So {next(self.numbers)}?</p>"
        if self.rng.random() < 0.4:
            return text
        reference = self.library.take_media(self.rng.choice(PICTURES), content_type="image/png")
        return f'{text}<p><img src="{reference}" alt="A leaf"></p>'

    def _question(self) -> Item:
        title = f"new {next(self.numbers)}"
        if self.rng.random() < 0.5:
            return Item.of(TrueFalseQuestion.new().replaced(title=title, item_body=self._text()).with_right(True))
        new = ChoiceQuestion.new().replaced(title=title, item_body=self._text())
        choices = tuple(choice.replaced(item_body=f"<p>{n}</p>") for n, choice in enumerate(new.choices))
        return Item.of(new.with_choices(choices).with_right(choices[0].id))

    def set_faults(self, probability: float) -> None:
        for fault in FAULTS:
            self.core.set_fault(fault, probability if self.rng.random() < 0.6 else 0)

    @property
    def here(self) -> list[str]:
        return [item.summary.title for item in self.library.open_quiz(self.link.quiz_id).quiz.items]

    @property
    def canvas_id(self) -> str:
        return str(next(link for link in self.library.links(self.link.quiz_id)).canvas_id)

    @property
    def there(self) -> list[str]:
        return [row["entry"]["title"] for row in self.core.items("1", self.canvas_id)]


def shown(history: History) -> list[bytes | None]:
    """The picture of each question as students see it, None for one without."""
    quiz = next(link for link in history.library.links(history.link.quiz_id)).canvas_id
    named = [sources(row["entry"]) for row in history.core.items("1", str(quiz))]
    return [history.core.file_content(found[0].split("/")[-2]) if found else None for found in named]


def meant(history: History) -> list[bytes | None]:
    """The same as it is here."""
    named = [sources(item.entry.wire()) for item in history.library.open_quiz(history.link.quiz_id).quiz.items]
    return [history.library.read_media(found[0]) if found else None for found in named]


def lived(library: Library, seed: int) -> History:
    """A history of four rounds of edits, each followed by syncs that may fail."""
    history = History(library, seed)
    for _ in range(4):
        history.edit()
        history.set_faults(0.04)
        for _ in range(2):
            try:
                history.sync()
            except UserError:
                continue  # told to the person; the next sync goes on from there
    history.set_faults(0)
    return history


def test_after_the_faults_both_sides_are_the_same(library: Library, long: bool) -> None:
    for seed in range(SEEDS_LONG if long else SEEDS):
        history = lived(library, seed)
        wanted = history.here
        first, second = history.sync(), history.sync()
        assert (history.here, history.there) == (wanted, wanted), seed
        assert (first.conflicts, second.writes) == ([], 0), seed
        assert shown(history) == meant(history), seed
        assert len(history.core.files("1")) <= len(PICTURES), seed
        title = f"History {seed}"
        assert [quiz["title"] for quiz in history.core.quizzes("1")].count(title) == 1, seed


@pytest.mark.parametrize("seed", [3, 8])
def test_the_same_seed_gives_the_same_requests(tmp_path: Path, seed: int) -> None:
    traces = []
    for run in range(2):
        with Library.open(tmp_path / str(run)) as library:
            traces.append(lived(library, seed).core.requests)
    assert traces[0] == traces[1]
    assert len(traces[0]) > 20
