"""A library in a cloud folder or on a network share is warned of, one in an ordinary folder is not."""

from pathlib import Path

import pytest

from app.library.shared_folder import (
    cloud_service,
    darwin_mounts,
    file_system,
    folder_warning,
    is_network_share,
    linux_mounts,
)

CLOUDS = {
    "C/Users/Ana/OneDrive - Example University/Quizzes": "OneDrive",
    "Users/ana/Library/CloudStorage/OneDrive-Example/Q": "OneDrive",
    "Users/ana/Library/CloudStorage/GoogleDrive-ana@example.org/My Drive": "Google Drive",
    "Users/ana/Library/Mobile Documents/com~apple~CloudDocs/Q": "iCloud",
    "home/ana/Dropbox (Personal)/Q": "Dropbox",
    "home/ana/Nextcloud/Q": "Nextcloud",
}


@pytest.mark.parametrize(("folder", "service"), CLOUDS.items())
def test_a_cloud_folder_is_known_by_its_name(tmp_path: Path, folder: str, service: str) -> None:
    assert cloud_service(tmp_path / folder) == service
    assert service in str(folder_warning(tmp_path / folder))


@pytest.mark.parametrize(("mark", "service"), [(".stfolder", "Syncthing"), (".dropbox.cache", "Dropbox")])
def test_a_cloud_folder_of_another_name_is_known_by_its_marks(tmp_path: Path, mark: str, service: str) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / mark).mkdir()
    assert cloud_service(tmp_path / "work" / "a" / "b") == service


@pytest.mark.parametrize("folder", ["home/ana/.local/share/Quizwright", "home/ana/Boxing", "home/ana/dropboxes"])
def test_an_ordinary_folder_is_not_warned_of(tmp_path: Path, folder: str) -> None:
    assert folder_warning(tmp_path / folder) is None


def test_this_disk_is_no_network_share(tmp_path: Path) -> None:
    assert not is_network_share(tmp_path)


def test_a_share_is_known_by_its_mount() -> None:
    table = "/dev/sda1 / ext4 rw 0 0\nserver:/home /home/ana/My\\040Share nfs4 rw 0 0\n"
    mounts = list(linux_mounts(table))
    assert file_system(Path("/home/ana/My Share/Q"), mounts) == "nfs4"
    assert file_system(Path("/home/ana/My Shared"), mounts) == "ext4"


def test_a_share_of_a_mac_is_known_by_its_mount() -> None:
    table = "/dev/disk3s1 on / (apfs, local)\n//ana@nas/q on /Volumes/Q (smbfs, nodev, mounted by ana)\n"
    assert file_system(Path("/Volumes/Q/lib"), darwin_mounts(table)) == "smbfs"
