"""The client against a whole Canvas: the life of a quiz, and every fault that the sandbox knows."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Iterator
from urllib.parse import urlsplit

import pytest

from app.canvas import errors
from app.canvas.authentication import PersonalToken
from app.canvas.client import CanvasClient
from app.canvas.patience import Patience
from app.sandbox.faults.table import FAULTS, Stage
from app.sandbox.server import SandboxServer
from tests.support.scripted import PNG, Time

TRUE_FALSE = {
    "entry_type": "Item",
    "points_possible": 1,
    "entry": {
        "item_body": "<p>Bees dance.</p>",
        "interaction_type_slug": "true-false",
        "interaction_data": {"true_choice": "True", "false_choice": "False"},
        "properties": {},
        "scoring_data": {"value": True},
        "scoring_algorithm": "Equivalence",
    },
}


@pytest.fixture
def sandbox() -> Iterator[SandboxServer]:
    with SandboxServer() as server:
        yield server


def using(
    sandbox: SandboxServer,
    scenario: Callable[[CanvasClient], Awaitable[object]],
    *,
    token: str = "",
    patience: Patience | None = None,
) -> object:
    """What a scenario gives with a client of the sandbox, in a time that costs nothing."""

    async def inside() -> object:
        time = Time()
        login = PersonalToken(token or sandbox.token)
        async with CanvasClient(
            sandbox.url, login, clock=time.clock, sleep=time.sleep, rng=random.Random(1), patience=patience
        ) as client:
            return await scenario(client)

    return asyncio.run(inside())


def test_a_quiz_lives_from_its_creation_to_its_end(sandbox: SandboxServer) -> None:
    async def life(client: CanvasClient) -> None:
        course = sandbox.course_id
        quiz = str((await client.quizzes.create(course, {"title": "Bees"}))["id"])
        item = str((await client.items.create(course, quiz, TRUE_FALSE))["id"])
        await client.items.update(course, quiz, item, {"points_possible": 2})
        assert (await client.items.get(course, quiz, item))["points_possible"] == 2
        assert [row["id"] for row in await client.items.list(course, quiz)] == [item]
        assert (await client.assignments.publish(course, quiz, published=True))["published"] is True
        assert (await client.quizzes.update(course, quiz, {"title": "Wasps"}))["published"] is True
        assert quiz in [row["id"] for row in await client.quizzes.list(course)]
        assert quiz in [str(row["id"]) for row in await client.assignments.list(course)]
        await client.items.delete(course, quiz, item)
        await client.quizzes.delete(course, quiz)
        with pytest.raises(errors.Gone):
            await client.quizzes.get(course, quiz)

    using(sandbox, life)


def test_a_list_longer_than_any_page_is_read_whole(sandbox: SandboxServer) -> None:
    async def long_list(client: CanvasClient) -> int:
        quiz = str((await client.quizzes.create(sandbox.course_id, {"title": "Long"}))["id"])
        for _ in range(105):
            await client.items.create(sandbox.course_id, quiz, TRUE_FALSE)
        return len(await client.items.list(sandbox.course_id, quiz))

    assert using(sandbox, long_list) == 105


def test_a_picture_goes_up_and_comes_down_the_same(sandbox: SandboxServer) -> None:
    async def there_and_back(client: CanvasClient) -> bytes:
        quiz = str((await client.quizzes.create(sandbox.course_id, {"title": "Bees"}))["id"])
        address = await client.items.media_upload_url(sandbox.course_id, quiz)
        url = await client.storage.upload(address, PNG, "image/png")
        return await client.storage.download(url, hosts=[urlsplit(url).netloc])

    assert using(sandbox, there_and_back) == PNG


def test_the_person_the_courses_and_the_groups_are_read(sandbox: SandboxServer) -> None:
    async def look(client: CanvasClient) -> None:
        assert (await client.users.me()).name
        assert sandbox.course_id in [course.id for course in await client.courses.list()]
        group = await client.assignment_groups.create(sandbox.course_id, {"name": "Our quizzes"})
        names = {str(one["id"]): one["name"] for one in await client.assignment_groups.list(sandbox.course_id)}
        assert names[str(group["id"])] == "Our quizzes"

    using(sandbox, look)


async def create(client: CanvasClient) -> object:
    return await client.quizzes.create("1", {"title": "Bees"})


async def read(client: CanvasClient) -> object:
    return await client.quizzes.list("1")


def test_wrong_expired_and_weak_tokens_are_told_apart(sandbox: SandboxServer) -> None:
    for token in ("1~nobodys", sandbox.expired_token):
        with pytest.raises(errors.TokenRejected):
            using(sandbox, read, token=token)
    with pytest.raises(errors.NotAllowed):
        using(sandbox, create, token=sandbox.student_token)


def test_canvas_says_what_is_wrong_with_an_item(sandbox: SandboxServer) -> None:
    async def wrong(client: CanvasClient) -> object:
        quiz = str((await client.quizzes.create("1", {"title": "Bees"}))["id"])
        return await client.items.create("1", quiz, {**TRUE_FALSE, "points_possible": -1})

    with pytest.raises(errors.Invalid) as raised:
        using(sandbox, wrong)
    assert raised.value.words


LOST = (Stage.BEFORE, Stage.AFTER, Stage.LATE)


@pytest.mark.parametrize("slug", sorted(slug for slug, fault in FAULTS.items() if fault.stage in LOST))
def test_a_write_that_always_meets_a_fault_tells_the_truth_about_it(slug: str) -> None:
    """Where the client does not say that the outcome is unknown, the quiz is there or it is not, as it says."""
    with SandboxServer() as sandbox:
        before = using(sandbox, read)
        sandbox.core.set_fault(slug, 1.0)
        try:
            using(sandbox, create, patience=Patience(tries=2, throttled_tries=2, deadline=5))
            made = 1
        except errors.OutcomeUnknown:
            return
        except errors.CanvasError:
            made = 0
        sandbox.core.set_fault(slug, 0.0)
        after = using(sandbox, read)
        assert isinstance(before, tuple)
        assert isinstance(after, tuple)
        assert len(after) == len(before) + made


PASSING = [
    "error-before", "reset-before", "throttle-403", "throttle-429", "throttle-retry-after", "retry-after-absurd",
    "truncated-body", "not-json", "slow-drip", "wrong-date", "int-ids", "extra-fields",
]  # fmt: skip


@pytest.mark.parametrize("slug", PASSING)
def test_reading_gets_through_faults_that_pass(slug: str) -> None:
    with SandboxServer(faults={slug: 0.4}, seed=3) as sandbox:
        for _ in range(5):
            quizzes = using(sandbox, read, patience=Patience(tries=12, throttled_tries=12))
            assert isinstance(quizzes, tuple)
            assert quizzes
