"""One set of names for QTI 2 and 3: version 3 says `qti-choice-interaction` and `max-choices`."""

import re

from lxml.etree import _Element as Element

_DASH = re.compile(r"-([a-z])")


def with_old_names(root: Element) -> Element:
    """The document with the names of QTI 2; one of QTI 2 stays as it is."""
    if not str(root.tag).startswith("qti-"):
        return root
    for element in root.iter():
        tag = str(element.tag)
        if tag.startswith("qti-"):
            element.tag = _camel(tag.removeprefix("qti-"))
            for name in list(element.attrib):
                if "-" in str(name) and not str(name).startswith("data-"):
                    element.set(_camel(str(name)), element.attrib.pop(name))
    return root


def _camel(name: str) -> str:
    return _DASH.sub(lambda found: found[1].upper(), name)
