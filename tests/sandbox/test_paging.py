"""Pages of lists, walked as a client walks them."""

import json
import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from app.sandbox.exchange import Response
from tests.support.core_client import Client, Questions

COURSES = "/api/v1/courses"


def _links(response: Response) -> dict[str, str]:
    found = re.findall(r'<([^>]+)>; rel="(\w+)"', response.headers.get("Link", ""))
    return {relation: address for address, relation in found}


def _walked(client: Client, path: str) -> list[str]:
    """The ids of a list, following `next`."""
    ids, address = [], path
    while address:
        response = client.send("GET", address)
        ids += [str(row["id"]) for row in json.loads(response.body)]
        parts = urlsplit(_links(response).get("next", ""))
        address = f"{parts.path}?{parts.query}" if parts.path else ""
    return ids


@pytest.mark.parametrize("size", [1, 3, 12, 100])
def test_walking_bookmarks_meets_every_item_once(questions: Questions, size: int) -> None:
    ids = [questions.create("true-false")["id"] for _ in range(12)]
    assert _walked(questions.client, f"{questions.path}?per_page={size}") == ids


def test_ten_rows_are_a_page_and_the_next_is_opaque(questions: Questions) -> None:
    for _ in range(12):
        questions.create("true-false")
    response = questions.client.send("GET", questions.path)
    assert len(json.loads(response.body)) == 10
    assert "page=bookmark%3A" in _links(response)["next"]
    assert set(_links(response)) == {"current", "next", "first"}


def test_per_page_is_clamped(questions: Questions) -> None:
    for _ in range(101):
        questions.create("true-false")
    assert len(questions.client.json("GET", f"{questions.path}?per_page=5000")) == 100
    assert len(questions.client.json("GET", f"{questions.path}?per_page=0")) == 1


def test_a_server_of_small_pages_gives_three_rows_whatever_is_asked(ask: Callable[..., Questions]) -> None:
    questions = ask(faults={"small-pages": 1})
    ids = [questions.create("true-false")["id"] for _ in range(7)]
    assert len(questions.client.json("GET", f"{questions.path}?per_page=100")) == 3
    assert _walked(questions.client, f"{questions.path}?per_page=100") == ids


def test_rows_of_one_position_keep_their_order_over_pages(ask: Callable[..., Questions]) -> None:
    questions = ask(faults={"positions-set": 1})
    ids = [questions.send(questions.entry("essay"), position=1)["id"] for _ in range(5)]
    listed = [row["id"] for row in questions.all()]
    assert sorted(listed) == sorted(ids)
    assert _walked(questions.client, f"{questions.path}?per_page=2") == listed


def test_an_invalid_bookmark_is_not_found(questions: Questions) -> None:
    for mark in ("bookmark:nonsense", "2", "bookmark:eyJhIjoxfQ=="):
        questions.client.json("GET", f"{questions.path}?page={mark}", status=404)


def test_core_lists_have_numbers_and_a_last_page(client: Client) -> None:
    links = _links(client.send("GET", f"{COURSES}?per_page=1&access_token=x"))
    assert links["next"] == f"{client.core.site.canvas}{COURSES}?page=2&per_page=1"
    assert links["last"] == links["next"]
    assert _walked(client, f"{COURSES}?per_page=1") == ["1", "2"]
    assert client.json("GET", f"{COURSES}?page=7") == []


def test_links_keep_the_rest_of_the_query(client: Client) -> None:
    assert (
        "enrollment_type=teacher" in _links(client.send("GET", f"{COURSES}?enrollment_type=teacher&per_page=1"))["next"]
    )
