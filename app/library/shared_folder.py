"""Folders that damage a live database: cloud services copy it while it is written, network shares lock badly."""

import ctypes
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path, PurePath

from app.message import Message, message

_NAMES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
    "box sync": "Box",
}
"""How the folders of the services begin, in small letters: schools add theirs (“OneDrive - Example University”)."""

_MARKERS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".stfolder": "Syncthing",
    ".tmp.drivedownload": "Google Drive",
    ".owncloudsync.log": "ownCloud",
    ".nextcloudsync.log": "Nextcloud",
}
"""What the services leave at the top of a folder that has another name."""

_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "davfs", "fuse.sshfs", "fuse.rclone"})


def folder_warning(folder: Path) -> Message | None:
    """Why a library should not live in `folder`, None where nothing speaks against it."""
    whole = folder.expanduser().absolute()
    service = cloud_service(whole)
    if service is not None:
        return message(
            "The library is in a folder of {service}, which can damage it while it is open. Keep it in the usual"
            " folder, and use a backup file to move it to another computer.",
            service=service,
        )
    if is_network_share(whole):
        return message(
            "The library is on a network drive, where it can be damaged when the connection fails. Keep it in the"
            " usual folder, and back it up to the network drive."
        )
    return None


def cloud_service(folder: Path) -> str | None:
    """The service that copies `folder` (an absolute path) elsewhere, by the names and marks on the way to it."""
    for place in (folder, *folder.parents):
        by_name = _named(place)
        if by_name is not None:
            return by_name
        for marker, service in _MARKERS.items():
            if _is_there(place / marker):
                return service
    return None


def _named(place: PurePath) -> str | None:
    name = place.name.casefold()
    starts = (
        service for start, service in _NAMES.items() if name == start or name.startswith((f"{start} ", f"{start}-"))
    )
    return next(starts, None)


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def is_network_share(folder: Path) -> bool:
    """Whether `folder` (an absolute path) is on another computer's disk."""
    if sys.platform == "win32":
        return _is_remote_drive(folder)
    return file_system(folder, _mounts()) in _NETWORK


_DRIVE_REMOTE = 4
"""What Windows calls a mapped share (GetDriveType)."""


def _is_remote_drive(folder: Path) -> bool:
    drive = folder.drive
    if drive.startswith("\\\\"):
        return True
    if sys.platform != "win32":
        return False
    return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _DRIVE_REMOTE)


def _mounts() -> list[tuple[str, str]]:
    """Mount points with the kind of their file system; the later ones lie over the earlier ones."""
    if sys.platform == "darwin":
        told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, check=False, timeout=5).stdout
        return list(darwin_mounts(told))
    try:
        return list(linux_mounts(Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")))
    except OSError:
        return []


def linux_mounts(table: str) -> Iterable[tuple[str, str]]:
    """Mount points and kinds out of `/proc/self/mounts`, where a space stands as \\040."""
    for line in table.splitlines():
        parts = line.split(" ")
        if len(parts) > 2:
            yield parts[1].replace("\\040", " "), parts[2]


def darwin_mounts(table: str) -> Iterable[tuple[str, str]]:
    """Mount points and kinds out of what `mount` prints on macOS."""
    for line in table.splitlines():
        place, _, rest = line.partition(" on ")[2].rpartition(" (")
        if place:
            yield place, rest.split(",")[0].rstrip(")")


def file_system(folder: Path, mounts: Iterable[tuple[str, str]]) -> str:
    """The kind of the file system that `folder` is on: that of the longest mount point above it."""
    found, longest = "", -1
    for place, kind in mounts:
        if len(place) >= longest and (folder == Path(place) or Path(place) in folder.parents):
            found, longest = kind, len(place)
    return found
