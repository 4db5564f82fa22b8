"""What a pasted element says about its words: bold, italic and so on, by its name and by its style."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from app.html.node import Node
from app.html.tag import Tag

Script = Literal["", "sub", "sup"]


@dataclass(frozen=True, slots=True)
class Marks:
    """The format of some words; `href` is "" where they are no link."""

    strong: bool = False
    em: bool = False
    u: bool = False
    s: bool = False
    script: Script = ""
    code: bool = False
    href: str = ""

    @property
    def tags(self) -> tuple[Tag, ...]:
        """As elements, always in the same order, outermost first."""
        names = [name for name in ("strong", "em", "u", "s") if getattr(self, name)]
        names += [self.script] if self.script else []
        names += ["code"] if self.code else []
        link = (Tag.of("a", (("href", self.href),)),) if self.href else ()
        return (*link, *(Tag.of(name) for name in names))


PLAIN = Marks()
_STRONG, _EM, _STRUCK, _CODE = {"strong": True}, {"em": True}, {"s": True}, {"code": True}
_BY_NAME: Mapping[str, Mapping[str, object]] = {
    **{"b": _STRONG, "strong": _STRONG, "i": _EM, "em": _EM, "cite": _EM, "dfn": _EM, "var": _EM, "u": {"u": True}},
    **{"s": _STRUCK, "strike": _STRUCK, "del": _STRUCK, "code": _CODE, "kbd": _CODE, "samp": _CODE, "tt": _CODE},
    **{"sub": {"script": "sub"}, "sup": {"script": "sup"}},
}
_SCRIPTS: Mapping[str, Script] = {"sub": "sub", "super": "sup", "baseline": ""}


def marked(node: Node, around: Marks) -> Marks:
    """The marks in `node`, given those around it. A style says more than a name: Google Docs has `<b>` that is not."""
    said = _BY_NAME.get(node.name)
    marks = replace(around, **said) if said else around  # type: ignore[arg-type]
    style = node.style
    if not style:
        return marks
    strong, em = _weight(style.get("font-weight", "")), _slant(style.get("font-style", ""))
    return replace(
        marks,
        strong=marks.strong if strong is None else strong,
        em=marks.em if em is None else em,
        u=_underlined(node, style, marks),
        s=marks.s or "line-through" in _decoration(style),
        script=_SCRIPTS.get(style.get("vertical-align", ""), marks.script),
    )


def _weight(weight: str) -> bool | None:
    if weight.isdigit():
        return int(weight) >= 600
    return {"bold": True, "bolder": True, "normal": False, "lighter": False}.get(weight)


def _slant(slant: str) -> bool | None:
    return {"italic": True, "oblique": True, "normal": False}.get(slant)


def _decoration(style: Mapping[str, str]) -> str:
    return style.get("text-decoration", "") + " " + style.get("text-decoration-line", "")


def _underlined(node: Node, style: Mapping[str, str], marks: Marks) -> bool:
    """A link is underlined anyway; so is the span in it that says so once more."""
    is_link = node.name == "a" or bool(marks.href)
    return marks.u or ("underline" in _decoration(style) and not is_link)
