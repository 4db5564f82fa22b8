"""Word documents, short to write: paragraphs with a look and a number, and whatever stands in them as XML."""

import io
import zipfile
from collections.abc import Mapping, Sequence

_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
NUMBERING = f"""<w:numbering {_SPACES}>
<w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
</w:numbering>"""


def run(text: str, look: str = "") -> str:
    """Words with a look: `<w:b/>`, `<w:highlight w:val="yellow"/>`…"""
    shown = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{shown}</w:t></w:r>'


def paragraph(*runs: str, number: tuple[int, int] | None = None) -> str:
    """A paragraph; `number` is the list and the level of one that Word numbers."""
    numbered = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else ""
    body = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f"<w:p><w:pPr>{numbered}</w:pPr>{body}</w:p>"


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table of plain cells."""
    cells = ["".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def drawing(key: str, alt: str) -> str:
    """A picture in a run."""
    return f'<w:r><w:drawing><wp:docPr descr="{alt}"/><a:blip r:embed="{key}"/></w:drawing></w:r>'


def word_file(*parts: str, files: Mapping[str, bytes] | None = None, links: Mapping[str, str] | None = None) -> bytes:
    """The file; `links` are the targets of relations by their id, `files` what else lies in its folder."""
    relations = "".join(f'<Relationship Id="{key}" Target="{target}"/>' for key, target in (links or {}).items())
    members = {
        "word/document.xml": f"<w:document {_SPACES}><w:body>{''.join(parts)}</w:body></w:document>".encode(),
        "word/numbering.xml": NUMBERING.encode(),
        "word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>".encode(),
        **{f"word/{name}": data for name, data in (files or {}).items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name, data in members.items():
            packed.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()
