"""The core behind httpx without a server."""

import asyncio

import httpx
import pytest

from tests.support.core_client import Client
from tests.support.core_transport import CoreTransport

QUIZZES = "/api/quiz/v1/courses/2/quizzes"


async def _posted(client: Client, address: str) -> httpx.Response:
    headers = {"Authorization": f"Bearer {client.token}"}
    async with httpx.AsyncClient(transport=CoreTransport(client.core), headers=headers) as http:
        return await http.post(address, json={"quiz": {"title": "Cells"}})


def test_requests_reach_the_core(client: Client) -> None:
    answer = asyncio.run(_posted(client, client.core.site.canvas + QUIZZES))
    assert answer.json()["title"] == "Cells"
    assert len(client.core.quizzes("2")) == 1


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("reset-after-commit", httpx.ReadError),
        ("timeout-after-commit", httpx.ReadTimeout),
        ("truncated-body", httpx.RemoteProtocolError),
    ],
)
def test_lost_answers_are_the_errors_of_a_network(client: Client, fault: str, error: type[Exception]) -> None:
    client.core.set_fault(fault, 1)
    with pytest.raises(error):
        asyncio.run(_posted(client, client.core.site.canvas + QUIZZES))
    assert len(client.core.quizzes("2")) == 1


def test_the_storage_refuses_a_token_and_other_hosts_are_unknown(client: Client) -> None:
    assert asyncio.run(_posted(client, client.core.site.storage + QUIZZES)).status_code == 400
    with pytest.raises(httpx.ConnectError):
        asyncio.run(_posted(client, "http://elsewhere.sandbox" + QUIZZES))
