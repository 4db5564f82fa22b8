"""HTML to read: the corpus, one fragment after another between lines of `%%`, and random texts."""

from pathlib import Path

from hypothesis import strategies as st

_CORPUS = Path(__file__).parents[1] / "html" / "corpus"

FRAGMENTS = tuple(
    fragment
    for path in sorted(_CORPUS.glob("*.txt"))
    for fragment in path.read_text(encoding="utf-8").removesuffix("\n").split("\n%%\n")
)

_ELEMENTS = (
    *("p", "div", "h2", "ul", "ol", "li", "blockquote", "pre", "table", "tbody", "tr", "td", "th", "section"),
    *("b", "strong", "em", "u", "sub", "span", "a", "code", "font", "figure", "dl", "dt", "dd", "video", "x-y"),
    *("iframe", "script", "math", "mi", "caption", "colgroup", "option"),
)
_SCRAPS = (
    *("a", "b c", " ", "  ", "\n", "&nbsp;", "&amp;", "&lt;", "&#8232;", "&copy", "<", "&", "\\(x\\)", "\\(", "\u00e9"),
    *("<br>", "<hr>", '<img src="/a.png" alt="a">', "<!-- c -->", "<!doctype html>", "<![CDATA[x]]>", "<?x?>", "<col>"),
    *('<a href="/b">', '<span style="color: red">', '<p class="c">', '<td colspan="2">', '<ol start="3">', "<br/>"),
    *("<!--", "<a href='", "</", "<p", '<i id="here"></i>', "\x01"),
)
_STARTS = tuple(f"<{name}>" for name in _ELEMENTS)
_ENDS = tuple(f"</{name}>" for name in _ELEMENTS)

_BROKEN = st.lists(st.sampled_from(_SCRAPS + _STARTS + _ENDS), max_size=12).map("".join)
_WHOLE = st.recursive(
    st.sampled_from(_SCRAPS[:30]),
    lambda inner: st.builds(
        lambda name, parts: f"<{name}>{''.join(parts)}</{name}>",
        st.sampled_from(_ELEMENTS),
        st.lists(inner, max_size=3),
    ),
    max_leaves=12,
)

HTML = _BROKEN | st.lists(_WHOLE, max_size=4).map("".join)
