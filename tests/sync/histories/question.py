"""Questions of every type whose texts are words of the oracle, and one more edit of each, as JSON of the wire."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any

from tests.sync.histories.books import Books, words_in

Entry = dict[str, Any]
Edit = Callable[[Random, Entry, Books], None]

_EXAMPLES: Mapping[str, Entry] = json.loads(Path(__file__, "../../../sandbox/entries.json").resolve().read_text("utf8"))
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
WITHOUT_IDS = ("true-false", "essay", "file-upload")
"""Types of which nothing that we made comes back in the answer: the hardest to find again."""
SLUGS = (*sorted(_EXAMPLES), *WITHOUT_IDS, "choice", "choice", "true-false")
_FEEDBACK = ("neutral", "correct", "incorrect")
_IN_ANSWERS = ("rich-fill-blank", "fill-blank")


def new_entry(rng: Random, books: Books, picture: Callable[[], str]) -> Entry:
    """A question as the documents show it, under new ids; `picture` gives the reference or address of one."""
    slug = rng.choice(SLUGS)
    entry = fresh_ids(_EXAMPLES[slug], books)
    entry["title"] = books.word()
    if slug == "hot-spot":
        entry["interaction_data"] = {"image_url": picture(), "hotspots_count": 1}
    if slug not in _IN_ANSWERS:
        entry["item_body"] = f"<p>{books.word()}</p>"
    return entry


def fresh_ids(entry: Entry, books: Books) -> Entry:
    """The same with an id of its own for each element."""
    text = json.dumps(entry)
    for old in sorted(set(_UUID.findall(text))):
        text = text.replace(old, books.id())
    fresh: Entry = json.loads(text)
    return fresh


def copied_entry(entry: Entry, books: Books) -> Entry:
    """A duplicate with the ids of the first one and words of its own: who deletes one of the two means that one."""
    text = json.dumps(entry)
    for old in sorted(words_in(text)):
        text = re.sub(rf"\b{old}\b", books.word(), text)
    copied: Entry = json.loads(text)
    return copied


def edited_entry(rng: Random, entry: Entry, books: Books) -> Entry:
    """The entry with one unit changed, as a person changes it in an editor."""
    slug = entry["interaction_type_slug"]
    edits: list[Edit] = [_title, _feedback, _answer]
    if slug not in _IN_ANSWERS:
        edits.append(_body)
    if slug in ("choice", "multi-answer"):
        edits += [_more, _fewer, _swapped]
    changed: Entry = json.loads(json.dumps(entry))
    rng.choice(edits)(rng, changed, books)
    return changed


def _title(_: Random, entry: Entry, books: Books) -> None:
    entry["title"] = books.word()


def _body(_: Random, entry: Entry, books: Books) -> None:
    entry["item_body"] = f"<p>{books.word()}</p>"


def _feedback(rng: Random, entry: Entry, books: Books) -> None:
    entry["feedback"] = {**(entry.get("feedback") or {}), rng.choice(_FEEDBACK): f"<p>{books.word()}</p>"}


def _answer(rng: Random, entry: Entry, books: Books) -> None:
    """Another text of one answer; the feedback where the answers have no text."""
    data = entry["interaction_data"]
    match entry["interaction_type_slug"]:
        case "true-false":
            data[rng.choice(("true_choice", "false_choice"))] = books.word()
        case "choice" | "multi-answer":
            rng.choice(data["choices"])["item_body"] = f"<p>{books.word()}</p>"
        case "ordering":
            data["choices"][rng.choice(sorted(data["choices"]))]["item_body"] = f"<p>{books.word()}</p>"
        case "categorization":
            data["categories"][rng.choice(sorted(data["categories"]))]["item_body"] = books.word()
        case "essay":
            entry["scoring_data"]["value"] = books.word()
        case _:
            _feedback(rng, entry, books)


def _more(rng: Random, entry: Entry, books: Books) -> None:
    choices = entry["interaction_data"]["choices"]
    choices.insert(rng.randint(0, len(choices)), {"id": books.id(), "item_body": f"<p>{books.word()}</p>"})
    _numbered(choices)
    if entry["scoring_algorithm"] == "VaryPointsByAnswer":
        known = {row["value"] for row in entry["scoring_data"]["values"]}
        entry["scoring_data"]["values"] += [
            {"value": one["id"], "points": 0} for one in choices if one["id"] not in known
        ]


def _fewer(rng: Random, entry: Entry, books: Books) -> None:
    choices, key = entry["interaction_data"]["choices"], entry["scoring_data"]["value"]
    wrong = [choice for choice in choices if choice["id"] not in key]
    if len(wrong) < 2:
        _title(rng, entry, books)
        return
    gone = rng.choice(wrong)
    choices.remove(gone)
    _numbered(choices)
    _unlocked(entry, len(choices))
    if entry["scoring_algorithm"] == "VaryPointsByAnswer":
        entry["scoring_data"]["values"] = [r for r in entry["scoring_data"]["values"] if r["value"] != gone["id"]]


def _unlocked(entry: Entry, choices: int) -> None:
    """A place that is no more is locked no more, as the editor sees to it."""
    rules = (entry.get("properties") or {}).get("shuffle_rules") or {}
    if "to_lock" in (rules.get("choices") or {}):
        rules["choices"]["to_lock"] = [place for place in rules["choices"]["to_lock"] if place < choices]


def _swapped(rng: Random, entry: Entry, _: Books) -> None:
    choices = entry["interaction_data"]["choices"]
    choices.insert(rng.randrange(len(choices)), choices.pop(rng.randrange(len(choices))))
    _numbered(choices)


def _numbered(choices: list[Entry]) -> None:
    for place, choice in enumerate(choices, 1):
        choice["position"] = place
