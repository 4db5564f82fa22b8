"""The lock gives what the project file asks for, on every system, and nothing but by its hash."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PIN = re.compile(r"^([a-z0-9._-]+)==([^ ;]+)(?: ; .*)? \\$")


@pytest.fixture(scope="module")
def lock(project: Path) -> str:
    return (project / "requirements.lock").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pins(lock: str) -> dict[str, str]:
    """The version of every package in the lock."""
    found = [PIN.match(line) for line in lock.splitlines()]
    return {match[1]: match[2] for match in found if match}


@pytest.fixture(scope="module")
def asked(project: Path) -> list[Requirement]:
    """What the project file names: to run, to check, to build."""
    settings = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))
    lines = [
        *settings["project"]["dependencies"],
        *settings["dependency-groups"]["dev"],
        *settings["build-system"]["requires"],
    ]
    return [Requirement(line) for line in lines]


def test_the_lock_has_a_fitting_version_of_everything_asked_for(asked: list[Requirement], pins: dict[str, str]) -> None:
    unfit = [str(want) for want in asked if pins.get(canonicalize_name(want.name), "none") not in want.specifier]
    assert unfit == []


def test_what_is_frozen_has_the_versions_that_are_tested(project: Path, pins: dict[str, str]) -> None:
    text = (project / "packaging" / "build.lock").read_text(encoding="utf-8")
    frozen = {match[1]: match[2] for line in text.splitlines() if (match := PIN.match(line))}
    assert {name: version for name, version in frozen.items() if pins.get(name, version) != version} == {}


def test_every_package_has_hashes(lock: str) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", lock.strip())
    assert len(entries) > 50
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_names_no_place(lock: str) -> None:
    assert re.findall(r"(?m)^-.*|\S+://\S+|file:\S+| @ .*", lock) == []


@pytest.mark.parametrize("package", ["pywin32-ctypes", "secretstorage"])
def test_the_lock_has_what_only_some_systems_need(package: str, lock: str) -> None:
    assert re.search(rf"(?m)^{package}==\S+ ; .*sys_platform", lock)
