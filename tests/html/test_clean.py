"""What people paste comes out as the editable subset."""

import re
from pathlib import Path

import pytest

from app.html.atom import AtomKind, kind_of
from app.html.clean import cleaned, from_plain, pasted
from app.html.equation import equation
from app.html.read import read
from app.html.rich import Atom

_CLIPBOARDS = Path(__file__).parent / "clipboards"
_NAMES = sorted(path.stem for path in _CLIPBOARDS.glob("*.html"))
_SUBSET = [
    "p",
    "br",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "table",
    "tbody",
    "tr",
    "td",
    "th",
    "strong",
    "em",
    "u",
    "s",
    "sub",
    "sup",
    "code",
    "a",
    "img",
]


def clipboard(name: str) -> str:
    return (_CLIPBOARDS / f"{name}.html").read_text(encoding="utf-8")


def formulas(html: str) -> list[str]:
    found = (equation(Atom(image)) for image in re.findall(r"<img [^>]*>", html))
    return [each.latex for each in found if each is not None]


@pytest.mark.parametrize("name", _NAMES)
def test_a_clipboard_comes_out_as_the_subset_without_styles(name: str) -> None:
    clean = cleaned(clipboard(name))
    tags = set(re.findall(r"<([a-z0-9]+)", clean)) - {"math", "mlongdiv", "mn"}
    assert tags <= set(_SUBSET)
    assert not re.sub(r"text-align: (center|right|justify);", "", "".join(re.findall(r'style="([^"]*)"', clean)))
    assert not re.search(r'mso|Mso|class="(?!equation_image)|<p></p>|<span|file:', clean)


@pytest.mark.parametrize("name", _NAMES)
def test_cleaning_what_is_clean_changes_nothing(name: str) -> None:
    clean = cleaned(clipboard(name))
    assert cleaned(clean) == clean


@pytest.mark.parametrize("name", _NAMES)
def test_what_was_pasted_can_be_edited(name: str) -> None:
    blocks = read(cleaned(clipboard(name))).blocks
    kinds = {kind_of(part) for block in blocks for part in block.inlines if isinstance(part, Atom)}
    assert kinds <= {AtomKind.PICTURE, AtomKind.EQUATION} or name == "excel_joined_cells"


def test_a_list_of_word_becomes_nested_lists() -> None:
    assert cleaned(clipboard("word_list")) == (
        "<p><strong>Describe the cell cycle.</strong></p>"
        '<ol><li>Interphase<ol type="a"><li>G<sub>1</sub> phase</li><li><em>S</em> phase</li></ol></li>'
        "<li>Mitosis (Paris notes)</li></ol>"
        "<ul><li>Prophase<ul><li>Spindle forms</li></ul></li></ul>"
    )


def test_a_list_of_word_that_begins_later_keeps_its_number() -> None:
    item = "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>{}.<span>&nbsp;</span></span>{}</p>"
    assert cleaned(item.format(3, "c") + item.format(4, "d")) == '<ol start="3"><li>c</li><li>d</li></ol>'


def test_a_paragraph_of_word_keeps_format_and_good_links() -> None:
    found = pasted(clipboard("word_paragraph"))
    assert found.html == (
        "<h2>Photosynthesis</h2>"
        '<p style="text-align: center;">6&nbsp;CO<sub>2</sub> + 6 H<sub>2</sub>O gives '
        "C<sub>6</sub>H<sub>12</sub>O<sub>6</sub>, at 10<sup>3</sup> lux.</p>"
        "<p><u>Underlined</u>, <s>struck</s> and <strong><em>both</em></strong>. "
        'See <a href="https://example.edu/a?b=1&amp;c=2">the book</a>, my notes.</p>'
    )
    assert (found.pictures, found.lost) == ((), 1)


def test_equations_of_word_become_latex() -> None:
    assert formulas(cleaned(clipboard("word_equation"))) == [
        r"x=\frac{-b\pm\sqrt{b^{2}-4ac}}{2a}",
        r"a\neq0",
        r"\sum_{i=1}^{n}\alpha_{i}+\int_{0}^{\infty}\sin x",
        r"\begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}",
        r"\sqrt[3]{x}\left(\frac{1}{2}\right)\vec{v}",
    ]


def test_a_table_of_excel_keeps_its_cells_alignment_and_bold_head() -> None:
    assert cleaned(clipboard("excel_table")) == (
        "<table><tbody><tr><td><strong>Element</strong></td><td><strong>Symbol</strong></td>"
        "<td><strong>Mass</strong></td></tr>"
        '<tr><td>Hydrogen</td><td style="text-align: center;">H</td><td style="text-align: right;">1.008</td></tr>'
        '<tr><td>Oxygen</td><td style="text-align: center;">O</td><td style="text-align: right;">15.999</td></tr>'
        "</tbody></table>"
    )


def test_joined_cells_stay_joined() -> None:
    clean = cleaned(clipboard("excel_joined_cells"))
    assert '<td colspan="2" style="text-align: center;"><strong>Results</strong></td>' in clean


def test_a_page_of_google_docs_is_not_all_bold() -> None:
    found = pasted(clipboard("google_docs"))
    assert found.html.startswith(
        '<h2>Week 3: the heart</h2><p style="text-align: justify;">Blood is <strong>pumped</strong><em> twice</em>'
        "<u>, always</u>; 10<sup>3</sup> beats of O<sub>2</sub>. "
        '<a href="https://example.edu/heart">Read on</a></p>'
        '<ol><li>Right atrium<ol type="a"><li>tricuspid valve</li></ol></li><li>Right ventricle</li></ol>'
        "<table><tbody><tr><td>Valve</td><td>Place</td></tr></tbody></table>"
    )
    assert found.pictures == ("https://lh7-rt.googleusercontent.com/docsz/AD_4nX?key=abc",)


def test_a_page_of_libreoffice_keeps_table_head_and_picture() -> None:
    found = pasted(clipboard("libreoffice"))
    assert "<ul><li>Amylase</li><li>Lipase<ul><li>of the pancreas</li></ul></li></ul>" in found.html
    assert "<tr><th>Enzyme</th><th>pH</th></tr>" in found.html
    assert '<td style="text-align: right;">2</td>' in found.html
    assert 'alt="A scheme" width="120" height="80"' in found.html
    assert found.pictures[0].startswith("data:image/png;base64,")


def test_mathml_of_a_web_page_becomes_latex_and_rare_mathml_stays() -> None:
    clean = cleaned(clipboard("web_mathml"))
    assert formulas(clean) == [r"E={\tfrac {1}{2}}mv^{2}", r"v=\sqrt{\frac{2E}{m}}"]
    assert "<math><mlongdiv><mn>3</mn></mlongdiv></math>" in clean


def test_katex_and_mathjax_come_once_each() -> None:
    clean = cleaned(clipboard("web_katex"))
    assert formulas(clean) == [r"e^{i\pi}+1=0", "a^2+b^2", r"x_{1}\leq\pi", r"\sqrt{2}"]
    assert re.sub(r"<[^>]+>", "", clean) == "Euler: .MathJax 2: .MathJax 3: .Canvas: "


def test_an_email_becomes_paragraphs_with_its_quote() -> None:
    found = pasted(clipboard("email"))
    assert found.html == (
        "<p>Dear all,</p><p>please add these questions:</p>"
        "<ol><li>What is <strong>osmosis</strong>?</li><li>Name a <em>membrane</em>.</li></ol>"
        "<p>Deadline: Friday<br>Room: 12</p>"
        '<p>See <a href="https://example.edu/bank">the bank</a> or write to '
        '<a href="mailto:ann@example.edu">Ann</a>.</p><p>Best</p><p>Ann Lee, Biology</p>'
        "<p>On Mon, 2 Mar 2026 Bo wrote:</p><blockquote><p>Any questions<br>for me?</p></blockquote>"
    )
    assert (found.pictures, found.lost) == ((), 0)


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<p onclick='x()'>a<script>alert(1)</script></p>", "<p>a</p>"),
        ('<a href="java&#10;script:alert(1)">l</a>', "<p>l</p>"),
        ('<img src="file:///etc/passwd">', ""),
        ('<iframe src="https://x.org"></iframe><svg onload="x()"><text>t</text></svg>b', "<p>b</p>"),
        ('<p style="text-align:center;background:url(https://x.org/a)">c</p>', '<p style="text-align: center;">c</p>'),
        ('<td colspan="2000000000">d', "<p>d</p>"),
        ('<img src="data:image/svg+xml;base64,AAAA">e', "<p>e</p>"),
        ("<math><mi>x</mi><mtext><img src=x onerror=y></mtext><mlongdiv></mlongdiv></math>", None),
    ],
)
def test_nothing_that_runs_or_reads_files_is_pasted(html: str, clean: str | None) -> None:
    found = cleaned(html)
    assert clean is None or found == clean
    assert not re.search(r"onerror|onclick|script|file:|iframe|url\(", found)


def test_ten_thousand_levels_are_pasted_as_their_words() -> None:
    assert "deep" in cleaned("<div><b>" * 10_000 + "deep")
    assert "deep" in cleaned("<table><tr><td>" * 2_000 + "deep")


def test_of_a_table_that_no_text_could_hold_the_words_are_pasted() -> None:
    assert cleaned("<table>" + "<tr><td>x</td></tr>" * 10_000 + "</table>") == "<p>x</p>" * 10_000


def test_white_space_is_what_is_seen() -> None:
    assert cleaned("<p>  a \n b<b> c </b> d&nbsp;&nbsp; e<br></p><p>&nbsp;</p>") == "<p>a b<strong> c </strong>d e</p>"
    assert cleaned("<pre>a\n  b\n</pre>") == "<pre>a\n  b</pre>"


def test_two_breaks_part_paragraphs() -> None:
    assert cleaned("<b>a<br>b</b><br><br>c") == "<p><strong>a<br>b</strong></p><p>c</p>"


def test_plain_text_becomes_paragraphs() -> None:
    assert from_plain("a\r\nb < c\r\n") == "<p>a</p><p>b &lt; c</p>"
    assert from_plain("first\nline\n\n\nsecond") == "<p>first<br>line</p><p>second</p>"
