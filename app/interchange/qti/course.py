"""Course exports of Canvas and Common Cartridges: packages that hold more than quizzes."""

from app.interchange.errors import FileRefused
from app.interchange.qti.documents import single_bytes
from app.interchange.qti.package import MAGIC, Package
from app.interchange.qti.read import question_documents, read
from app.interchange.source import Source
from app.library.packed import NotReadable

__all__ = ["fits", "read"]

_SIGN = b"IMS Common Cartridge"
_MANIFEST = "imsmanifest.xml"
_HEAD = 8192


def fits(source: Source) -> bool:
    """Whether its manifest calls itself a cartridge, and there are questions in it."""
    if not source.data.startswith(MAGIC) or _MANIFEST.encode() not in source.data:
        return False
    try:
        package = Package(source)
        names = [name for name in package.documents if name.lower().endswith(_MANIFEST)]
        cartridge = any(_SIGN in single_bytes(package.read(name)[:_HEAD]) for name in names)
    except (FileRefused, NotReadable):
        return False
    return cartridge and next(question_documents(source), None) is not None
