"""Documents whose elements were moved, doubled, renamed or emptied: whole XML that no longer makes sense."""

from copy import deepcopy
from random import Random

from lxml import etree
from lxml.etree import _Element as Element

from app.interchange.errors import FileRefused
from app.interchange.qti.package import Package
from app.interchange.qti.read import read
from app.interchange.source import Source
from tests.interchange.qti.conftest import PICTURE
from tests.interchange.qti.files import CHOICE, CLASSIC, bank, packed
from tests.interchange.test_table import NEW_QUIZZES

_VALUES = ("", "Yes", "-1", "1e999", "𝄞" * 50, "a,b", "../../x", "Ordered", "Multiple", "response1", "true", "[x]")


def test_documents_of_other_shapes_are_read_or_refused_and_nothing_else(mutations: int) -> None:
    random = Random(12)
    package = Package(Source("quiz.zip", NEW_QUIZZES))
    [name] = [one for one in package.documents if one.startswith("g") and "meta" not in one]
    whole = etree.fromstring(package.read(name))
    items = {etree.tostring(one) for one in whole.iter("{*}item")}
    assert len(items) == 12
    for _ in range(mutations):
        root = deepcopy(whole)
        for _ in range(random.randint(1, 8)):
            _change(root, random)
        _read(etree.tostring(root))


def _read(data: bytes) -> None:
    """Nothing but `FileRefused` comes out, and each question is counted once."""
    try:
        materials = read(Source("exam.xml", data))
    except FileRefused:
        return
    for material in materials:
        assert all((one.item is None) == (one.refused is not None) for one in material.found)
        for item in material.items:
            assert item.document
            assert item.summary.type


def _change(root: Element, random: Random) -> None:
    every = list(root.iter())
    one, other = random.choice(every), random.choice(every)
    match random.randrange(7):
        case 0 if one is not root:
            parent = one.getparent()
            assert parent is not None
            parent.remove(one)
        case 1 if one is not root and one not in other.iterancestors() and one is not other:
            other.append(deepcopy(one))
        case 2:
            one.tag = other.tag
        case 3 if one.attrib:
            one.set(random.choice(list(one.attrib)), random.choice(_VALUES))
        case 4:
            one.text = random.choice(_VALUES)
        case 5:
            for key, value in other.attrib.items():
                one.set(key, value)
        case 6 if one.attrib:
            del one.attrib[random.choice(list(one.attrib))]


def test_packages_with_parts_missing_doubled_or_swapped_are_read_or_refused(mutations: int) -> None:
    random = Random(13)
    names = ("q1.xml", "q1/q1.xml", "q1\\q1.xml", "non_cc_assessments/q1.xml.qti", "/q1.xml", "../q1.xml", "Q1.XML", "")
    texts = (CLASSIC, bank(CHOICE), "<quiz identifier='q1'><time_limit>x</time_limit></quiz>", "<quiz", "", PICTURE)
    for _ in range(mutations // 4):
        parts = {random.choice(names) + random.choice(("", ".xml", "2.qti")): random.choice(texts) for _ in range(4)}
        _read(packed({name or "a": part for name, part in parts.items()}))
