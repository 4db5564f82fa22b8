"""The Practice Canvas really starts, keeps what it had, and ends."""

import subprocess
from pathlib import Path

import httpx
import pytest
from PySide6.QtWidgets import QApplication

from app.session.practice_canvas import PracticeCanvas, PracticeNotStarted, command
from app.session.tasks import Tasks
from tests.support.coroutine import run_in_loop, until


def name_of(url: str, token: str) -> str:
    """Who the token belongs to, asked by plain HTTP."""
    answer = httpx.get(f"{url}/api/v1/users/self", headers={"Authorization": f"Bearer {token}"})
    return str(answer.json()["name"])


def test_it_answers_and_ends(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario(_tasks: Tasks) -> None:
        canvas = PracticeCanvas(tmp_path)
        practice = await canvas.start()
        assert name_of(practice.url, practice.token)
        canvas.stop()
        with pytest.raises(httpx.ConnectError):
            name_of(practice.url, practice.token)

    run_in_loop(qapp, scenario)


def test_two_who_want_it_get_the_same_one(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario(tasks: Tasks) -> None:
        canvas = PracticeCanvas(tmp_path)
        other = tasks.start(canvas.start(), "start")
        assert await canvas.start() == await other
        canvas.stop()

    run_in_loop(qapp, scenario)


def test_it_is_the_same_canvas_after_a_restart(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario(_tasks: Tasks) -> None:
        canvas = PracticeCanvas(tmp_path)
        first = await canvas.start()
        canvas.stop()
        assert (await canvas.start()).instance == first.instance
        canvas.stop()

    run_in_loop(qapp, scenario)


def test_a_folder_that_is_taken_is_told(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario(_tasks: Tasks) -> None:
        canvas, other = PracticeCanvas(tmp_path), PracticeCanvas(tmp_path)
        await canvas.start()
        with pytest.raises(PracticeNotStarted, match="did not start"):
            await other.start()
        canvas.stop()

    run_in_loop(qapp, scenario)


def test_one_that_ended_by_itself_is_started_anew(qapp: QApplication, tmp_path: Path) -> None:
    async def scenario(_tasks: Tasks) -> None:
        canvas = PracticeCanvas(tmp_path)
        first = await canvas.start()
        canvas.kill()
        await until(lambda: not canvas.is_running)
        assert (await canvas.start()).instance == first.instance
        canvas.stop()

    run_in_loop(qapp, scenario)


def test_a_window_that_is_killed_leaves_no_practice_canvas_behind(tmp_path: Path) -> None:
    with subprocess.Popen(command(tmp_path), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert b'"url"' in process.stdout.readline()
        process.stdin.close()
        assert process.wait(20) == 0
