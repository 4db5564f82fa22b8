"""The sandbox over real HTTP on loopback."""

import asyncio
import contextlib
import json
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import httpx
import pytest

from app.sandbox.server import SandboxServer


def _client(server: SandboxServer) -> httpx.Client:
    return httpx.Client(base_url=server.url, headers={"Authorization": f"Bearer {server.token}"}, trust_env=False)


def _quiz(title: str) -> dict[str, object]:
    return {"quiz": {"title": title}}


def test_a_quiz_created_by_http_is_held(server: SandboxServer) -> None:
    with _client(server) as client:
        created = client.post("/api/quiz/v1/courses/2/quizzes", json=_quiz("Cells"))
    assert created.json()["title"] == "Cells"
    assert [quiz["title"] for quiz in server.core.quizzes("2")] == ["Cells"]


def test_a_picture_goes_to_another_origin_and_comes_back(server: SandboxServer) -> None:
    with _client(server) as client:
        address = client.get("/api/quiz/v1/courses/1/quizzes/3/items/media_upload_url").json()["url"]
    assert address.startswith(server.storage_url + "/")
    with httpx.Client(trust_env=False) as storage:
        assert storage.put(address, content=b"pixels", headers={"Content-Type": "image/png"}).status_code == 200
        assert storage.get(address.partition("?")[0]).content == b"pixels"


def test_every_answer_names_the_instance(server: SandboxServer) -> None:
    with _client(server) as client:
        assert client.get("/api/v1/users/self").headers["X-Sandbox-Instance"] == server.instance
        assert client.get("/nothing").headers["X-Sandbox-Instance"] == server.instance


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        ("reset-after-commit", httpx.ReadError),
        ("timeout-after-commit", (httpx.ReadError, httpx.ReadTimeout)),
        ("truncated-body", (httpx.RemoteProtocolError, httpx.ReadError)),
    ],
)
def test_a_lost_answer_leaves_the_quiz_made(server: SandboxServer, fault: str, error: type[Exception]) -> None:
    server.core.set_fault(fault, 1)
    with _client(server) as client, pytest.raises(error):
        client.post("/api/quiz/v1/courses/2/quizzes", json=_quiz("Lost"), timeout=0.3)
    assert [quiz["title"] for quiz in server.core.quizzes("2")] == ["Lost"]


def test_a_slow_body_arrives_whole(server: SandboxServer) -> None:
    server.core.set_fault("slow-drip", 1)
    with _client(server) as client:
        assert client.get("/api/v1/courses").json()[0]["name"] == "Botany"


async def _five_at_once(server: SandboxServer) -> list[float]:
    headers = {"Authorization": f"Bearer {server.token}"}
    async with httpx.AsyncClient(base_url=server.url, headers=headers, trust_env=False) as client:
        answers = await asyncio.gather(*(client.get("/api/v1/users/self") for _ in range(5)))
    return [answer.elapsed.total_seconds() for answer in answers]


def test_requests_wait_side_by_side() -> None:
    with SandboxServer(latency_ms=200) as server:
        waits = asyncio.run(_five_at_once(server))
    assert min(waits) >= 0.2
    assert sum(waits) > 1.0 > max(waits)


def test_a_stop_does_not_wait_for_slow_answers() -> None:
    with SandboxServer(latency_ms=60_000) as server, _client(server) as client, pytest.raises(httpx.ReadTimeout):
        client.get("/api/v1/users/self", timeout=0.1)


def test_a_late_write_lands_by_itself(server: SandboxServer) -> None:
    server.core.set_fault("late-commit", 1)
    with _client(server) as client, contextlib.suppress(httpx.ReadError):
        assert client.post("/api/quiz/v1/courses/2/quizzes", json=_quiz("Late")).status_code == 504
    deadline = time.monotonic() + 5
    while server.core.expects_late_writes and time.monotonic() < deadline:
        threading.Event().wait(0.01)
    assert [quiz["title"] for quiz in server.core.quizzes("2")] == ["Late"]


def test_state_survives_a_restart_with_its_addresses(tmp_path: Path) -> None:
    with SandboxServer(data=tmp_path) as first, _client(first) as client:
        client.post("/api/quiz/v1/courses/2/quizzes", json=_quiz("Kept"))
        picture = first.core.items("1", "3")[3]["entry"]["interaction_data"]["image_url"]
    with SandboxServer(data=tmp_path) as second:
        assert (second.instance, second.token, second.url) == (first.instance, first.token, first.url)
        assert [quiz["title"] for quiz in second.core.quizzes("2")] == ["Kept"]
        assert httpx.get(picture, trust_env=False).content.startswith(b"\x89PNG")


@pytest.fixture
def process(tmp_path: Path) -> subprocess.Popen[str]:
    code = f"from pathlib import Path; from app.sandbox.server import run; run(data=Path({str(tmp_path / 'data')!r}))"
    return subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _first_line(process: subprocess.Popen[str]) -> dict[str, str]:
    assert process.stdout is not None
    return dict(json.loads(process.stdout.readline()))


def test_the_process_tells_where_it_is_and_stops_on_a_signal(process: subprocess.Popen[str]) -> None:
    with process:
        told = _first_line(process)
        answer = httpx.get(told["url"] + "/api/v1/courses", headers={"Authorization": f"Bearer {told['token']}"})
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=10)
    assert told["course_id"] in {str(course["id"]) for course in answer.json()}
    assert (process.returncode, errors) == (0, "")


def test_what_was_answered_survives_a_kill(process: subprocess.Popen[str], tmp_path: Path) -> None:
    with process:
        told = _first_line(process)
        with httpx.Client(base_url=told["url"], headers={"Authorization": f"Bearer {told['token']}"}) as client:
            client.post("/api/quiz/v1/courses/2/quizzes", json=_quiz("Answered"))
        process.kill()
    with SandboxServer(data=tmp_path / "data") as server:
        assert [quiz["title"] for quiz in server.core.quizzes("2")] == ["Answered"]
        assert server.instance == told["instance"]
