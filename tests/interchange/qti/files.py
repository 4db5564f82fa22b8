"""Files as Canvas and others write them, put together by hand after their descriptions (interchange.md 1.1)."""

import io
import zipfile
from collections.abc import Mapping
from html import escape

HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_CARTRIDGE = "<manifest><metadata><schema>IMS Common Cartridge</schema></metadata></manifest>"


def item(
    kind: str, presentation: str, processing: str = "", *, ident: str = "i1", title: str = "", extra: str = "",
    points: str = "2.0", **fields: str,
) -> str:  # fmt: skip
    """One question; `extra` stands behind its processing."""
    rows = {"question_type": kind, "points_possible": points, **fields}
    metadata = "".join(field(label, entry) for label, entry in rows.items() if entry is not None)
    scored = f"<resprocessing><outcomes/>{processing}</resprocessing>" if processing else ""
    return (
        f'<item ident="{ident}" title="{title}"><itemmetadata><qtimetadata>{metadata}</qtimetadata></itemmetadata>'
        f"<presentation>{presentation}</presentation>{scored}{extra}</item>"
    )


def field(label: str, entry: str) -> str:
    """A field of the metadata."""
    return f"<qtimetadatafield><fieldlabel>{label}</fieldlabel><fieldentry>{entry}</fieldentry></qtimetadatafield>"


def html(text: str) -> str:
    """Rich text."""
    return f'<material><mattext texttype="text/html">{escape(text)}</mattext></material>'


def plain(text: str) -> str:
    """Plain text."""
    return f'<material><mattext texttype="text/plain">{escape(text)}</mattext></material>'


def choices(labels: Mapping[str, str], *, response: str = "response1", cardinality: str = "Single") -> str:
    """A list of answers, by their names."""
    rows = "".join(f'<response_label ident="{name}">{html(text)}</response_label>' for name, text in labels.items())
    return (
        f'<response_lid ident="{response}" rcardinality="{cardinality}">'
        f"<render_choice>{rows}</render_choice></response_lid>"
    )


def row(ident: str, text: str, labels: dict[str, str], cardinality: str = "Single") -> str:
    """A list with a text of its own, all plain."""
    shown = choices(labels, response=ident, cardinality=cardinality).replace("text/html", "text/plain")
    return shown.replace("<render_choice>", f"{plain(text)}<render_choice>")


def scored(*values: str, points: str = "100", action: str = "Set", response: str = "response1", **marks: str) -> str:
    """A condition that these values of a response earn so much."""
    equal = "".join(f'<varequal respident="{response}">{value}</varequal>' for value in values)
    return condition(equal, points=points, action=action, **marks)


def condition(inner: str, *, points: str = "100", action: str = "Set", **marks: str) -> str:
    """A condition with anything in it."""
    attributes = "".join(f' {key}="{value}"' for key, value in marks.items())
    return (
        f"<respcondition{attributes}><conditionvar>{inner}</conditionvar>"
        f'<setvar action="{action}" varname="SCORE">{points}</setvar></respcondition>'
    )


def quiz(*items: str, title: str = "Exam", ident: str = "q1", head: str = HEAD) -> str:
    """A document with one quiz."""
    return (
        f'{head}<questestinterop xmlns="{NAMESPACE}"><assessment ident="{ident}" title="{title}">'
        f'<section ident="root_section">{"".join(items)}</section></assessment></questestinterop>'
    )


def bank(*items: str, title: str = "Pool", ident: str = "b1") -> str:
    """A document with one item bank."""
    return (
        f'{HEAD}<questestinterop xmlns="{NAMESPACE}"><objectbank ident="{ident}" canvas_item_bank="true">'
        f"<qtimetadata>{field('bank_title', title)}</qtimetadata>{''.join(items)}</objectbank></questestinterop>"
    )


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, part in parts.items():
            made.writestr(zipfile.ZipInfo(name), part)
    return buffer.getvalue()


def course(parts: Mapping[str, str | bytes]) -> bytes:
    """A course export with these parts."""
    return packed({"imsmanifest.xml": _CARTRIDGE, **parts})


CHOICE = item(
    "multiple_choice_question",
    html("<p>Which?</p>") + choices({"a": "<p>This</p>", "b": "<p>That</p>"}),
    scored("a"),
)
CLASSIC = quiz(CHOICE, CHOICE.replace('"i1"', '"i2"'))
COURSE = course({"non_cc_assessments/q1.xml.qti": CLASSIC, "q1/assessment_qti.xml": quiz(CHOICE)})
