"""A sandbox that tells the oracle what a client saw and what its writes took away; a colleague may edit meanwhile."""

import itertools
import json
import re
from collections import Counter
from collections.abc import Callable, Mapping
from random import Random

from app.sandbox.call import Site
from app.sandbox.core import Sandbox
from app.sandbox.exchange import Delivery, JsonObject, Request, Response
from app.sandbox.media import MemoryMedia
from app.sandbox.quiz import quiz_keys
from app.sandbox.seed import seeded
from app.sandbox.state import State
from tests.support.core_client import Clock
from tests.sync.histories.books import Books, words_in, words_in_bytes

COURSE = "1"
MEMORY = Site("https://canvas.sandbox", "https://storage.sandbox")
_ITEM = re.compile(r".*/quizzes/(\d+)/items/(\d+)")
_MEDIA = MemoryMedia()
_FRESH = seeded("00000000-0000-4000-8000-000000000000", _MEDIA, Clock().now).dump()
"""Rows are never changed in place, so that all histories may begin with the same ones."""


class WatchedSandbox(Sandbox):
    """`rival` is called before each request and edits, or not.

    `gone` are the items whose 404 a client got, `lies` counts those of items that were there.
    """

    def __init__(self, clock: Callable[[], float], rng: Random, books: Books, site: Site = MEMORY) -> None:
        super().__init__(State.load(_FRESH), clock=clock, rng=rng, media=_MEDIA, site=site)
        self._books = books
        self._late: list[frozenset[str]] = []
        self._known: dict[tuple[str, str], tuple[JsonObject, frozenset[str]]] = {}
        self.rival: Callable[[], None] = lambda: None
        self.gone: set[str] = set()
        self.lies: Counter[str] = Counter()
        self.deleted: list[str] = []
        self.before = {quiz["id"] for quiz in self.quizzes(COURSE)}
        self.strikes: Mapping[str, float] = {}

    def set_storm(self, storm: Mapping[str, float]) -> None:
        """End the faults of before and begin these."""
        for name in self.strikes:
            self.set_fault(name, 0)
        self.strikes = storm
        for name, probability in storm.items():
            self.set_fault(name, probability)

    @property
    def misled(self) -> bool:
        """Whether an item was said to be gone in two looks though it was there: then nobody can know better."""
        return any(count > 1 for count in self.lies.values())

    @property
    def ours(self) -> list[str]:
        """Ids of the quizzes that were not there at first."""
        with self.lock:
            return [key for key in sorted(quiz_keys(self.state, COURSE), key=int) if key not in self.before]

    @property
    def words(self) -> set[str]:
        """Every word that stands in those quizzes now."""
        with self.lock:
            ours = set(self.ours)
            tables = self.state.tables
            entries = {("item", key): row["entry"] for key, row in tables["items"].items() if row["quiz"] in ours}
            fields = {("quiz", key): tables["quizzes"][key]["fields"] for key in ours}
            return set().union(*itertools.starmap(self._words_of, {**entries, **fields}.items()))

    def _words_of(self, key: tuple[str, str], value: JsonObject) -> frozenset[str]:
        """Read anew only where it was replaced: values are never changed in place."""
        known = self._known.get(key)
        if known is None or known[0] is not value:
            known = self._known[key] = (value, words_in(json.dumps(value)))
        return known[1]

    def answer(self, request: Request) -> Response:
        with self.lock:
            self.rival()
            watching = request.writes or self.expects_late_writes
            before = self.words if watching else frozenset[str]()
            waiting = len(self.state.tables["late"])
            response = super().answer(request)
            if watching:
                self._note_losses(before - self.words)
            if len(self.state.tables["late"]) > waiting or (waiting and request.writes):
                self._late.append(frozenset(self._books.seen))
            self._note_answer(request, response)
            return response

    def tick(self) -> None:
        with self.lock:
            before = self.words
            super().tick()
            self._note_losses(before - self.words)

    def _note_losses(self, lost: set[str] | frozenset[str]) -> None:
        """A word that the client had not seen when it sent its write went in the window that nobody can close."""
        seen = set(self._books.seen)
        for known in self._late:
            seen &= known
        if not self.expects_late_writes:
            self._late.clear()
        self._books.in_window |= {word for word in lost if word not in seen and word not in self._books.replaced}

    def _note_answer(self, request: Request, response: Response) -> None:
        if response.delivery not in (Delivery.WHOLE, Delivery.DRIP):
            return
        found = _ITEM.fullmatch(request.path)
        if found and request.method == "GET" and response.status == 404:
            self.gone.add(found[2])
            self.lies[found[2]] += found[2] in self.state.tables["items"]
        if found and request.method == "DELETE" and response.status < 300:
            self.deleted += {found[2]} - self.state.tables["items"].keys()  # a login page says 200 and deletes nothing
        if response.status < 300:
            self._books.seen |= words_in_bytes(response.body)
