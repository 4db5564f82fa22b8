"""Questions of kinds that Quizwright does not know, which keep the source that they came from."""

from lxml.etree import _Element as Element

from app.interchange.xml import NotXml, parsed
from app.models.entry import Opaque


def write_kept(entry: Opaque, section: Element) -> bool:
    """Put the item of a kept source where questions are; False where it has none of this format."""
    source = (entry.__pydantic_extra__ or {}).get("source")
    if not isinstance(source, str) or not source.startswith("<item"):
        return False
    try:
        item = parsed(source.encode())
    except (NotXml, UnicodeEncodeError):
        return False
    namespace = str(section.tag).partition("}")[0]
    for element in item.iter():
        element.tag = f"{namespace}}}{element.tag}"
    section.append(item)
    return True
