"""The package that a Word document is: a zip of parts that refer to each other. The same parts, the same bytes."""

import hashlib
import io
import zipfile
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from app.office.markup import document

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ENDINGS: Final = {
    "image/png": "png",
    "image/jpeg": "jpeg",
    "image/gif": "gif",
    "image/bmp": "bmp",
    "image/webp": "webp",
    "image/svg+xml": "svg",
}


class Package:
    """Gathers what a document refers to; `written` packs it with the document itself."""

    def __init__(self) -> None:
        self._parts: dict[str, tuple[bytes, str]] = {}
        self._relations: dict[tuple[str, str, bool], str] = {}

    def part(self, name: str, kind: str, root: Element) -> str:
        """A part beside the document, as `header1.xml` of kind `header`; gives the id to refer to it by."""
        self._parts[name] = (document(root), f"{_WORD}.{kind}+xml")
        return self._related(kind, name)

    def picture(self, data: bytes, content_type: str) -> str:
        """The id of a picture; the same one twice is stored once."""
        ending = _ENDINGS.get(content_type, "png")
        name = f"media/{hashlib.sha256(data).hexdigest()[:32]}.{ending}"
        self._parts[name] = (data, content_type)
        return self._related("image", name)

    def link(self, address: str) -> str:
        """The id of an address outside."""
        return self._related("hyperlink", address, outside=True)

    def written(self, root: Element) -> bytes:
        """The file: `root` is the `w:document`."""
        parts = {
            "[Content_Types].xml": self._content_types(),
            "_rels/.rels": _relations({("officeDocument", "word/document.xml", False): "rId1"}),
            "word/document.xml": document(root),
            "word/_rels/document.xml.rels": _relations(self._relations),
            **{f"word/{name}": data for name, (data, _) in self._parts.items()},
        }
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as packed:
            for name, data in parts.items():
                info = zipfile.ZipInfo(name, _EPOCH)
                info.create_system = _UNIX  # else the bytes would tell the system that wrote them
                info.external_attr = 0o644 << 16
                is_text = name.endswith((".xml", ".rels"))
                packed.writestr(info, data, zipfile.ZIP_DEFLATED if is_text else zipfile.ZIP_STORED)
        return buffer.getvalue()

    def _related(self, kind: str, target: str, *, outside: bool = False) -> str:
        return self._relations.setdefault((kind, target, outside), f"rId{len(self._relations) + 1}")

    def _content_types(self) -> bytes:
        top = etree.Element("Types", xmlns=f"{_PACKAGE}/content-types")
        endings = {
            name.rpartition(".")[2]: kind for name, (_, kind) in self._parts.items() if name.startswith("media/")
        }
        rows = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", **endings}
        for ending, kind in rows.items():
            etree.SubElement(top, "Default", Extension=ending, ContentType=kind)
        named = {name: kind for name, (_, kind) in self._parts.items() if not name.startswith("media/")}
        for name, kind in {"document.xml": f"{_WORD}.document.main+xml", **named}.items():
            etree.SubElement(top, "Override", PartName=f"/word/{name}", ContentType=kind)
        return document(top)


def _relations(rows: dict[tuple[str, str, bool], str]) -> bytes:
    top = etree.Element("Relationships", xmlns=f"{_PACKAGE}/relationships")
    for (kind, target, outside), key in rows.items():
        row = etree.SubElement(top, "Relationship", Id=key, Type=f"{_OFFICE}/{kind}", Target=target)
        if outside:
            row.set("TargetMode", "External")
    return document(top)
