"""What the equation bar offers: constructs with places to fill in, and signs, as one table."""

from dataclasses import dataclass
from typing import Final

from app.html.latex import PLACE
from app.message import Message, message


@dataclass(frozen=True, slots=True)
class Offer:
    """LaTeX that a button puts in; `shown` is what is drawn on it where that is something smaller."""

    latex: str
    name: Message
    shown: str = ""

    @property
    def face(self) -> str:
        """The formula on the button."""
        return self.shown or self.latex


@dataclass(frozen=True, slots=True)
class Group:
    """Signs behind one button, in rows of `columns`."""

    name: Message
    face: str
    offers: tuple[Offer, ...]
    columns: int = 8


def _filled(latex: str, name: Message, shown: str = "") -> Offer:
    return Offer(latex.replace("?", PLACE), name, shown.replace("?", PLACE))


def _signs(*commands: str) -> tuple[Offer, ...]:
    return tuple(Offer(f"\\{name}", message("{name}", name=name)) for name in commands)


CONSTRUCTS: Final = (
    _filled(r"\frac{?}{?}", message("Fraction")),
    _filled(r"\sqrt{?}", message("Root")),
    _filled(r"\sqrt[?]{?}", message("Root of any degree")),
    _filled(r"{?}^{?}", message("Power")),
    _filled(r"{?}_{?}", message("Index")),
    _filled(r"\left(?\right)", message("Parentheses that grow"), "(?)"),
    _filled(r"\sum_{?}^{?} ?", message("Sum"), r"\sum"),
    _filled(r"\prod_{?}^{?} ?", message("Product"), r"\prod"),
    _filled(r"\int_{?}^{?} ?\,d?", message("Integral"), r"\int"),
    _filled(r"\lim_{?\to ?} ?", message("Limit"), r"\lim"),
    _filled(r"\vec{?}", message("Vector")),
    _filled(
        r"\begin{pmatrix} ? & ? \\ ? & ? \end{pmatrix}",
        message("Matrix"),
        r"\left(\begin{smallmatrix} ? & ? \\ ? & ? \end{smallmatrix}\right)",
    ),
    _filled(
        r"\begin{cases} ? & ? \\ ? & ? \end{cases}",
        message("Cases"),
        r"\left\{\begin{smallmatrix} ? \\ ? \end{smallmatrix}\right.",
    ),
)
"""Buttons of their own."""

GROUPS: Final = (
    Group(
        message("Greek letters"),
        r"\alpha",
        _signs(
            *("alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu"),
            *("nu", "xi", "pi", "rho", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega", "varphi"),
            *("Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon", "Phi", "Psi", "Omega", "varepsilon"),
        ),
        columns=9,
    ),
    Group(
        message("Relations"),
        r"\leq",
        _signs(
            *("leq", "geq", "neq", "approx", "equiv", "sim", "cong", "propto", "ll", "gg", "in", "notin", "subset"),
            *("subseteq", "supset", "supseteq", "perp", "parallel", "mid"),
        ),
        columns=7,
    ),
    Group(
        message("Operators"),
        r"\times",
        _signs(
            *(
                "times",
                "cdot",
                "div",
                "pm",
                "mp",
                "circ",
                "ast",
                "cup",
                "cap",
                "wedge",
                "vee",
                "neg",
                "oplus",
                "otimes",
            ),
            *("nabla", "partial", "infty", "forall", "exists", "emptyset", "degree"),
        ),
        columns=7,
    ),
    Group(
        message("Arrows"),
        r"\to",
        _signs(
            *("to", "leftarrow", "leftrightarrow", "Rightarrow", "Leftarrow", "Leftrightarrow", "mapsto"),
            *("uparrow", "downarrow", "rightleftharpoons", "longrightarrow"),
        ),
        columns=6,
    ),
)
"""Buttons that open a board of signs."""
