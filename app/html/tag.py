"""A start tag, with its source."""

from dataclasses import dataclass
from functools import lru_cache
from html import escape

from app.html.token import Attributes, parsed, tag_end


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag as it was written: `<p class="x">`; for a table with the `<colgroup>` behind it."""

    opening: str

    @classmethod
    def of(cls, name: str, attributes: Attributes = ()) -> "Tag":
        """A tag that is made here; attributes keep the order given."""
        written = (f' {key}="{escape(value)}"' for key, value in attributes)
        return cls(f"<{name}{''.join(written)}>")

    @property
    def name(self) -> str:
        """In lower case."""
        return _parsed(self.opening)[0]

    @property
    def attributes(self) -> Attributes:
        """Names in lower case, values without their escapes, "" where there is none."""
        return _parsed(self.opening)[1]

    @property
    def closing(self) -> str:
        """Its end tag."""
        return f"</{self.name}>"

    def attribute(self, name: str) -> str:
        """One value, "" where the tag does not have it."""
        return dict(self.attributes).get(name, "")

    def replaced(self, name: str, value: str) -> "Tag":
        """The tag with another value of an attribute, which is left out where it is ""; the others stay in order."""
        kept = tuple((key, value if key == name else old) for key, old in self.attributes)
        kept = kept if name in dict(kept) else (*kept, (name, value))
        made = Tag.of(self.name, tuple((key, text) for key, text in kept if key != name or text))
        return Tag(made.opening + self.opening[tag_end(self.opening) :])


@lru_cache(maxsize=4096)
def _parsed(opening: str) -> tuple[str, Attributes]:
    return parsed(opening)
