"""What goes into the frozen program and what stays out, for the spec of PyInstaller (packaging/quizwright.spec)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
NAME = "quizwright"
IDENTIFIER = "io.github.quizwright"
"""The bundle's identifier on macOS; it names the program's place in the system for good."""

FEED = PROJECT / "build" / "feed" / "feed.json"
"""Where the program asks for news of a new version; `build` writes it for a release."""

HAS_TWO_PROGRAMS = sys.platform == "win32"
"""On Windows a program with windows cannot print: there is one for the command line beside it.

Both read their modules from one archive in the folder (windows/shared_modules.py), which is not compressed: the
installer does that better, 6 MB instead of 10. Loose files would need no hook, and made each start a third slower.
"""

LEFT_OUT = (
    *("tkinter", "unittest", "pydoc", "doctest", "sqlite3", "lib2to3", "test", "setuptools", "pip", "pkg_resources"),
    *("PIL.AvifImagePlugin", "PIL._avif", "PIL.ImageTk", "PIL._imagingtk", "PIL.ImageQt", "PIL._imagingft"),
    *("PIL.ImageCms", "PIL._imagingcms", "pydantic.v1"),
    *("cffi", "pycparser", "_pydecimal", "_pydatetime"),  # what they make is there in C
    *("PySide6.QtDBus", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtQml", "PySide6.QtQuick"),
    *("PySide6.QtSql", "PySide6.QtTest", "PySide6.QtUiTools", "PySide6.QtXml"),
    # Distances alone are asked for, and a few of them: 9 MB.
    *("rapidfuzz.fuzz_cpp", "rapidfuzz.fuzz_cpp_avx2", "rapidfuzz.process_cpp", "rapidfuzz.process_cpp_impl"),
    "rapidfuzz.distance.metrics_cpp_avx2",
    *("lxml.objectify", "lxml.html", "lxml.isoschematron", "lxml.sax", "lxml.cssselect", "lxml.usedoctest"),
)
"""Modules that something names and nothing of ours needs."""

_OF_SYSTEM = {
    "linux": ("keyring.backends.SecretService", "keyring.backends.kwallet", "keyring.backends.fail"),
    "win32": ("keyring.backends.Windows", "keyring.backends.fail"),
    "darwin": ("keyring.backends.macOS", "keyring.backends.fail"),
}.get(sys.platform, ())
LATE_IMPORTS = ("hunspell", "rapidfuzz.distance.Levenshtein", "_cffi_backend", *_OF_SYSTEM)
"""Modules that are imported by their name, or by a library of PyNaCl."""

WITH_DATA = ("latex2mathml", "ziamath", "ziafont")
"""Packages that read files of their own."""

_UNWANTED = (
    "app/resources/screenshot.png",  # for the README
    "PySide6/Qt/translations", "PySide6/translations",  # 7 MB; our own words are not translated yet
    "opengl32sw", "d3dcompiler",  # 20 MB on Windows; widgets are drawn without OpenGL
    "plugins/egldeviceintegrations", "plugins/platforms/libqeglfs", "plugins/platforms/libqlinuxfb",
    "plugins/platforms/libqvkkhrdisplay", "plugins/platforms/libqvnc", "plugins/platforms/libqminimal",
    "plugins/platformthemes/libqgtk3",  # takes GTK and 60 libraries along, for a look that Fusion does not have
    *(f"imageformats/{lib}{name}" for lib in ("lib", "") for name in ("qtiff", "qicns", "qtga", "qwbmp", "qpdf")),
    "plugins/imageformats/libqsvg", "plugins/imageformats/qsvg",  # a picture file must not be able to name others
    "plugins/platforms/qdirect2d", "plugins/platforms/qminimal",
    "plugins/generic", "plugins/networkinformation", "plugins/tls/",  # httpx talks to Canvas, not Qt
    "libavif",
    # Every desktop has these, in the version that fits its own services (linux_package.py names them): 9 MB.
    "libdbus-1.so", "libsystemd.so", "libgcrypt.so", "libgpg-error.so", "libcap.so", "liblz4.so",
    "libgssapi_krb5.so", "libkrb5", "libk5crypto.so", "libkeyutils.so", "libcom_err.so",
    "libglib-2.0.so", "libgthread-2.0.so", "libpcre2-8.so",
    # CUPS and what it alone needs: without it there is printing into a PDF; the .deb recommends it: 8 MB.
    "libcups.so", "libgnutls.so", "libunistring.so", "libp11-kit.so", "libgmp.so", "libnettle.so", "libhogweed.so",
    "libidn2.so", "libtasn1.so", "libavahi-",
)  # fmt: skip


def is_wanted(name: str) -> bool:
    """Tell whether a file of the bundle is needed, by its place in it."""
    place = name.replace("\\", "/")
    return not any(part in place for part in _UNWANTED)


def reachable(binaries: Sequence[tuple[str, str, str]], needed_by: dict[str, set[str]]) -> list[tuple[str, str, str]]:
    """The binaries that something loads: those in a folder of a package, and what these need, by file name.

    PyInstaller looks up libraries before the unwanted plugins are taken out, so what only those need is still there.
    """
    by_file = {Path(entry[0]).name: entry for entry in binaries}
    wanted = {file for file, entry in by_file.items() if _is_root(entry)}
    due = list(wanted)
    while due:
        for file in needed_by.get(due.pop(), set()):
            if file in by_file and file not in wanted:
                wanted.add(file)
                due.append(file)
    return [entry for entry in binaries if Path(entry[0]).name in wanted]


def leads_somewhere(entry: tuple[str, str, str], binaries: Sequence[tuple[str, str, str]]) -> bool:
    """Tell whether what a link leads to is there; what is no link is."""
    return entry[2] != "SYMLINK" or Path(entry[0]).name in {Path(name).name for name, _, _ in binaries}


def _is_root(entry: tuple[str, str, str]) -> bool:
    """Extension modules and plugins are loaded by their name, everything else because something is linked to it."""
    name, _, kind = entry
    return kind == "EXTENSION" or "/plugins/" in name.replace("\\", "/") or name.startswith("libpython")


STRIPPED = ("libpython*", "python3*/lib-dynload/*.so", "cryptography/**/*.so", "nacl/*.so", "nh3/*.so", "regex/*.so")
"""Libraries out of which is taken what only a debugger reads: 30 MB where the interpreter was built with it.

Those of other packages are left alone: some were edited after they were linked, and would be destroyed.
"""


def version() -> str:
    """The version of the program."""
    with (PROJECT / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


VERSION_RESOURCE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0, OS=0x40004, fileType=1, subtype=0),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("CompanyName", "The Quizwright developers"),
      StringStruct("FileDescription", "{description}"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("InternalName", "{name}"),
      StringStruct("LegalCopyright", "MIT licence"),
      StringStruct("OriginalFilename", "{name}.exe"),
      StringStruct("ProductName", "Quizwright"),
      StringStruct("ProductVersion", "{version}"),
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 0x04B0])]),
  ],
)
"""
"""What Windows shows of a program in its properties and in the task manager, in the words that PyInstaller reads."""


def version_resource(name: str) -> str:
    """The resource of one of the two programs for Windows."""
    description = "Quizwright (command line)" if name.endswith("-console") else "Quizwright"
    numbers = (*map(int, version().split(".")[:3]), 0)
    return VERSION_RESOURCE.format(name=name, description=description, version=version(), numbers=numbers)


def size_of(folder: Path) -> int:
    """Bytes of all files; a link counts nothing."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink())


def icon() -> str | None:
    """The icon in the form of this system; it is drawn by `build`."""
    ending = {"win32": "ico", "darwin": "icns"}.get(sys.platform)
    return str(PROJECT / "build" / "icons" / f"{NAME}.{ending}") if ending else None


def info_plist() -> dict[str, object]:
    """What macOS has to know of the program."""
    return {
        "CFBundleName": "Quizwright",
        "CFBundleDisplayName": "Quizwright",
        "CFBundleShortVersionString": version(),
        "CFBundleVersion": version(),
        "LSMinimumSystemVersion": "13.0",
        "LSApplicationCategoryType": "public.app-category.education",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "NSHumanReadableCopyright": "MIT licence",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Quizwright quiz",
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [f"{IDENTIFIER}.quiz"],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": f"{IDENTIFIER}.quiz",
                "UTTypeDescription": "Quizwright quiz",
                "UTTypeConformsTo": ["public.data", "public.archive"],
                "UTTypeTagSpecification": {"public.filename-extension": [NAME]},
            }
        ],
    }


def licences(distributions: Iterable[Path]) -> list[tuple[str, str]]:
    """Licence files of what is shipped, as (file, folder in the bundle).

    A package that brings none tells its licence, and its version, in its metadata.
    """
    found = [(str(PROJECT / "LICENSE"), "licences/quizwright"), (str(PROJECT / "packaging" / "licences"), "licences")]
    for place in (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix)):
        found += [(str(file), "licences/python") for file in place.glob("LICENSE*") if file.is_file()]
    for folder in distributions:
        name = folder.name.removesuffix(".dist-info")
        files = [file for file in sorted(folder.rglob("*")) if _is_licence(file)]
        found += [(str(file), f"licences/{name}") for file in files or [folder / "METADATA"]]
    return found


def system_licences(libraries: Iterable[str]) -> list[tuple[str, str, str]]:
    """What Debian says of the licences of its libraries that are taken along, as files of the bundle."""
    if not shutil.which("dpkg-query"):
        return []
    owners: dict[str, Path] = {}
    for library in libraries:
        command = ["dpkg-query", "--search", os.path.realpath(library)]
        told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
        package = told.partition(":")[0]
        copyright = Path("/usr/share/doc") / package / "copyright"
        if package and copyright.is_file():
            owners[package] = copyright.resolve()
    return [(f"licences/system/{package}.txt", str(file), "DATA") for package, file in sorted(owners.items())]


def _is_licence(file: Path) -> bool:
    words = ("licen", "copying", "notice", "authors")
    return file.is_file() and file.name.lower().startswith(words)
