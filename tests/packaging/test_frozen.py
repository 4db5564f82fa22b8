"""The frozen program of this system: made anew in its own environment, it tries itself from the start to a sync."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import screen


@pytest.mark.timeout(900)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the workflow of a release does it elsewhere")
def test_the_frozen_program_works_from_start_to_sync(project: Path) -> None:
    place = screen.screen()
    command = [sys.executable, str(project / "packaging" / "dev.py"), "build", "--folder"]
    done = subprocess.run(command, env=place.variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    report = json.loads((project / "dist" / "self-test.json").read_text(encoding="utf-8"))
    assert [step["step"] for step in report["steps"] if step["failed"]] == []
    assert report["steps"][-1]["step"] == "Practice Canvas and sync"
    frozen = project / "dist" / "Quizwright" / "quizwright"
    told = subprocess.run([str(frozen), "--version"], capture_output=True, text=True, check=True).stdout
    assert told == f"quizwright {report['version']}\n"
