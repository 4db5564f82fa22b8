"""Several quizzes in one go: every one is looked at, then those that the person ticked are synced one after the other.

A quiz that goes wrong is told and does not stop the others.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from app.errors import UserError
from app.library.linked import LinkedCourse, linked_courses, quizzes_in
from app.library.row import LinkRow
from app.session.account_trouble import account_trouble
from app.session.sync_session import SyncSession
from app.session.workspace import Workspace
from app.sync.outcome import Outcome, total_of
from app.sync.step import Plan


@dataclass(frozen=True, slots=True)
class OneOfMany:
    """One quiz of a run: what is known of it by now. `stopped` says that it was begun and not seen through."""

    quiz_id: str
    title: str
    link: LinkRow | None = None
    course_name: str = ""
    plan: Plan | None = None
    outcome: Outcome | None = None
    error: UserError | None = None
    stopped: bool = False

    @property
    def does_anything(self) -> bool:
        """Whether a sync has anything to do; what was synced, or went wrong, has not."""
        if self.plan is None or self.outcome is not None or self.error is not None:
            return False
        return self.plan.sends or self.plan.brought

    @property
    def steps(self) -> int:
        """How much of the one progress it is: its writes, and the look that goes before them."""
        return 1 + (total_of(self.plan) if self.plan is not None else 0)


def of_quizzes(workspace: Workspace, quiz_ids: Collection[str]) -> tuple[OneOfMany, ...]:
    """These quizzes in this order, each with the first course that it is in."""
    titles = {row.id: row.title for row in workspace.rows()}
    return tuple(_one(titles[one], one, linked_courses(workspace.reader.db, one)) for one in quiz_ids if one in titles)


def of_course(workspace: Workspace, account_id: str, course_id: str) -> tuple[OneOfMany, ...]:
    """Every quiz that is in a course, also those that are in another one first."""
    titles = {row.id: row.title for row in workspace.rows()}
    found = quizzes_in(workspace.reader.db, account_id, course_id)
    return tuple(_one(titles.get(one.link.quiz_id, ""), one.link.quiz_id, [one]) for one in found)


def _one(title: str, quiz_id: str, courses: Sequence[LinkedCourse]) -> OneOfMany:
    if not courses:
        return OneOfMany(quiz_id, title)
    return OneOfMany(quiz_id, title, courses[0].link, courses[0].course_name)


class ManySyncs:
    """One run over several quizzes. Once an account cannot be asked, its other quizzes are told so and not tried."""

    def __init__(self, session: SyncSession) -> None:
        self._session = session
        self._over: dict[str, UserError] = {}

    async def looked_at(self, one: OneOfMany) -> OneOfMany:
        """The quiz with its plan, or with what went wrong; one that is in no course stays as it is."""
        if one.link is None:
            return one
        fresh = OneOfMany(one.quiz_id, one.title, one.link, one.course_name)
        try:
            return replace(fresh, plan=await self._session.plan(self._open(one.link)))
        except UserError as error:
            return replace(fresh, error=self._noted(one.link, error))

    async def synced(self, one: OneOfMany, outcome: Outcome) -> OneOfMany:
        """The quiz with what its sync did, or with what went wrong; `outcome` is filled meanwhile."""
        assert one.link is not None
        try:
            return replace(one, outcome=await self._session.run(self._open(one.link), outcome=outcome))
        except UserError as error:
            return replace(one, error=self._noted(one.link, error))

    def _open(self, link: LinkRow) -> LinkRow:
        """The link, if its account can be asked. Raises what stopped the one before."""
        if link.account_id in self._over:
            raise self._over[link.account_id]
        return link

    def _noted(self, link: LinkRow, error: UserError) -> UserError:
        trouble = account_trouble(error)
        if trouble is not None:
            self._over[link.account_id] = trouble
        return error
