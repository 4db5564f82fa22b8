"""The program tries itself: what an installer and a helper on the telephone ask for first."""

import json
import subprocess
import sys
from pathlib import Path

import screen


def test_the_self_test_tries_everything_and_touches_nothing_of_the_person(tmp_path: Path) -> None:
    place = screen.screen()
    home = tmp_path / "home"
    home.mkdir()
    report = tmp_path / "report.json"
    variables = {**place.variables, "HOME": str(home), "XDG_DATA_HOME": str(home / "data")}
    command = [*place.prefix, sys.executable, "-m", "app", "--self-test", str(report)]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False, timeout=110)
    steps = json.loads(report.read_text(encoding="utf-8"))["steps"]
    assert [step["step"] for step in steps if step["failed"]] == [], done.stdout + done.stderr
    assert (done.returncode, len(steps)) == (0, 13)
    assert done.stdout.count("ok ") == 13
    assert not (home / "data" / "Quizwright").exists()
