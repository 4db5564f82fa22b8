"""The leaky bucket."""

from collections.abc import Callable

import pytest

from app.sandbox.exchange import Request
from app.sandbox.throttle import BucketSize
from tests.support.core_client import Client

SELF = "/api/v1/users/self"


def _request(client: Client) -> Request:
    return Request("GET", SELF, "", {"authorization": f"Bearer {client.token}"})


def test_one_request_after_the_other_is_never_throttled(client: Client) -> None:
    assert {client.send("GET", SELF).status for _ in range(500)} == {200}


def test_the_thirteenth_request_at_once_is_refused(client: Client) -> None:
    admitted = [client.core.admit(_request(client)) for _ in range(13)]
    assert admitted[:12] == [None] * 12
    refused = admitted[12]
    assert refused is not None
    assert (refused.status, refused.body) == (403, b"403 Forbidden (Rate Limit Exceeded)\n")
    assert refused.headers["X-Rate-Limit-Remaining"] == "0.0"
    assert refused.headers["Content-Type"].startswith("text/plain")


def test_the_bucket_empties_with_time(client: Client) -> None:
    for _ in range(12):
        client.core.admit(_request(client))
    client.clock.now += 10
    assert client.send("GET", SELF).status == 200


def test_answers_tell_cost_and_rest(client: Client) -> None:
    headers = client.send("GET", SELF).headers
    assert (headers["X-Request-Cost"], headers["X-Rate-Limit-Remaining"]) == ("0.1", "599.9")


def test_a_tighter_bucket_throttles_a_fast_client(make: Callable[..., Client]) -> None:
    client = make(bucket=BucketSize(maximum=80, high_water=60, outflow=1, upfront=5, cost=10))
    assert [client.send("GET", SELF).status for _ in range(7)] == [200] * 6 + [403]


def test_tokens_have_buckets_of_their_own(client: Client) -> None:
    for _ in range(12):
        client.core.admit(_request(client))
    client.token = client.core.token("student")
    assert client.send("GET", SELF).status == 200


@pytest.mark.parametrize(
    ("fault", "status", "waits"),
    [("throttle-403", 403, None), ("throttle-429", 429, None), ("throttle-retry-after", 429, "1")],
)
def test_throttling_can_be_asked_for(client: Client, fault: str, status: int, waits: str | None) -> None:
    client.core.set_fault(fault, 1)
    response = client.send("GET", SELF)
    assert (response.status, response.headers.get("Retry-After")) == (status, waits)
    assert b"Rate Limit Exceeded" in response.body
