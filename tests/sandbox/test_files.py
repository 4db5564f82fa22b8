"""Files of a course in three steps: announced, sent to the other origin, confirmed."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from app.sandbox.exchange import Json, Request, Response
from app.sandbox.server import SandboxServer
from tests.support.core_client import Client

FILES = "/api/v1/courses/1/files"
PNG = b"\x89PNG\r\n\x1a\n\r\n--pixels\x00\xff"


def begin(client: Client, name: str = "leaf.png", *, status: int = 200, **more: Json) -> Json:
    body = {"name": name, "size": len(PNG), "content_type": "image/png", **more}
    return client.json("POST", FILES, body, status=status)


def form(fields: dict[str, Json], content: bytes = PNG, *, first: bool = False) -> bytes:
    file = b'--b\r\nContent-Disposition: form-data; name="file"; filename="x.png"\r\nContent-Type: image/png\r\n\r\n'
    parts = [f'--b\r\nContent-Disposition: form-data; name="{k}"\r\n\r\n{v}\r\n'.encode() for k, v in fields.items()]
    parts.insert(0 if first else len(parts), file + content + b"\r\n")
    return b"".join(parts) + b"--b--\r\n"


def send(client: Client, begun: Json, body: bytes | None = None, **headers: str) -> Response:
    sent = {"content-type": "multipart/form-data; boundary=b", **headers}
    path = urlsplit(begun["upload_url"]).path
    return client.core.handle_storage(Request("POST", path, "", sent, body or form(begun["upload_params"])))


def confirm(client: Client, sent: Response) -> Json:
    parts = urlsplit(sent.headers["Location"])
    return client.json("GET", f"{parts.path}?{parts.query}")


def uploaded(client: Client, name: str = "leaf.png", **more: Json) -> Json:
    return confirm(client, send(client, begin(client, name, **more)))


def fetched(client: Client, address: str) -> Response:
    """What a browser without a login gets, over both origins."""
    parts = urlsplit(address)
    answer = client.core.handle(Request("GET", parts.path, parts.query))
    target = urlsplit(answer.headers.get("Location", ""))
    storage = f"{target.scheme}://{target.netloc}" == client.core.site.storage
    return client.core.handle_storage(Request("GET", target.path, target.query)) if storage else answer


def test_a_file_goes_up_in_three_steps(client: Client) -> None:
    begun = begin(client, parent_folder_path="Quizwright")
    assert begun["upload_url"].startswith(client.core.site.storage)
    sent = send(client, begun)
    assert sent.status == 303
    file = confirm(client, sent)
    assert (file["display_name"], file["content-type"], file["size"]) == ("leaf.png", "image/png", len(PNG))
    assert [row["folder"] for row in client.core.files("1")] == ["Quizwright"]
    assert client.core.file_content(str(file["id"])) == PNG


def test_before_the_last_step_there_is_no_file(client: Client) -> None:
    send(client, begin(client))
    assert client.core.files("1") == []


def test_the_last_step_may_be_asked_again(client: Client) -> None:
    sent = send(client, begin(client))
    assert confirm(client, sent) == confirm(client, sent)
    assert len(client.core.files("1")) == 1


def test_a_file_of_the_same_name_is_replaced_and_its_address_leads_on(client: Client) -> None:
    first = uploaded(client)
    second = uploaded(client)
    assert [row["id"] for row in client.core.files("1")] == [str(second["id"])]
    assert fetched(client, first["url"]).body == PNG


def test_a_file_may_be_given_another_name_instead(client: Client) -> None:
    names = [uploaded(client, on_duplicate="rename")["display_name"] for _ in range(3)]
    assert names == ["leaf.png", "leaf-1.png", "leaf-2.png"]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"parent_folder_path": "a", "parent_folder_id": "1"}, "Can't set folder path and folder id"),
        ({"on_duplicate": "ask"}, "invalid on_duplicate option"),
        ({"size": 501 * 2**20}, "file size exceeds quota"),
    ],
)
def test_what_canvas_refuses_at_once(client: Client, more: dict[str, Json], words: str) -> None:
    assert begin(client, status=400, **more) == {"message": words}


def test_the_quota_tells_what_is_used(client: Client) -> None:
    uploaded(client)
    assert client.json("GET", f"{FILES}/quota") == {"quota": 500 * 2**20, "quota_used": len(PNG)}
    client.core.set_file_quota("1", len(PNG) + 1)
    assert begin(client, "other.png", status=400) == {"message": "file size exceeds quota"}


def test_the_storage_takes_no_token(client: Client) -> None:
    assert send(client, begin(client), authorization=f"Bearer {client.token}").status == 400


def test_the_file_comes_last_and_the_fields_as_they_were(client: Client) -> None:
    begun = begin(client)
    params = begun["upload_params"]
    assert send(client, begun, form(params, first=True)).status == 400
    assert send(client, begun, form({**params, "Filename": "other.png"})).status == 403
    assert send(client, begun, form(params, PNG + b"more")).status == 400
    assert send(client, begun, b"no form").status == 400


def test_the_fields_live_half_an_hour(client: Client) -> None:
    begun = begin(client)
    client.clock.now += 1801
    refused = send(client, begun)
    assert refused.status == 403
    assert b"Policy expired" in refused.body


@pytest.mark.parametrize(
    ("fault", "status", "delivery"),
    [
        ("file-upload-expired", 403, "whole"),
        ("file-upload-refused", 403, "whole"),
        ("file-upload-lost", 303, "reset"),
        ("file-upload-created", 201, "whole"),
    ],
)
def test_the_second_step_can_go_wrong(client: Client, fault: str, status: int, delivery: str) -> None:
    client.core.set_fault(fault, 1)
    sent = send(client, begin(client))
    assert (sent.status, sent.delivery) == (status, delivery)


def test_the_answer_to_the_last_step_can_be_lost(client: Client) -> None:
    sent = send(client, begin(client))
    client.core.set_fault("file-confirm-lost", 1)
    parts = urlsplit(sent.headers["Location"])
    assert client.send("GET", f"{parts.path}?{parts.query}").delivery == "reset"
    assert len(client.core.files("1")) == 1


def test_a_course_can_be_full(client: Client) -> None:
    client.core.set_fault("file-quota", 1)
    assert begin(client, status=400) == {"message": "file size exceeds quota"}


def test_an_address_without_its_verifier_asks_for_a_login(client: Client) -> None:
    file = uploaded(client)
    preview = f"{client.core.site.canvas}/courses/1/files/{file['id']}/preview"
    assert fetched(client, f"{preview}?verifier={file['uuid']}").body == PNG
    assert fetched(client, preview).headers["Location"].endswith("/login/canvas")


def test_the_storage_serves_a_file_only_with_its_query(client: Client) -> None:
    file = uploaded(client)
    assert client.core.handle_storage(Request("GET", f"/files/{file['uuid']}")).status == 403


def test_a_student_uploads_nothing(client: Client) -> None:
    client.token = client.core.token("student")
    begin(client, status=401)


def test_files_are_still_there_after_a_restart(tmp_path: Path) -> None:
    with SandboxServer(data=tmp_path) as server:
        key = server.core.add_file("1", "leaf.png", PNG)
    with SandboxServer(data=tmp_path) as server:
        assert [row["id"] for row in server.core.files("1")] == [key]
        assert server.core.file_content(key) == PNG
