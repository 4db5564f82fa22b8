"""The scripts that sign for macOS, run where there is no Mac: tools of Apple are stood in for by ones that note it."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    os.name == "nt" or shutil.which("file") is None or shutil.which("openssl") is None,
    reason="needs a shell, file and openssl",
)
MACH_O = bytes.fromhex("cffaedfe0c000001000000000600000000000000000000008500000000000000")
SECRETS = {
    "APPLE_CERTIFICATE": "Y2VydA==",
    "APPLE_CERTIFICATE_PASSWORD": "word",
    "APPLE_IDENTITY": "Developer ID Application: Uni",
    "APPLE_ID": "a@example.edu",
    "APPLE_TEAM": "TEAM",
    "APPLE_APP_PASSWORD": "word",
}


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    folder = tmp_path / "tools"
    folder.mkdir()
    for name in ("codesign", "security", "xcrun", "spctl"):
        tool(folder, name, "")
    return folder


def tool(folder: Path, name: str, answer: str) -> None:
    file = folder / name
    file.write_text(f'#!/bin/sh\necho "{name} $*" >> "{folder}/list"\n{answer}\n', encoding="utf-8")
    file.chmod(0o755)


def run(script: Path, tools: Path, what: Path, secrets: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    bare = {name: value for name, value in os.environ.items() if not name.startswith("APPLE_")}
    own = {"PATH": f"{tools}{os.pathsep}{os.environ['PATH']}", "RUNNER_TEMP": str(tools)}
    command = ["bash", str(script), str(what)]
    return subprocess.run(command, env={**bare, **own, **secrets}, capture_output=True, text=True, check=False)


def made(app: Path, place: str, data: bytes = MACH_O) -> None:
    (app / place).parent.mkdir(parents=True, exist_ok=True)
    (app / place).write_bytes(data)


def test_everything_inside_is_signed_before_what_holds_it(project: Path, tools: Path, tmp_path: Path) -> None:
    app = tmp_path / "Quizwright.app"
    made(app, "Contents/MacOS/quizwright")
    made(app, "Contents/Frameworks/lxml/etree.so")
    made(app, "Contents/Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore")
    made(app, "Contents/Resources/app/resources/icon.svg", b"<svg/>")
    done = run(project / "packaging" / "macos" / "sign.sh", tools, app, SECRETS)
    assert done.returncode == 0, done.stderr
    list_ = (tools / "list").read_text(encoding="utf-8").splitlines()
    signed = [line.rpartition(str(tmp_path) + "/")[2] for line in list_ if line.startswith("codesign --force")]
    assert signed[-1] == "Quizwright.app"
    assert signed[-2].endswith("QtCore.framework")
    assert {Path(place).name for place in signed[:-2]} == {"etree.so", "QtCore"}
    assert all("--options runtime --timestamp" in line for line in list_ if line.startswith("codesign --force"))
    assert sum("--entitlements" in line for line in list_) == 1
    assert not (tools / "certificate.p12").exists()


def test_an_image_that_apple_refuses_ends_the_release_and_says_why(project: Path, tools: Path, tmp_path: Path) -> None:
    answer = 'case "$2" in submit) echo "  id: 42"; echo "  status: Invalid";; log) echo "not signed: etree.so";; esac'
    tool(tools, "xcrun", answer)
    done = run(project / "packaging" / "macos" / "notarise.sh", tools, tmp_path / "q.dmg", SECRETS)
    assert done.returncode == 1
    assert "not signed: etree.so" in done.stdout
    assert "stapler" not in (tools / "list").read_text(encoding="utf-8")


def test_an_image_that_apple_accepts_is_stapled(project: Path, tools: Path, tmp_path: Path) -> None:
    tool(tools, "xcrun", 'case "$2" in submit) echo "  id: 42"; echo "  status: Accepted";; esac')
    done = run(project / "packaging" / "macos" / "notarise.sh", tools, tmp_path / "q.dmg", SECRETS)
    assert done.returncode == 0, done.stderr
    assert f"xcrun stapler staple {tmp_path / 'q.dmg'}" in (tools / "list").read_text(encoding="utf-8")


def test_without_a_certificate_a_program_is_signed_ad_hoc_and_it_is_said(
    project: Path, tools: Path, tmp_path: Path
) -> None:
    done = run(project / "packaging" / "macos" / "sign.sh", tools, tmp_path / "Quizwright.app", {})
    assert (done.returncode, "signed ad hoc" in done.stdout) == (0, True)
    assert "--sign -" in (tools / "list").read_text(encoding="utf-8")
