"""The 18 operations of the Quiz service, client and sandbox, over real HTTP with a raw token."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import httpx
import pytest

from app.canvas import errors
from app.canvas.quiz_service import BY_NAME, OPERATIONS, Confidence, QuizService
from app.canvas.service_token import ServiceToken
from app.sandbox.classroom import Classroom
from app.sandbox.server import SandboxServer

SESSION = "30002"
"""The session of student 2 in quiz 3."""


@pytest.fixture
def server() -> Iterator[SandboxServer]:
    with SandboxServer() as server:
        Classroom(server.core).sit("3", "2", answers={"1": {"text": "leaf", "points": 1}})
        yield server


def using(server: SandboxServer, scenario: Callable[[QuizService], Awaitable[object]], token: str = "") -> Any:  # noqa: ANN401  (raw JSON)
    async def inside() -> object:
        async with QuizService(server.url, ServiceToken(token or server.token)) as service:
            return await scenario(service)

    return asyncio.run(inside())


def test_there_are_18_operations_each_with_how_sure_it_is() -> None:
    assert (len(OPERATIONS), len(BY_NAME)) == (18, 18)
    assert {one.confidence for one in OPERATIONS} == set(Confidence)


@pytest.mark.parametrize(
    ("scenario", "found"),
    [
        (lambda s: s.banks(["160", "161"]), []),
        (lambda s: s.create_course(201), {"id": "201", "canvas_id": "201"}),
        (lambda s: s.associate_courses(196, [7]), {"canvas_id": "196", "course_ids": ["7"]}),
        (
            lambda s: s.associate_quizzes(550000000000154, [154]),
            {"canvas_id": "550000000000154", "quiz_ids": ["550000000000154"]},
        ),
        (lambda s: s.items_shareable(["1"]), {"shareable": True, "ids": ["1"]}),
        (lambda s: s.stimuli_shareable(["1"]), {"shareable": True, "ids": ["1"]}),
        (lambda s: s.session_time(int(SESSION)), {"id": SESSION, "elapsed": 0}),
        (lambda s: s.response_events(int(SESSION), [{"type": "x"}]), {"accepted": True, "resumable": True}),
        (
            lambda s: s.item_responses(int(SESSION)),
            [{"item_id": "1", "response": {"text": "leaf", "points": 1}}],
        ),
    ],
)
def test_an_operation_gives_what_its_specification_says(
    server: SandboxServer, scenario: Callable[[QuizService], Awaitable[object]], found: object
) -> None:
    assert using(server, scenario) == found


def test_courses_are_made_changed_and_deleted_and_an_unknown_one_is_gone(server: SandboxServer) -> None:
    async def scenario(service: QuizService) -> object:
        with pytest.raises(errors.Gone):
            await service.update_course(9999, {"name": "x"})
        await service.create_course(9999)
        changed = await service.update_course(9999, {"name": "Botany"})
        await service.delete_course(9999)
        with pytest.raises(errors.Gone):
            await service.delete_course(9999)
        return changed

    assert using(server, scenario) == {"canvas_id": "9999", "name": "Botany"}


def test_jobs_are_begun_for_quizzes_that_are_there_all_or_none(server: SandboxServer) -> None:
    async def scenario(service: QuizService) -> object:
        with pytest.raises(errors.Gone):
            await service.sync_quizzes(2462, ["3", "999"])
        with pytest.raises(errors.Invalid):
            await service.clone_quizzes([])
        one = await service.clone_quiz(3)
        many = await service.clone_quizzes(["3"])
        synced = await service.sync_quizzes(2462, ["3"])
        export = await service.content_export({"shuffle": True})
        return [one, many, synced, export]

    one, many, synced, export = using(server, scenario)
    assert (one["bank_share_job"], many["quiz_ids"], synced["version"]) == (None, ["3"], 1)
    assert export["export_settings"] == {"shuffle": True}


def test_sessions_come_in_one_page_and_a_code_may_stay_good(server: SandboxServer) -> None:
    people = Classroom(server.core)
    for number in range(51):
        people.sit("3", people.add_student("1", f"Student {number}"))

    async def scenario(service: QuizService) -> object:
        sessions = await service.sessions(3)
        changed = await service.update_session(int(SESSION), disable_ac_invalidation=True)
        return [sessions, await service.sessions(3, [SESSION]), changed]

    sessions, one, changed = using(server, scenario)
    assert (len(sessions), [row["id"] for row in one], changed["access_code_valid"]) == (52, [SESSION], True)


def test_stimuli_are_filtered_and_paged_with_a_total(server: SandboxServer) -> None:
    found = using(server, lambda s: s.stimuli(filter="a", page=1, per_page=1))
    assert len(found) == 1
    answer = httpx.get(f"{server.url}/api/stimuli?per_page=1", headers={"Authorization": server.token})
    assert int(answer.headers["total"]) >= 1


def test_with_bearer_or_a_token_of_a_student_nobody_gets_in(server: SandboxServer) -> None:
    answer = httpx.get(f"{server.url}/api/banks/batch_show", headers={"Authorization": f"Bearer {server.token}"})
    assert (answer.status_code, answer.json()["errors"][0]["error_type"]) == (401, "JWT::DecodeError")
    assert "Invalid segment encoding" in answer.text
    with pytest.raises(errors.NotAllowed, match="Signature verification failed"):
        using(server, lambda s: s.banks([]), token=server.student_token)


def test_a_service_that_does_not_know_its_host_says_so(server: SandboxServer) -> None:
    server.core.set_fault("unknown-host", 1)
    with pytest.raises(errors.Gone):
        using(server, lambda s: s.banks([]))


def test_the_token_is_never_shown() -> None:
    assert "secret" not in repr(ServiceToken("secret-token"))
    with pytest.raises(errors.CanvasError):
        ServiceToken("with a blank")
