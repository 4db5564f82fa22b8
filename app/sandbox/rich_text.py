"""HTML as a server tidies it on save: a fixed list of elements and attributes, everything else goes.

The list is the "relaxed" one with MathML and embedded media (`canvas-facts.md` 2.4). Tidying twice changes nothing.
"""

from functools import lru_cache

import nh3

_TEXT = "a abbr b bdo blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption figure"
_MORE = "h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strike strong sub sup"
_TABLES = "table tbody td tfoot th thead time tr u ul var wbr summary details section article header footer"
_EMBEDDED = "iframe object embed video audio source param"
_MATHS = (
    "math annotation annotation-xml maction menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded "
    "mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover "
    "none semantics"
)
_TAGS = set(f"{_TEXT} {_MORE} {_TABLES} {_EMBEDDED} {_MATHS}".split())

_ANYWHERE = {"class", "id", "style", "title", "dir", "lang", "role", "tabindex"}
_SIZED = {"width", "height"}
_ATTRIBUTES = {
    "*": _ANYWHERE,
    "a": {"href", "target", "rel", "name"},
    "img": {"src", "alt", *_SIZED},
    "iframe": {"src", "name", "allowfullscreen", "allow", "loading", *_SIZED},
    "object": {"data", "type", *_SIZED},
    "embed": {"src", "type", *_SIZED},
    "video": {"src", "controls", "poster", "muted", *_SIZED},
    "audio": {"src", "controls"},
    "source": {"src", "type"},
    "param": {"name", "value"},
    "ol": {"start", "type", "reversed"},
    "li": {"value"},
    "table": {"border", "cellpadding", "cellspacing", "summary", *_SIZED},
    "td": {"colspan", "rowspan", "headers", "abbr"},
    "th": {"colspan", "rowspan", "headers", "abbr", "scope"},
    "col": {"span"},
    "colgroup": {"span"},
    "blockquote": {"cite"},
    "time": {"datetime"},
    "math": {"display", "xmlns", "alttext"},
    "annotation": {"encoding"},
}

_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    clean_content_tags={"script", "style"},
    generic_attribute_prefixes={"data-", "aria-"},
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
)


@lru_cache(maxsize=4096)
def tidied(html: str) -> str:
    """The HTML that a server keeps of `html`."""
    return _CLEANER.clean(html)
