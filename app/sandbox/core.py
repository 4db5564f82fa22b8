"""The sandbox as a pure machine: requests in, responses out, everything it holds in one `State`.

Clock and luck are passed in, so that the same seed and the same requests give the same answers.
"""

import time
import uuid
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from email.utils import formatdate
from random import Random
from typing import NamedTuple

from app.sandbox.authentication import bearer, person
from app.sandbox.call import Call, Site
from app.sandbox.course import course_of
from app.sandbox.exchange import Answer, Delivery, JsonObject, Request, Response
from app.sandbox.faults.after import AFTER
from app.sandbox.faults.before import BEFORE
from app.sandbox.faults.content import CONTENT
from app.sandbox.faults.draw import Faults
from app.sandbox.faults.event import EVENTS
from app.sandbox.faults.table import FAULTS, Stage
from app.sandbox.file_page import file_page
from app.sandbox.late import due, postpone
from app.sandbox.media import Media, MemoryMedia
from app.sandbox.page import page
from app.sandbox.refusal import Refusal, crashed, not_found, unauthorized
from app.sandbox.remote import Remote
from app.sandbox.report import keep_reports
from app.sandbox.route import matched
from app.sandbox.seed import seeded
from app.sandbox.service import answer_service, is_service
from app.sandbox.sign_in import LOGIN, sign_in
from app.sandbox.state import Change, State
from app.sandbox.storage import Storage
from app.sandbox.throttle import BucketSize, Throttle, throttled

_LOG = 20_000


class Seen(NamedTuple):
    """A request that was answered; status 0 where the client got nothing."""

    method: str
    path: str
    status: int


class Sandbox(Remote):
    """A whole Canvas with its storage. `handle` is a request to Canvas, `handle_storage` one to the storage."""

    def __init__(
        self,
        state: State | None = None,
        faults: Mapping[str, float] | None = None,
        clock: Callable[[], float] = time.time,
        rng: Random | None = None,
        *,
        media: Media | None = None,
        site: Site | None = None,
        bucket: BucketSize | None = None,
        journal: Callable[[list[Change]], None] | None = None,
    ) -> None:
        """`clock` gives seconds since 1970; `journal` is called with what each request changed."""
        luck = rng or Random(0)
        media = media or MemoryMedia()
        instance = str(uuid.UUID(int=luck.getrandbits(128), version=4))
        super().__init__(state or seeded(instance, media, clock()), media, site or Site())
        self._clock = clock
        self._faults = Faults(faults or {}, luck)
        self._throttle = Throttle(bucket or BucketSize())
        self._journal = journal
        self._log: deque[Seen] = deque(maxlen=_LOG)
        self._storage_log: deque[Seen] = deque(maxlen=_LOG)
        self._written()

    @property
    def requests(self) -> list[Seen]:
        """The requests to Canvas, oldest first."""
        with self.lock:
            return list(self._log)

    @property
    def storage_requests(self) -> list[Seen]:
        """The requests to the storage, oldest first."""
        with self.lock:
            return list(self._storage_log)

    def set_fault(self, name: str, probability: float) -> None:
        """Turn a fault on or off while the sandbox runs. Raises UnknownFault."""
        with self.lock:
            self._faults.set(name, probability)

    def dump(self) -> JsonObject:
        """The whole state as JSON values; pictures are not in it."""
        with self.lock:
            return self.state.dump()

    def _now(self) -> float:
        return self._clock()

    def _written(self) -> None:
        if self._journal is not None and (changes := self.state.changes()):
            self._journal(changes)

    def handle(self, request: Request) -> Response:
        """Answer a request to the Canvas origin."""
        return self.admit(request) or self.answer(request)

    def admit(self, request: Request) -> Response | None:
        """Charge a request's up-front cost; gives the refusal where the client is too fast.

        The shell calls this when a request comes in and `answer` when its latency is over, so that requests in
        flight count as they do in the real bucket.
        """
        with self.lock:
            now = self._clock()
            if self._throttle.enter(_key(request), now):
                return None
            return self._sealed(request, throttled(), now)

    def answer(self, request: Request) -> Response:
        """Do an admitted request."""
        with self.lock:
            now = self._clock()
            self._land_late(now, counted=True)
            drawn = self._faults.draw(request)
            answer = self._spoilt(request, self._begun(request, drawn, now), drawn)
            self._throttle.leave(_key(request), now)
            self._written()
            return self._sealed(request, answer, now)

    def tick(self) -> None:
        """Let time pass: late writes that are due land."""
        with self.lock:
            self._land_late(self._clock(), counted=False)
            self._written()

    @property
    def expects_late_writes(self) -> bool:
        """Whether a write waits to land; `tick` must be called within `LATEST` seconds."""
        return bool(self.state.tables["late"])

    def handle_storage(self, request: Request) -> Response:
        """Answer a request to the storage origin."""
        with self.lock:
            keep_reports(self.state, self._media, self._clock())
            drawn = self._faults.draw(request, storage=True)
            response = Storage(self.state, self._media, self.site).handle(request, self._clock(), drawn)
            self._storage_log.append(Seen(request.method, request.path, response.status))
            self._written()
            return response

    def _begun(self, request: Request, drawn: frozenset[str], now: float) -> Answer:
        """Carry the request out, unless a fault comes first."""
        if name := self._faults.first(drawn, Stage.BEFORE):
            return BEFORE[name](request, self._faults.stream(name), self.site)
        for name in sorted(drawn & EVENTS.keys()):
            EVENTS[name](self.state, request, now)
        if "late-commit" in drawn:
            luck = self._faults.stream("late-commit")
            postpone(self.state, request, drawn, now, luck)
            return replace(crashed(504).answer, delivery=luck.choice((Delivery.WHOLE, Delivery.RESET)))
        return self._performed(request, drawn, now)

    def _performed(self, request: Request, switches: frozenset[str], now: float) -> Answer:
        try:
            if request.path.startswith(LOGIN):
                return sign_in(self.state, request, switches, now)
            if not request.path.startswith("/api/"):
                return file_page(self.state, self.site, request) or page(self.state, self.site, request.path)
            if is_service(request.path):
                return answer_service(self.state, request, switches, now)
            return self._routed(request, switches, now)
        except Refusal as refusal:
            return refusal.answer

    def _routed(self, request: Request, switches: frozenset[str], now: float) -> Answer:
        caller = person(self.state, request, now)
        found = matched(request.method, request.path)
        if found is None:
            raise not_found()
        route, path = found
        call = Call(self.state, request, self.site, now, switches, caller, path)
        if "course" in path:
            course_of(call)
        if route.teacher and not call.teaches:
            raise unauthorized()
        return route.handler(call)

    def _spoilt(self, request: Request, answer: Answer, drawn: frozenset[str]) -> Answer:
        """The answer after the faults that leave the deed done."""
        if not answer.done or self._faults.first(drawn, Stage.BEFORE):
            return answer
        for name in FAULTS:
            if name in drawn and name in CONTENT:
                answer = CONTENT[name](request, answer, self._faults.stream(name))
        last = self._faults.first(drawn, Stage.AFTER)
        return AFTER[last](answer, self._faults.stream(last)) if last else answer

    def _land_late(self, now: float, *, counted: bool) -> None:
        for request, switches in due(self.state, now, counted=counted):
            self._performed(request, switches, now)

    def _sealed(self, request: Request, answer: Answer, now: float) -> Response:
        """The response with the headers that every answer of Canvas has."""
        lost = answer.delivery in {Delivery.RESET, Delivery.SILENCE}
        self._log.append(Seen(request.method, request.path, 0 if lost else answer.status))
        headers = dict(answer.headers)
        skew = int(headers.pop("X-Sandbox-Skew", "0"))
        headers["Content-Type"] = answer.content_type
        headers["Date"] = formatdate(now + skew, usegmt=True)
        headers["X-Sandbox-Instance"] = self.state.instance
        if "X-Rate-Limit-Remaining" not in headers:
            headers["X-Request-Cost"] = str(self._throttle.size.cost)
            headers["X-Rate-Limit-Remaining"] = self._throttle.remaining(_key(request), now)
        return Response(answer.status, headers, answer.payload(), answer.delivery)


def _key(request: Request) -> str:
    return bearer(request) or "anonymous"
