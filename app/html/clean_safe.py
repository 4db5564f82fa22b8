"""The last gate of pasted HTML: whatever came before, only this leaves."""

import re

import nh3

from app.html.clean_link import picture

_TAGS = frozenset(
    {"p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "table", "tbody", "tr", "td"}
    | {"th", "strong", "em", "u", "s", "sub", "sup", "code", "a", "img"}
)
_MATH = frozenset(
    {"math", "semantics", "mrow", "mi", "mn", "mo", "mtext", "ms", "mspace", "mfrac", "msqrt", "mroot", "msub", "msup"}
    | {"msubsup", "munder", "mover", "munderover", "mmultiscripts", "mprescripts", "none", "mtable", "mtr", "mtd"}
    | {"mstyle", "mpadded", "mphantom", "mfenced", "menclose", "maction", "merror", "mlabeledtr", "mlongdiv"}
)
_ALIGNED = {"style", "dir"}
_ATTRIBUTES = {
    **dict.fromkeys(("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre"), frozenset(_ALIGNED)),
    "a": {"href"},
    "img": {"src", "alt", "width", "height", "class", "title", "data-equation-content", "data-ignore-a11y-check"},
    "ol": {"start", "type"},
    "td": {"style", "colspan", "rowspan"},
    "th": {"style", "colspan", "rowspan", "scope"},
}
_STYLE = re.compile(r"text-align: (?:center|right|justify);")


def safe(html: str) -> str:
    """`html` without any element, attribute or address that pasted text may not have."""
    return nh3.clean(
        html,
        tags=set(_TAGS | _MATH),
        clean_content_tags={"script", "style"},
        attributes={name: set(kept) for name, kept in _ATTRIBUTES.items()},
        attribute_filter=_kept,
        url_schemes={"http", "https", "mailto", "data"},
        link_rel=None,
    )


def _kept(tag: str, name: str, value: str) -> str | None:
    if name == "style":
        return value if _STYLE.fullmatch(value) else None
    if name == "src":
        return value if value.startswith("/equation_images/") or picture(value) else None
    if name == "href":
        return value if value.lower().startswith(("http:", "https:", "mailto:")) else None
    return value
