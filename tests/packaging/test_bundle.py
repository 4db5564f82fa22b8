"""What is shipped: nothing unneeded, nothing missing, and the words that each system has to be told."""

import ast
import plistlib
import re
import runpy
import shutil
import subprocess
from pathlib import Path

import bundle
import left_out
import linux_package
import pytest
import release_notes
import windows_installer
from setup_error import SetupError

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
        ("PySide6\\plugins\\imageformats\\qtga.dll", False),
        ("PySide6\\plugins\\iconengines\\qsvgicon.dll", True),
        ("PySide6\\plugins\\platforms\\qdirect2d.dll", False),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("libdbus-1.so.3", False),
        ("libglib-2.0.so.0", False),
        ("app/resources/icons/check.svg", True),
        ("app/resources/screenshot.png", False),
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
    assert (told["NSHighResolutionCapable"], told["NSRequiresAquaSystemAppearance"]) == (True, False)
    assert float(told["LSMinimumSystemVersion"]) >= 13
    assert kind["LSItemContentTypes"] == [exported["UTTypeIdentifier"]]
    assert exported["UTTypeTagSpecification"] == {"public.filename-extension": ["quizwright"]}


@pytest.mark.parametrize(
    ("name", "described"), [("quizwright", "Quizwright"), ("quizwright-console", "Quizwright (command line)")]
)
def test_windows_is_told_the_version_of_both_programs(name: str, described: str) -> None:
    told = ast.parse(bundle.version_resource(name), mode="eval")
    calls = [node for node in ast.walk(told) if isinstance(node, ast.Call)]
    kinds = {call.func.id for call in calls if isinstance(call.func, ast.Name)}
    known = {
        "VSVersionInfo",
        "FixedFileInfo",
        "StringFileInfo",
        "StringTable",
        "StringStruct",
        "VarFileInfo",
        "VarStruct",
    }
    assert kinds == known
    texts = [[ast.literal_eval(argument) for argument in call.args] for call in calls if _is_text(call)]
    words = dict(texts)
    assert words["ProductVersion"] == words["FileVersion"] == bundle.version()
    assert (words["FileDescription"], words["OriginalFilename"]) == (described, f"{name}.exe")
    [fixed] = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "FixedFileInfo"]
    numbers = {keyword.arg: ast.literal_eval(keyword.value) for keyword in fixed.keywords}
    assert ".".join(map(str, numbers["filevers"])) == f"{bundle.version()}.0"
    assert numbers["filevers"] == numbers["prodvers"]


def _is_text(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id == "StringStruct"


def test_the_picture_of_the_disk_image_is_laid_out_for_the_program(project: Path) -> None:
    settings = runpy.run_path(
        str(project / "packaging" / "macos" / "image.py"), init_globals={"defines": {"app": "dist/Quizwright.app"}}
    )
    assert settings["files"] == ["dist/Quizwright.app"]
    (left, top), (width, height) = settings["window_rect"]
    assert (left, top) >= (0, 0)
    assert set(settings["icon_locations"]) == {"Quizwright.app", "Applications"}
    for across, down in settings["icon_locations"].values():
        assert 0 < across - settings["icon_size"] / 2 < across + settings["icon_size"] / 2 < width
        assert 0 < down < height
    assert settings["symlinks"] == {"Applications": "/Applications"}
    assert settings["background"]


def test_what_of_qt_is_left_out_is_listed_with_its_size(tmp_path: Path) -> None:
    qt, inner = tmp_path / "PySide6", tmp_path / "dist"
    for name, size in {"Qt/lib/libQt6Qml.so.6": 2_000_000, "Qt/lib/libQt6Core.so.6": 9, "QtQml.pyi": 5}.items():
        (qt / name).parent.mkdir(parents=True, exist_ok=True)
        (qt / name).write_bytes(bytes(size))
    inner.mkdir()
    (inner / "libQt6Core.so.6").write_bytes(b"")
    left_out.write(qt, inner, tmp_path / "left-out.md")
    told = (tmp_path / "left-out.md").read_text(encoding="utf-8")
    assert "| Qt/lib/libQt6Qml.so.6 | 2.00 |" in told
    assert "libQt6Core" not in told
    assert "not shipped: 1, 2 MB" in told


def test_the_entitlements_of_macos_can_be_read(project: Path) -> None:
    assert plistlib.loads((project / "packaging" / "macos" / "entitlements.plist").read_bytes())


def test_the_licences_of_what_is_shipped_are_in_the_bundle() -> None:
    qt = {file.name for file in (bundle.PROJECT / "packaging" / "licences").iterdir()}
    assert {"Qt.txt", "LGPL-3.txt", "GPL-3.txt"} <= qt
    found = bundle.licences(sorted(Path(pytest.__file__).parent.parent.glob("pillow-*.dist-info")))
    assert any("pillow" in folder for _, folder in found)


def test_a_package_without_a_licence_file_tells_it_in_its_metadata_and_python_has_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "pyside6_essentials-6.11.3.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("License-Expression: LGPL-3.0-only\n", encoding="utf-8")
    found = bundle.licences([folder])
    assert (str(folder / "METADATA"), "licences/pyside6_essentials-6.11.3") in found
    assert any(place == "licences/python" for _, place in found)


@pytest.mark.skipif(shutil.which("dpkg-query") is None, reason="only Debian knows whose a library is")
def test_libraries_of_debian_bring_what_it_says_of_their_licences() -> None:
    [library] = {str(path.resolve()) for path in Path("/usr/lib").glob("*/libxcb-shape.so.0")} or {""}
    [(place, file, kind)] = bundle.system_licences([library, "/nowhere/libnothing.so"])
    assert (place, kind) == ("licences/system/libxcb-shape0.txt", "DATA")
    assert "Copyright" in Path(file).read_text(encoding="utf-8", errors="replace")


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
    for name in ("quizwright.exe", "quizwright-console.exe"):
        (folder / name).write_bytes(b"MZ")
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


def test_the_notes_tell_what_is_not_signed_and_nothing_where_all_is() -> None:
    assert release_notes.warnings({"WINDOWS_IS_SIGNED": "true", "MACOS_IS_SIGNED": "true"}) == ""
    told = release_notes.warnings({"WINDOWS_IS_SIGNED": "true", "MACOS_IS_SIGNED": "false"})
    assert ("Open Anyway" in told, "Run anyway" in told, "SHA256SUMS" in told) == (True, False, True)


def test_the_compiler_of_nsis_is_found_where_its_installer_puts_it_on_windows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("PROGRAMFILES(X86)", str(tmp_path))
    with pytest.raises(SetupError, match="choco install nsis"):
        windows_installer.compiler()
    usual = tmp_path / "NSIS" / "makensis.exe"
    usual.parent.mkdir()
    usual.touch()
    assert windows_installer.compiler() == str(usual)


def test_paths_in_the_installer_are_those_that_its_compiler_takes_on_windows(project: Path) -> None:
    """There it looks for the last part of a path behind a backslash alone."""
    script = (project / "packaging" / "windows" / "quizwright.nsi").read_text(encoding="utf-8")
    paths = re.findall(r"(?m)^ *File (?:/r )?\"(.+)\"", script)
    assert len(paths) == 3
    assert [path for path in paths if "/" in path] == []
