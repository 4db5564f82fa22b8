"""How many requests are in flight, and how that answers to refusals."""

import asyncio
from collections.abc import Callable, Coroutine

from app.canvas.pace import Kind, Pace
from tests.support.scripted import Time


class Traffic:
    """Requests that stay in flight until they are let go, and the most that flew together."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._landing = asyncio.Event()
        self.flying = 0
        self.most = 0

    async def fly(self, kind: Kind = "read") -> None:
        async with self._pace.slot(kind):
            self.flying += 1
            self.most = max(self.most, self.flying)
            await self._landing.wait()
            self.flying -= 1

    def land(self) -> None:
        self._landing.set()

    async def settle(self) -> None:
        for _ in range(20):
            await asyncio.sleep(0)

    async def all_of(self, count: int, kind: Kind = "read") -> int:
        async with asyncio.TaskGroup() as group:
            for _ in range(count):
                group.create_task(self.fly(kind))
            await self.settle()
            self.land()
        return self.most


def in_flight(time: Time, prepare: Callable[[Pace], None], count: int = 10) -> int:
    async def scenario() -> int:
        pace = Pace(clock=time.clock, sleep=time.sleep)
        prepare(pace)
        return await Traffic(pace).all_of(count)

    return asyncio.run(scenario())


def clean(answers: int) -> Callable[[Pace], None]:
    def prepare(pace: Pace) -> None:
        for _ in range(answers):
            pace.answered(None)

    return prepare


def test_two_requests_fly_at_the_start_and_three_after_twenty_clean_ones(time: Time) -> None:
    assert in_flight(time, clean(0)) == 2
    assert in_flight(time, clean(19)) == 2
    assert in_flight(time, clean(20)) == 3
    assert in_flight(time, clean(1000)) == 3


def test_a_refusal_halves_and_begins_to_count_anew(time: Time) -> None:
    def prepare(pace: Pace) -> None:
        clean(39)(pace)
        pace.refused(0)
        clean(19)(pace)

    assert in_flight(time, prepare) == 1


def test_little_rest_lets_one_fly_and_plenty_opens_again(time: Time) -> None:
    def narrow(pace: Pace) -> None:
        pace.answered(150.0)

    def wide(pace: Pace) -> None:
        narrow(pace)
        pace.answered(None)
        pace.answered(300.0)

    assert in_flight(time, narrow) == 1
    assert in_flight(time, wide) == 2


def test_nothing_goes_out_during_a_pause(time: Time) -> None:
    assert in_flight(time, lambda pace: pace.refused(30.0)) == 1
    assert time.now == 30.0


def test_a_pause_is_never_longer_than_two_minutes(time: Time) -> None:
    in_flight(time, lambda pace: pace.answered(-1e9))
    assert time.now == 120.0


def test_a_bucket_that_pauses_do_not_fill_is_taken_for_a_smaller_one(time: Time) -> None:
    def small(pace: Pace) -> None:
        for _ in range(4):
            pace.answered(60.0)

    def emptied(pace: Pace) -> None:
        for left in (10.0, 60.0, 200.0, 60.0, 60.0):
            pace.answered(left)

    assert in_flight(time, small) == 2
    assert in_flight(time, emptied) == 1, "another program emptied it, and it filled again meanwhile"


def test_reads_and_writes_do_not_wait_for_each_other(time: Time) -> None:
    async def scenario() -> int:
        traffic = Traffic(Pace(clock=time.clock, sleep=time.sleep))
        async with asyncio.TaskGroup() as group:
            group.create_task(traffic.all_of(4, "read"))
            group.create_task(traffic.all_of(4, "write"))
        return traffic.most

    assert asyncio.run(scenario()) == 4


def test_a_cancelled_request_leaves_its_place_to_the_next(time: Time) -> None:
    async def scenario() -> int:
        traffic = Traffic(Pace(clock=time.clock, sleep=time.sleep))
        tasks = [asyncio.create_task(traffic.fly()) for _ in range(5)]
        await traffic.settle()
        for task in (tasks[0], tasks[1], tasks[4]):
            task.cancel()
        await traffic.settle()
        traffic.land()
        results = await asyncio.gather(*tasks, return_exceptions=True)
        return results.count(None)

    assert asyncio.run(scenario()) == 2


def test_writes_of_one_lane_go_one_at_a_time_and_in_order(time: Time) -> None:
    pace = Pace(clock=time.clock, sleep=time.sleep)
    order: list[str] = []

    def write(lane: str, name: str) -> Coroutine[object, object, None]:
        async def inside() -> None:
            async with pace.lane(lane):
                order.append(f"{name} begins")
                await asyncio.sleep(0)
                order.append(f"{name} ends")

        return inside()

    async def scenario() -> None:
        await asyncio.gather(write("a", "first"), write("a", "second"), write("b", "other"))

    asyncio.run(scenario())
    assert order.index("first ends") < order.index("second begins")
    assert order.index("other begins") < order.index("first ends")
