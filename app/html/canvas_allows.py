"""What Canvas keeps of HTML: names of elements and attributes, as its public source lists them.

Everything else is removed when Canvas saves a text. Whether New Quizzes keeps as much is not documented.
"""

_MATH_NAMES = """
annotation annotation-xml maction maligngroup malignmark math menclose merror mfenced mfrac mglyph mi mlabeledtr
mlongdiv mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mscarries mscarry msgroup msline
mspace msqrt msrow mstack mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none semantics
"""
_NAMES = """
a abbr acronym address area article aside audio b bdo big blockquote br caption cite code col colgroup dd del
details dfn div dl dt em embed figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i iframe img ins kbd
legend li map mark nav object ol p param picture pre q rp rt ruby samp section small source span strike strong
sub summary sup table tbody td tfoot th thead time tr track tt u ul var video
"""
# Browsers know them and Canvas does not keep them: no misspelling.
_REMOVED_NAMES = """
applet base basefont bdi body button canvas center command data datalist dialog dir fieldset form frame frameset
head hgroup html input isindex keygen label link listing main menu meta meter nobr noembed noframes noscript
optgroup option output plaintext progress rb rtc s script search select slot style svg template textarea title
wbr xmp
"""
_MATH = frozenset(_MATH_NAMES.split())
ELEMENTS = _MATH | frozenset(_NAMES.split())
REMOVED = frozenset(_REMOVED_NAMES.split())

_EVERYWHERE = frozenset({"style", "class", "id", "title", "role", "lang", "dir"})

_MEDIA = "name src allowfullscreen allow muted poster width height controls playsinline"
_CELL = "abbr axis colspan rowspan width align valign dir"
_ATTRIBUTES = {
    "a": "href target name",
    "area": "alt coords href shape target",
    "audio": _MEDIA,
    "blockquote": "cite",
    "col": "span width",
    "colgroup": "span width",
    "embed": "name src type allowfullscreen pluginspage wmode allowscriptaccess width height",
    "font": "face color size",
    "iframe": "src width height name align frameborder scrolling allow sandbox loading allowfullscreen "
    "webkitallowfullscreen mozallowfullscreen",
    "img": "align alt height src usemap width longdesc",
    "map": "name",
    "object": "width height style data type classid codebase",
    "ol": "start type",
    "param": "name value",
    "q": "cite",
    "source": "media width height sizes src srcset type",
    "table": "summary width border cellpadding cellspacing center frame rules",
    "td": _CELL,
    "th": f"{_CELL} scope",
    "tr": "align valign dir",
    "track": "default kind label src srclang",
    "ul": "type",
    "video": _MEDIA,
}
ATTRIBUTES = {name: frozenset(text.split()) for name, text in _ATTRIBUTES.items()}


def keeps_element(name: str) -> bool:
    """Whether Canvas keeps the element."""
    return name in ELEMENTS


def keeps_attribute(element: str, name: str) -> bool:
    """Whether Canvas keeps an attribute of an element that it keeps. Those of MathML are not looked at."""
    if element in _MATH or name in _EVERYWHERE or name.startswith(("aria-", "data-")):
        return True
    return name in ATTRIBUTES.get(element, frozenset())
