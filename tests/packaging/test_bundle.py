"""What is shipped: nothing unneeded, nothing missing, and the words that each system has to be told."""

import plistlib
import re
import shutil
import subprocess
from pathlib import Path

import bundle
import linux_package
import pytest
import release_notes
import windows_installer

BINARIES = [
    ("PIL/_imaging.so", "/x/PIL/_imaging.so", "EXTENSION"),
    ("PySide6/Qt/plugins/platforms/libqxcb.so", "/x/libqxcb.so", "BINARY"),
    ("libpython3.11.so", "/x/libpython3.11.so", "BINARY"),
    ("libjpeg.so.62", "/x/libjpeg.so.62", "BINARY"),
    ("libz.so.1", "/x/libz.so.1", "BINARY"),
    ("libgtk-3.so.0", "/x/libgtk-3.so.0", "BINARY"),
    ("libcairo.so.2", "/x/libcairo.so.2", "BINARY"),
]
NEEDED_BY = {
    "_imaging.so": {"libjpeg.so.62"},
    "libjpeg.so.62": {"libz.so.1", "libc.so.6"},
    "libgtk-3.so.0": {"libcairo.so.2"},
}


def test_a_library_that_only_an_unwanted_plugin_needs_is_left_out() -> None:
    kept = [name for name, _, _ in bundle.reachable(BINARIES, NEEDED_BY)]
    assert kept == [name for name, _, _ in BINARIES if "gtk" not in name and "cairo" not in name]


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt/plugins/imageformats/libqjpeg.so", True),
        ("PySide6/Qt/plugins/imageformats/libqsvg.so", False),
        ("PySide6\\plugins\\imageformats\\qsvg.dll", False),
        ("PySide6\\opengl32sw.dll", False),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("app/resources/icons/check.svg", True),
    ],
)
def test_parts_of_qt_that_nothing_uses_are_left_out(place: str, wanted: bool) -> None:
    assert bundle.is_wanted(place) is wanted


def test_a_link_to_what_is_left_out_is_left_out() -> None:
    kept = [("PySide6/Qt/lib/libQt6Core.so.6", "", "BINARY")]
    assert bundle.leads_somewhere(("libQt6Core.so.6", "", "SYMLINK"), kept)
    assert not bundle.leads_somewhere(("libQt6Qml.so.6", "", "SYMLINK"), kept)
    assert bundle.leads_somewhere(("app/resources/icons/check.svg", "", "DATA"), kept)


def test_macos_is_told_the_version_and_the_kind_of_file() -> None:
    told = plistlib.loads(plistlib.dumps(bundle.info_plist()))
    [kind], [exported] = told["CFBundleDocumentTypes"], told["UTExportedTypeDeclarations"]
    assert told["CFBundleShortVersionString"] == bundle.version()
    assert kind["LSItemContentTypes"] == [exported["UTTypeIdentifier"]]
    assert exported["UTTypeTagSpecification"] == {"public.filename-extension": ["quizwright"]}


def test_the_entitlements_of_macos_can_be_read(project: Path) -> None:
    assert plistlib.loads((project / "packaging" / "macos" / "entitlements.plist").read_bytes())


def test_the_licences_of_what_is_shipped_are_in_the_bundle() -> None:
    qt = {file.name for file in (bundle.PROJECT / "packaging" / "licences").iterdir()}
    assert {"Qt.txt", "LGPL-3.txt", "GPL-3.txt"} <= qt
    found = bundle.licences(sorted(Path(pytest.__file__).parent.parent.glob("pillow-*.dist-info")))
    assert any("pillow" in folder for _, folder in found)


def test_debian_s_entry_opens_quizzes(project: Path) -> None:
    entry = (project / "packaging" / "linux" / "quizwright.desktop").read_text(encoding="utf-8")
    kind = (project / "packaging" / "linux" / "quizwright.xml").read_text(encoding="utf-8")
    [mime] = re.findall(r"(?m)^MimeType=(.+);$", entry)
    assert f'<mime-type type="{mime}">' in kind


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="only Debian packs its packages")
def test_a_folder_becomes_a_package_with_program_entry_and_links_as_they_were(tmp_path: Path) -> None:
    folder = tmp_path / "Quizwright"
    folder.mkdir()
    (folder / "quizwright").write_text("#!/bin/sh\n", encoding="utf-8")
    (folder / "link").symlink_to("quizwright")
    package = linux_package.make(folder, tmp_path)
    told = subprocess.run(["dpkg-deb", "--contents", str(package)], capture_output=True, text=True, check=True).stdout
    assert "./usr/bin/quizwright -> ../lib/quizwright/quizwright" in told
    assert "./usr/lib/quizwright/link -> quizwright" in told
    assert "./usr/share/applications/quizwright.desktop" in told


@pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS is not installed")
def test_the_installer_for_windows_compiles_without_a_warning(tmp_path: Path) -> None:
    folder = tmp_path / "Quizwright"
    (folder / "_internal").mkdir(parents=True)
    (folder / "quizwright.exe").write_bytes(b"MZ")
    (folder / "_internal" / "library.dll").write_bytes(b"MZ")
    icon = tmp_path / "quizwright.ico"
    icon.write_bytes(ICON)
    assert windows_installer.make(folder, tmp_path, icon=icon).read_bytes()[:2] == b"MZ"


ICON = bytes.fromhex("00000100010001010000010018003000000016000000280000000100000002000000010018" + "00" * 33)
"""One black pixel."""


def test_the_notes_of_a_release_are_its_part_of_the_changelog() -> None:
    log = "# Changelog\n\n## [Unreleased]\n\n- next\n\n## [1.2.0] - 2026-01-02\n\n- this\n\n## [1.1.0]\n\n- old\n"
    assert release_notes.notes(log, "1.2.0") == "- this\n"
    with pytest.raises(KeyError):
        release_notes.notes(log, "1.3.0")
