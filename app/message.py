"""Words for a person as values: rooms without Qt make them, the window translates, the command line prints."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Argument = str | int | float


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with named places (`{title}`); `plural` is used when `count` is not 1 and may use `{count}`."""

    template: str
    arguments: Mapping[str, "str | int | float | Message"] = field(default_factory=dict)
    plural: str | None = None
    count: int | None = None

    def __str__(self) -> str:
        return self.filled(self.template if self.plural is None or self.count == 1 else self.plural)

    def filled(self, template: str) -> str:
        """Put the arguments into `template`: this one's own, or its translation."""
        return template.format_map({**self.arguments, "count": self.count})


def message(
    template: str, /, *, plural: str | None = None, count: int | None = None, **arguments: "Argument | Message"
) -> Message:
    """Make a message. The literal given here is what translators see, so it is never put together from parts."""
    return Message(template, arguments, plural, count)
