"""`imsmanifest.xml`: what is in a package."""

import hashlib
from typing import Final

from app.interchange.qti.build import add, document, root

_NAMESPACE: Final = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_SETTINGS: Final = "associatedcontent/imscc_xmlv1p1/learning-application-resource"


def written_manifest(ident: str, files: tuple[str, ...]) -> bytes:
    """The manifest of one quiz with its files."""
    top = root("manifest", _NAMESPACE, identifier=f"{ident}m")
    metadata = add(top, "metadata")
    add(metadata, "schema", "IMS Content")
    add(metadata, "schemaversion", "1.1.3")
    add(top, "organizations")
    resources = add(top, "resources")
    quiz = add(resources, "resource", identifier=ident, type="imsqti_xmlv1p2")
    add(quiz, "file", href=f"{ident}/{ident}.xml")
    add(quiz, "dependency", identifierref=f"{ident}d")
    meta = f"{ident}/assessment_meta.xml"
    settings = add(resources, "resource", identifier=f"{ident}d", type=_SETTINGS, href=meta)
    add(settings, "file", href=meta)
    for path in files:
        name = f"g{hashlib.sha256(path.encode()).hexdigest()[:31]}"
        add(add(resources, "resource", identifier=name, type="webcontent", href=path), "file", href=path)
    return document(top)
