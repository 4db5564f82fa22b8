"""Pictures of texts go to a course's files and come from there; the storage never sees the token."""

import pytest

from app.canvas import errors
from app.canvas.client import CanvasClient
from app.canvas.file_address import course_of, file_path
from app.canvas.files import NewFile
from tests.support.scripted import PNG, TOKEN, Asked, Reply, Runner, ScriptedServer, Wire

LEAF = NewFile("leaf.png", PNG, "image/png")
SECRET = "canary-of-the-form"


class Upload:
    """A scenario that uploads a picture to course 7."""

    async def __call__(self, client: CanvasClient) -> str:
        return await client.files.upload("7", LEAF)


class Picture:
    """A scenario that fetches the picture at an address."""

    def __init__(self, address: str, *hosts: str) -> None:
        self.address, self.hosts = address, hosts

    async def __call__(self, client: CanvasClient) -> bytes:
        return await client.files.picture(self.address, hosts=self.hosts)


def begun(wire: Wire, store: ScriptedServer) -> Reply:
    fields = {"Policy": SECRET, "empty": None, "status": 201, "flag": True}
    return wire.json({"upload_url": f"{store.url}/files_api", "upload_params": fields})


def finished(wire: Wire, server: ScriptedServer) -> Reply:
    url = f"{server.url}/files/55/download?download_frd=1&verifier=v3r"
    return wire.json({"id": "55", "size": len(PNG), "url": url})


def confirming(wire: Wire, server: ScriptedServer, status: int = 303) -> Reply:
    return wire.body(b"", status, Location=f"{server.url}/api/v1/files/55/create_success?uuid=u")


@pytest.mark.parametrize("status", [201, 301, 302, 303, 307])
def test_an_upload_gives_the_address_for_the_text(
    server: ScriptedServer, other_server: ScriptedServer, wire: Wire, run: Runner, status: int
) -> None:
    server.answer(begun(wire, other_server), finished(wire, server))
    other_server.answer(confirming(wire, server, status))
    assert run(Upload()) == f"{server.url}/courses/7/files/55/preview?verifier=v3r"
    assert server.asked[0].path == "/api/v1/courses/7/files"
    assert server.asked[0].json == {
        "name": "leaf.png",
        "size": len(PNG),
        "content_type": "image/png",
        "parent_folder_path": "Quizwright",
        "on_duplicate": "overwrite",
    }
    assert server.asked[1].headers["authorization"] == f"Bearer {TOKEN}"


def test_the_storage_gets_the_fields_as_they_came_then_the_file_and_no_token(
    server: ScriptedServer, other_server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    server.answer(begun(wire, other_server), finished(wire, server))
    other_server.answer(confirming(wire, server))
    run(Upload())
    sent = other_server.asked[0]
    names = [part.partition(b'"')[0] for part in sent.body.split(b'name="')[1:]]
    assert names == [b"Policy", b"empty", b"status", b"flag", b"file", b"leaf.png"]
    assert sent.body.index(SECRET.encode()) < sent.body.index(PNG)
    assert {"authorization", "cookie"}.isdisjoint(sent.headers)
    assert TOKEN not in str(other_server.asked)


def test_the_last_step_goes_without_the_token_to_any_other_origin(
    server: ScriptedServer, other_server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    server.answer(begun(wire, other_server))
    other_server.answer(confirming(wire, other_server), finished(wire, server))
    assert run(Upload()).startswith(f"{server.url}/courses/7/files/55/preview")
    assert TOKEN not in str(other_server.asked)


@pytest.mark.parametrize("words", ["file size exceeds quota", "file size exceeds quota limits"])
def test_a_full_course_is_told_with_what_to_do(server: ScriptedServer, wire: Wire, run: Runner, words: str) -> None:
    server.answer(wire.json({"message": words}, 400))
    with pytest.raises(errors.QuotaExceeded) as told:
        run(Upload())
    assert "delete files" in str(told.value.hint)
    assert len(server.asked) == 1


def test_what_is_lost_on_the_way_is_sent_again(
    server: ScriptedServer, other_server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    server.answer(wire.reset(), begun(wire, other_server), wire.json({}, 502), finished(wire, server))
    other_server.answer(wire.reset(), wire.body(b"", 503), confirming(wire, server))
    assert run(Upload()).endswith("/courses/7/files/55/preview?verifier=v3r")


def test_expired_fields_are_asked_for_anew(
    server: ScriptedServer, other_server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    server.answer(begun(wire, other_server), begun(wire, other_server), finished(wire, server))
    other_server.answer(wire.body(b"", 403), confirming(wire, server))
    assert run(Upload()).endswith("verifier=v3r")


def test_a_refusal_of_the_storage_shows_no_secret(
    server: ScriptedServer, other_server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    server.answer(begun(wire, other_server))
    other_server.answer(wire.body(f"<Error><Message>no {SECRET}</Message></Error>".encode(), 400))
    with pytest.raises(errors.UploadRefused) as told:
        run(Upload())
    assert SECRET not in f"{told.value} {told.value.message} {told.value!r}"


@pytest.mark.parametrize("answer", [{}, {"upload_url": "x"}, {"upload_url": "ftp://a", "upload_params": {}}])
def test_an_answer_that_is_no_form_is_refused(
    server: ScriptedServer, wire: Wire, run: Runner, answer: dict[str, object]
) -> None:
    server.answer(wire.json(answer))
    with pytest.raises((errors.NotCanvas, errors.UploadRefused)):
        run(Upload())


@pytest.mark.parametrize("address", ["/courses/7/files/55/preview?verifier=old", "files/55/download", "{url}/files/55"])
def test_a_picture_of_canvas_is_asked_for_through_the_api(
    server: ScriptedServer, other_server: ScriptedServer, wire: Wire, run: Runner, address: str
) -> None:
    onward = wire.body(b"", 302, Location=f"{other_server.url}/store/55?token=t")
    server.answer(finished(wire, server), onward)
    other_server.answer(wire.body(PNG))
    assert run(Picture(address.replace("{url}", server.url))) == PNG
    assert server.asked[0].path.endswith("/files/55")
    assert "authorization" not in server.asked[1].headers
    assert TOKEN not in str(other_server.asked)


def test_another_host_is_not_asked_unless_it_is_named(
    server: ScriptedServer, other_server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    other_server.answer(wire.body(PNG))
    address = f"{other_server.url}/leaf.png"
    with pytest.raises(errors.DownloadRefused):
        run(Picture(address))
    assert other_server.asked == []
    assert run(Picture(address, other_server.url.removeprefix("http://"))) == PNG


def test_the_store_that_took_an_upload_may_be_read(
    server: ScriptedServer, other_server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    async def both(client: CanvasClient) -> bytes:
        await client.files.upload("7", LEAF)
        return await client.files.picture(f"{other_server.url}/store/55")

    server.answer(begun(wire, other_server), finished(wire, server))
    other_server.answer(confirming(wire, server), wire.body(PNG))
    assert run(both) == PNG


def test_a_picture_that_is_none_or_too_large_is_refused(
    server: ScriptedServer, other_server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    def then(body: bytes) -> None:
        server.answer(finished(wire, server), wire.body(b"", 302, Location=f"{other_server.url}/p"))
        other_server.answer(wire.body(body))

    for body in (b"<html>log in</html>", PNG + bytes(20 * 2**20)):
        then(body)
        with pytest.raises(errors.DownloadRefused):
            run(Picture("/files/55"))


def test_a_login_page_is_no_picture(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    def scripted(asked: Asked) -> Reply:
        return wire.json({"id": "55", "url": ""}) if "/api/" in asked.target else wire.body(b"<html></html>")

    server.answer(scripted)
    for address in ("/files/55/preview", "/images/leaf.png"):
        with pytest.raises(errors.DownloadRefused):
            run(Picture(address))


@pytest.mark.parametrize(
    ("address", "path", "course"),
    [
        ("https://c.edu/courses/7/files/55/preview?x=1", "/api/v1/courses/7/files/55", "7"),
        ("/courses/1~7/files/1~55", "/api/v1/courses/1~7/files/1~55", "1~7"),
        ("/users/3/files/55/preview", "/api/v1/files/55", None),
        ("/files/55/download", "/api/v1/files/55", None),
        ("/courses/7/pages/files", None, None),
        ("/images/55.png", None, None),
        ("https://[broken/files/5", None, None),
    ],
)
def test_the_file_that_an_address_names(address: str, path: str | None, course: str | None) -> None:
    assert (file_path(address), course_of(address)) == (path, course)
