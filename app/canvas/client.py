"""One account on one Canvas: its APIs, its storage, and one end for all of it."""

import asyncio
import random
import time
from types import TracebackType
from typing import Self

import httpx

from app.canvas.access_tokens import AccessTokens
from app.canvas.accommodations import Accommodations
from app.canvas.address import is_loopback
from app.canvas.assignment_groups import AssignmentGroups
from app.canvas.assignments import Assignments
from app.canvas.authentication import Authentication
from app.canvas.connection import Connection
from app.canvas.courses import Courses
from app.canvas.files import Files
from app.canvas.items import Items
from app.canvas.pace import Clock, Pace, Sleep
from app.canvas.patience import Patience
from app.canvas.quiz_extensions import QuizExtensions
from app.canvas.quiz_submissions import QuizSubmissions
from app.canvas.quizzes import Quizzes
from app.canvas.reports import Reports
from app.canvas.storage import Storage
from app.canvas.strangers import Strangers
from app.canvas.students import Students
from app.canvas.users import Users


class CanvasClient:
    """What the app needs of Canvas. The token is forgotten by `aclose`; the storage never had it."""

    def __init__(
        self,
        origin: str,
        authentication: Authentication,
        *,
        clock: Clock = time.monotonic,
        sleep: Sleep = asyncio.sleep,
        rng: random.Random | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        storage_transport: httpx.AsyncBaseTransport | None = None,
        pace: Pace | None = None,
        patience: Patience | None = None,
    ) -> None:
        """Nothing is opened before the first request. The transports take the place of the network in tests."""
        rng = rng or random.Random()
        self._connection = Connection(
            origin,
            authentication,
            clock=clock,
            sleep=sleep,
            rng=rng,
            transport=transport,
            pace=pace,
            patience=patience,
        )
        self.origin = self._connection.origin
        self.quizzes = Quizzes(self._connection)
        self.items = Items(self._connection)
        self.courses = Courses(self._connection)
        self.users = Users(self._connection)
        self.access_tokens = AccessTokens(self._connection)
        self.assignment_groups = AssignmentGroups(self._connection)
        self.assignments = Assignments(self._connection)
        self.students = Students(self._connection)
        self.quiz_submissions = QuizSubmissions(self._connection)
        self.quiz_extensions = QuizExtensions(self._connection)
        self.accommodations = Accommodations(self._connection)
        self.reports = Reports(self._connection)
        self.storage = Storage(
            allow_loopback=is_loopback(self.origin),
            sleep=sleep,
            rng=rng,
            transport=storage_transport,
            patience=patience,
        )
        self.files = Files(self._connection, self.storage)
        self.strangers = Strangers()

    def __repr__(self) -> str:
        return f"CanvasClient({self.origin})"

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close every connection and forget the token; a second call changes nothing."""
        await self._connection.aclose()
        await self.storage.aclose()
        await self.strangers.aclose()
