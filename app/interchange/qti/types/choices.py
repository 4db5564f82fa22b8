"""The rows of a list of answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.interchange.qti.item import QtiItem, ident_of, kept_id, labels_of, yes
from app.interchange.qti.material import html_in
from app.interchange.xml import first
from app.models.questions.choices import Choice, ChoiceShuffle, ShuffleRules

RESPONSE = "response1"
"""What Canvas calls the only response of a question."""


@dataclass(frozen=True, slots=True)
class Rows:
    """`ids`: the name of a row in the file → its id here; `locked`: the places that are not shuffled, from 0."""

    choices: tuple[Choice, ...]
    ids: Mapping[str, str]
    locked: tuple[int, ...]

    def feedback(self, item: QtiItem) -> dict[str, str]:
        """Id of a row → its feedback."""
        return {id: html for name, id in self.ids.items() if (html := item.feedback.get(f"{name}_fb"))}


def rows_of(item: QtiItem) -> Rows:
    """The answers of the first list; two of the same name become two."""
    choices, locked = list[Choice](), list[int]()
    ids: dict[str, str] = {}
    seen: set[str] = set()
    for place, label in enumerate(labels_of(item.lists[0]) if item.lists else ()):
        name = ident_of(label)
        own = kept_id(name if name not in ids else "")
        own = own if own not in seen else kept_id("")
        seen.add(own)
        ids.setdefault(name, own)
        choices.append(Choice(id=own, item_body=html_in(label)))
        if yes(label.get("lock")) or (label.get("rshuffle") or "").lower() == "no":
            locked.append(place)
    return Rows(tuple(choices), ids, tuple(locked))


def shuffle_of(item: QtiItem, rows: Rows) -> ShuffleRules:
    """Whether the answers are shuffled, and which are not."""
    shown = first(item.presentation, "render_choice")
    shuffled = shown is not None and yes(shown.get("shuffle"))
    return ShuffleRules(choices=ChoiceShuffle(to_lock=rows.locked, shuffled=shuffled))
