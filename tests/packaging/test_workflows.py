"""The workflows of the project are what GitHub reads, and name only what is there."""

import os
import re
import subprocess
import sys
from pathlib import Path

import dev
import pytest

WORKFLOWS = sorted((Path(__file__).parents[2] / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize("schema", ["vendor.github-workflows", "custom.github-workflows-require-timeout"])
def test_they_fit_github_s_own_schema_and_no_job_runs_for_ever(schema: str) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *map(str, WORKFLOWS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_file_and_command_of_the_project_is_there(workflow: Path, project: Path) -> None:
    text = workflow.read_text(encoding="utf-8")
    files = re.findall(r"\bpackaging/[\w./-]+\.\w+", text)
    assert files
    assert [file for file in files if not (project / file).is_file()] == []
    assert set(re.findall(r"dev\.py (\w+)", text)) <= set(dev.COMMANDS)


def test_the_scripts_of_macos_can_be_started(project: Path) -> None:
    for script in (project / "packaging" / "macos").glob("*.sh"):
        assert os.access(script, os.X_OK) or os.name == "nt"


@pytest.mark.skipif(os.name == "nt", reason="Windows starts no shell scripts")
def test_without_an_account_an_image_is_not_notarised_and_says_so(project: Path, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("APPLE_")}
    command = [str(project / "packaging" / "macos" / "notarise.sh"), str(tmp_path / "Quizwright.dmg")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, "is not notarised" in done.stdout) == (0, True)


def test_both_images_for_macos_have_names_of_their_own(project: Path) -> None:
    """The artefacts of all jobs lie in one folder before they are published."""
    text = (project / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    assert len(re.findall(r"os: macos", text)) == 2
    assert "platform.machine()" in (project / "packaging" / "macos_image.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_secrets_reach_no_step_that_does_not_need_them(workflow: Path) -> None:
    """What is installed in other steps must not be able to read them."""
    jobs = re.split(r"(?m)^    steps:$", workflow.read_text(encoding="utf-8"))
    heads = [part.rpartition("\n  ")[2] if number else part for number, part in enumerate(jobs[:-1])]
    assert [head for head in heads if "secrets." in head] == []


def test_only_what_publishes_may_write(project: Path) -> None:
    text = (project / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    head, _, publish = text.partition("  publish:\n")
    assert "contents: write" not in head
    assert "contents: write" in publish
