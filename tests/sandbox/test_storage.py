"""Pictures on the other origin."""

import json
from urllib.parse import urlsplit

import pytest

from app.sandbox.exchange import Request, Response
from tests.support.core_client import Client

MINT = "/api/quiz/v1/courses/1/quizzes/3/items/media_upload_url"
IMAGE = {"content-type": "image/png"}


def _minted(client: Client) -> tuple[str, str]:
    """Path and query of a fresh upload address."""
    parts = urlsplit(client.json("GET", MINT)["url"])
    assert f"{parts.scheme}://{parts.netloc}" == client.core.site.storage != client.core.site.canvas
    return parts.path, parts.query


def _put(client: Client, path: str, query: str, **headers: str) -> Response:
    sent = {**IMAGE, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return client.core.handle_storage(Request("PUT", path, query, sent, b"pixels"))


def test_an_uploaded_picture_is_served_to_everybody(client: Client) -> None:
    path, query = _minted(client)
    assert _put(client, path, query).status == 200
    served = client.core.handle_storage(Request("GET", path))
    assert (served.status, served.body, served.headers["Content-Type"]) == (200, b"pixels", "image/png")
    assert client.core.media(client.core.site.storage + path) == b"pixels"


def test_every_address_is_new(client: Client) -> None:
    assert len({_minted(client)[0] for _ in range(20)}) == 20


def test_an_address_lives_two_minutes(client: Client) -> None:
    path, query = _minted(client)
    client.clock.now += 121
    refused = _put(client, path, query)
    assert refused.status == 403
    assert b"<Message>Request has expired</Message>" in refused.body


@pytest.mark.parametrize(
    "change", [("Expires=120", "Expires=9999"), ("Signature=", "Signature=0"), ("X-Amz-Date", "X-Date")]
)
def test_the_query_is_signed(client: Client, change: tuple[str, str]) -> None:
    path, query = _minted(client)
    assert _put(client, path, query.replace(*change)).status == 403
    assert _put(client, path + "x", query).status == 403
    assert _put(client, path, "").status == 403


def test_a_token_is_refused_by_the_storage(client: Client) -> None:
    path, query = _minted(client)
    refused = _put(client, path, query, authorization=f"Bearer {client.token}")
    assert refused.status == 400
    assert b"Only one auth mechanism allowed" in refused.body


@pytest.mark.parametrize("kind", ["", "text/plain", "application/x-www-form-urlencoded"])
def test_only_pictures_are_taken(client: Client, kind: str) -> None:
    path, query = _minted(client)
    assert _put(client, path, query, content_type=kind).status == 403


def test_what_was_never_uploaded_is_not_served(client: Client) -> None:
    path, _ = _minted(client)
    assert client.core.handle_storage(Request("GET", path)).status == 403


def test_the_sample_picture_is_there(client: Client) -> None:
    hot_spot = client.core.items("1", "3")[3]["entry"]
    assert client.core.media(hot_spot["interaction_data"]["image_url"]).startswith(b"\x89PNG")


def test_upload_addresses_can_expire_at_once_or_redirect(client: Client) -> None:
    path, query = _minted(client)
    client.core.set_fault("presigned-expired", 1)
    assert b"Request has expired" in _put(client, path, query).body
    client.core.set_fault("presigned-redirect", 1)
    redirect = _put(client, path, query)
    assert (redirect.status, redirect.headers["Location"] != path) == (307, True)
    assert client.core.storage_requests[-1].status == 307


def test_the_way_of_an_upload_is_not_taken_for_an_item(client: Client) -> None:
    assert list(json.loads(client.send("GET", MINT).body)) == ["url"]
