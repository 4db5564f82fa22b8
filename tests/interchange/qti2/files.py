"""Items and tests of QTI 2, written by hand after the specification (interchange.md 1.2)."""

from tests.interchange.qti.files import packed

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
_SPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"


def item(declared: str, body: str, *, ident: str = "i1", title: str = "", points: str = "2", extra: str = "") -> str:
    """One item; `extra` stands behind its body."""
    worth = (
        '<outcomeDeclaration identifier="MAXSCORE" cardinality="single" baseType="float">'
        f"<defaultValue><value>{points}</value></defaultValue></outcomeDeclaration>"
    )
    return (
        f'{HEAD}<assessmentItem xmlns="{_SPACE}" identifier="{ident}" title="{title}" adaptive="false"'
        f' timeDependent="false">{declared}{worth if points else ""}<itemBody>{body}</itemBody>{extra}</assessmentItem>'
    )


def declared(
    *right: str, cardinality: str = "single", base: str = "identifier", ident: str = "RESPONSE", mapped: str = ""
) -> str:
    """A response with its right values; `mapped` holds what values earn, as `a=1 b=0.5`."""
    values = "".join(f"<value>{value}</value>" for value in right)
    rows = (part.rpartition("=") for part in mapped.split(";") if part)
    entries = "".join(f'<mapEntry mapKey="{key}" mappedValue="{worth}"/>' for key, _, worth in rows)
    return (
        f'<responseDeclaration identifier="{ident}" cardinality="{cardinality}" baseType="{base}">'
        + (f"<correctResponse>{values}</correctResponse>" if right else "")
        + (f'<mapping defaultValue="0">{entries}</mapping>' if mapped else "")
        + "</responseDeclaration>"
    )


def choices(labels: dict[str, str], **attributes: str) -> str:
    """A list of answers by their names."""
    rows = "".join(f'<simpleChoice identifier="{name}">{text}</simpleChoice>' for name, text in labels.items())
    given = "".join(f' {name}="{value}"' for name, value in attributes.items())
    return f'<choiceInteraction responseIdentifier="RESPONSE"{given}><prompt>Which?</prompt>{rows}</choiceInteraction>'


def exam(*hrefs: str, title: str = "Exam") -> str:
    """A test of these items, in two sections."""
    half = (len(hrefs) + 1) // 2
    parts = "".join(
        f'<assessmentSection identifier="s{n}" title="Part {n}" visible="true">'
        + "".join(f'<assessmentItemRef identifier="r{n}{m}" href="{href}"/>' for m, href in enumerate(part))
        + "</assessmentSection>"
        for n, part in enumerate((hrefs[:half], hrefs[half:]), start=1)
    )
    return (
        f'{HEAD}<assessmentTest xmlns="{_SPACE}" identifier="t" title="{title}">'
        f'<testPart identifier="p" navigationMode="linear" submissionMode="individual">'
        f"{parts}</testPart></assessmentTest>"
    )


CHOICE = item(
    declared("b"), "<p>Look.</p>" + choices({"a": "This", "b": "<em>That</em>"}, shuffle="true"), title="Bees"
)
ESSAY = item("", '<p>Discuss.</p><extendedTextInteraction responseIdentifier="RESPONSE"/>', ident="i2")
PACKAGE = packed(
    {
        "imsmanifest.xml": "<manifest/>",
        "test.xml": exam("items/b.xml", "items/a.xml"),
        "items/a.xml": CHOICE,
        "items/b.xml": ESSAY,
    }
)
