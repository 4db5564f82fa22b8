"""Mathematical signs and names as LaTeX writes them."""

import re
import unicodedata

_SMALL = "alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho varsigma sigma"
_SMALL_END = "tau upsilon varphi chi psi omega"
_CAPITALS = {"Γ": "Gamma", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi"} | (
    {"Σ": "Sigma", "Υ": "Upsilon", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega", "∆": "Delta"}
)
_GREEK = dict(zip("αβγδεζηθικλμνξοπρςστυφχψω", (*_SMALL.split(), *_SMALL_END.split()), strict=True)) | _CAPITALS
_VARIANTS = {"ϑ": "vartheta", "ϕ": "phi", "ϵ": "epsilon", "ϱ": "varrho", "ϖ": "varpi", "µ": "mu"}
_OPERATORS = {
    **{"×": "times", "÷": "div", "±": "pm", "∓": "mp", "·": "cdot", "⋅": "cdot", "∙": "cdot", "∗": "ast", "⋆": "star"},
    **{"∘": "circ", "•": "bullet", "⊕": "oplus", "⊖": "ominus", "⊗": "otimes", "⊙": "odot", "∪": "cup", "∩": "cap"},
    **{"∧": "wedge", "∨": "vee", "¬": "neg", "∖": "setminus", "†": "dagger", "∇": "nabla", "∂": "partial"},
    **{"∑": "sum", "∏": "prod", "∐": "coprod", "∫": "int", "∬": "iint", "∭": "iiint", "∮": "oint"},
    **{"⋃": "bigcup", "⋂": "bigcap", "⋁": "bigvee", "⋀": "bigwedge", "⨁": "bigoplus", "⨂": "bigotimes"},
}
_RELATIONS = {
    **{"≤": "leq", "≥": "geq", "⩽": "leqslant", "⩾": "geqslant", "≠": "neq", "≈": "approx", "≡": "equiv", "∼": "sim"},
    **{"≃": "simeq", "≅": "cong", "∝": "propto", "≪": "ll", "≫": "gg", "≺": "prec", "≻": "succ", "≜": "triangleq"},
    **{"∈": "in", "∉": "notin", "∋": "ni", "⊂": "subset", "⊃": "supset", "⊆": "subseteq", "⊇": "supseteq"},
    **{"∥": "parallel", "⊥": "perp", "∣": "mid", "∤": "nmid", "⊢": "vdash", "⊨": "models", "≐": "doteq"},
}
_ARROWS = {
    **{"→": "to", "←": "leftarrow", "↔": "leftrightarrow", "⇒": "Rightarrow", "⇐": "Leftarrow", "⇔": "Leftrightarrow"},
    **{"↦": "mapsto", "↑": "uparrow", "↓": "downarrow", "⟶": "longrightarrow", "⟵": "longleftarrow"},
    **{"⟹": "Longrightarrow", "⟺": "iff", "⇌": "rightleftharpoons", "⇀": "rightharpoonup", "↪": "hookrightarrow"},
}
_OTHERS = {
    **{"∞": "infty", "∅": "emptyset", "∀": "forall", "∃": "exists", "∄": "nexists", "ℏ": "hbar", "ℓ": "ell"},
    **{"ℜ": "Re", "ℑ": "Im", "ℵ": "aleph", "∠": "angle", "△": "triangle", "□": "square", "°": "degree"},
    **{"…": "ldots", "⋯": "cdots", "⋮": "vdots", "⋱": "ddots", "∴": "therefore", "∵": "because", "√": "surd"},
    **{"′": "prime", "⟨": "langle", "⟩": "rangle", "⌊": "lfloor", "⌋": "rfloor", "⌈": "lceil", "⌉": "rceil"},
    **{"‖": "|", "\u2003": "quad", "\u2009": ",", "\u205f": ":", "\u2005": ";"},
}
COMMANDS = _GREEK | _VARIANTS | _OPERATORS | _RELATIONS | _ARROWS | _OTHERS
"""A sign and the LaTeX command for it, without the backslash."""
_COMMAND_AT_END = re.compile(r"(?<!\\)(?:\\\\)*\\[a-zA-Z]+\Z")
_PLAIN = {"−": "-", "–": "-", "‐": "-", "∕": "/", "\u00a0": " ", "″": "''", "‴": "'''", "’": "'"}
_ESCAPED = frozenset("{}%$#&_")
_UNSEEN = frozenset("\u2061\u2062\u2063\u2064\u200b\u200c\u200d\u2060\ufeff")
FUNCTIONS = frozenset(
    {"arccos", "arcsin", "arctan", "cos", "cosh", "cot", "coth", "csc", "deg", "det", "dim", "exp", "gcd", "hom", "inf"}
    | {"ker", "lg", "lim", "liminf", "limsup", "ln", "log", "max", "min", "Pr", "sec", "sin", "sinh", "sup", "tan"}
    | {"tanh"}
)
_FACES = {"DOUBLE-STRUCK": "mathbb", "SCRIPT": "mathcal", "FRAKTUR": "mathfrak", "BLACK-LETTER": "mathfrak"} | (
    {"BOLD": "mathbf", "MONOSPACE": "mathtt", "SANS-SERIF": "mathsf"}
)


def sign(character: str) -> str:
    """One character in LaTeX, "" for one that nobody sees."""
    if character in _UNSEEN:
        return ""
    if character in COMMANDS:
        return "\\" + COMMANDS[character]
    if character in _ESCAPED:
        return "\\" + character
    if character == "\\":
        return r"\backslash"
    return _PLAIN.get(character) or _letter(character)


def signs(text: str) -> str:
    """Several characters in LaTeX, a space where a command would swallow the letter after it."""
    latex = ""
    for character in text:
        written = sign(character)
        latex += " " + written if written[:1].isalpha() and ends_in_command(latex) else written
    return latex


def ends_in_command(latex: str) -> bool:
    """Whether a letter after it would belong to the name of its last command."""
    return _COMMAND_AT_END.search(latex) is not None


def words(text: str) -> str:
    """Upright words in a formula; names of functions are commands."""
    plain = text.strip()
    if plain in FUNCTIONS:
        return "\\" + plain
    if plain.isascii() and plain.isalpha() and plain == text:
        return rf"\mathrm{{{plain}}}"
    escaped = "".join("\\" + character if character in _ESCAPED else character for character in text)
    return rf"\text{{{escaped}}}"


def _letter(character: str) -> str:
    """A letter of the mathematical alphabets (𝑥, ℝ) as the plain one in its face."""
    plain = unicodedata.normalize("NFKC", character)
    if plain == character or len(plain) != 1:
        return character
    name = unicodedata.name(character, "")
    face = next((command for word, command in _FACES.items() if word in name), None)
    plain = sign(plain)
    return rf"\{face}{{{plain}}}" if face else plain
