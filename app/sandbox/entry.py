"""The entry of a question: what every type must have, and the form in which the server keeps it."""

from app.sandbox.blank import blank_ids, placed_body
from app.sandbox.exchange import Json, JsonObject
from app.sandbox.picture_address import upload_path_of
from app.sandbox.questions.submitted import Submitted
from app.sandbox.questions.table import DEPRECATED, KINDS
from app.sandbox.refusal import bad_parameter, crashed, invalid, missing
from app.sandbox.rich_text import tidied
from app.sandbox.schema import Field
from app.sandbox.state import State

REQUIRED = ("item_body", "interaction_type_slug", "interaction_data", "scoring_data", "scoring_algorithm")
MADE_BY_SERVER = frozenset({"id", "created_at", "updated_at", "user_response_type"})
_OBJECTS = ("interaction_data", "scoring_data", "properties", "feedback", "answer_feedback")
_CALCULATORS = ("none", "basic", "scientific")
_FEEDBACK = ("neutral", "correct", "incorrect")
_KNOWN = frozenset({*REQUIRED, "title", "calculator_type", "feedback", "properties", "answer_feedback"})


def sent_entry(entry: Json, *, drop_unknown: bool) -> JsonObject:
    """The entry of a request without what only the server writes. JSON sent as text crashes the real service, too."""
    if isinstance(entry, str):
        raise crashed()
    if not isinstance(entry, dict):
        raise missing("entry")
    if any(isinstance(entry.get(key), str) for key in _OBJECTS):
        raise crashed()
    if drop_unknown:
        return {key: value for key, value in entry.items() if key in _KNOWN}
    return {key: value for key, value in entry.items() if key not in MADE_BY_SERVER}


def check_required(entry: JsonObject) -> None:
    """The parameters that a POST must have."""
    for key in REQUIRED:
        if entry.get(key) is None or entry[key] == "":
            raise missing(key)


def check_entry(state: State, entry: JsonObject, *, whole: bool = True) -> None:
    """Refuse an entry that breaks the documents.

    Without `whole` only the texts are looked at: ghosts of an earlier PATCH must not stop a change of a title.
    """
    _check_texts(entry)
    if whole:
        _check_answer(state, entry)


def _check_answer(state: State, entry: JsonObject) -> None:
    slug = entry.get("interaction_type_slug")
    if not isinstance(slug, str) or slug == DEPRECATED or slug not in KINDS:
        raise bad_parameter(f"interaction_type_slug does not have a valid value: {slug!r}")
    kind = KINDS[slug]
    algorithm = entry.get("scoring_algorithm")
    if algorithm not in kind.algorithms:
        raise invalid("scoring_algorithm", f"{algorithm!r} is not an algorithm of {slug} questions")
    _check_answer_feedback(entry, allowed=kind.answer_feedback)
    kind.check(Submitted.of(entry))
    if slug == "hot-spot" and upload_path_of(state, entry["interaction_data"]["image_url"]) is None:
        raise invalid("interaction_data", "The property '#/image_url' names a picture that was never uploaded")


def _check_texts(entry: JsonObject) -> None:
    if not isinstance(entry.get("title") or "", str):
        raise bad_parameter("title is not a string")
    Field(entry, "item_body")["item_body"].filled()
    if entry.get("calculator_type") not in (None, *_CALCULATORS):
        raise bad_parameter("calculator_type does not have a valid value")
    for key, text in Field(entry.get("feedback") or {}, "feedback").members():
        if key not in _FEEDBACK:
            raise bad_parameter(f"feedback[{key}] is not a known feedback")
        if text.value is not None:
            text.text()


def _check_answer_feedback(entry: JsonObject, *, allowed: bool) -> None:
    told = list(Field(entry.get("answer_feedback") or {}, "answer_feedback").members())
    if told and not allowed:
        raise invalid("answer_feedback", "Answer feedback is only available on choice questions")
    data = entry.get("interaction_data")
    choices = data.get("choices") if isinstance(data, dict) else None
    listed = choices if isinstance(choices, list) else []
    ids = {str(choice.get("id")) for choice in listed if isinstance(choice, dict)}
    for key, text in told:
        if text.value and key not in ids:
            raise invalid("answer_feedback", f"There is no choice {key!r}")
        if text.value is not None:
            text.text()


def stored_entry(state: State, entry: JsonObject, *, rewrite: bool, blanks: list[str] | None = None) -> JsonObject:
    """A valid entry as the server keeps it: tidy HTML, blanks in their places, the picture by its path.

    `blanks` are the ids that the stem must place; those of `interaction_data` where it is None.
    """
    kept = tidied_entry(entry) if rewrite else dict(entry)
    data = kept["interaction_data"]
    if kept["interaction_type_slug"] == "rich-fill-blank":
        kept["item_body"] = placed_body(kept["item_body"], blank_ids(data) if blanks is None else blanks)
    if kept["interaction_type_slug"] == "hot-spot":
        kept["interaction_data"] = {**data, "image_url": upload_path_of(state, data["image_url"])}
    return kept


def tidied_entry(entry: JsonObject) -> JsonObject:
    """The entry with every rich text tidied; plain texts are left alone."""
    kept = {**entry, "item_body": _tidy(entry.get("item_body"))}
    for key in ("feedback", "answer_feedback"):
        if isinstance(entry.get(key), dict):
            kept[key] = {name: _tidy(text) for name, text in entry[key].items()}
    kind = KINDS.get(entry.get("interaction_type_slug") or "")
    data, scoring = entry.get("interaction_data"), entry.get("scoring_data")
    if kind and kind.rich and isinstance(data, dict) and "choices" in data:
        kept["interaction_data"] = {**data, "choices": _tidy_choices(data["choices"])}
    if isinstance(scoring, dict) and "working_item_body" in scoring:
        kept["scoring_data"] = {**scoring, "working_item_body": _tidy(scoring["working_item_body"])}
    return kept


def _tidy(text: Json) -> Json:
    return tidied(text) if isinstance(text, str) else text


def _tidy_choices(choices: Json) -> Json:
    if isinstance(choices, list):
        return [{**choice, "item_body": _tidy(choice.get("item_body"))} for choice in choices]
    if isinstance(choices, dict):
        return {key: {**choice, "item_body": _tidy(choice.get("item_body"))} for key, choice in choices.items()}
    return choices


def response_type(entry: JsonObject) -> str | None:
    """What an answer to this question is, as answers of the server tell it."""
    kind = KINDS.get(entry.get("interaction_type_slug") or "")
    return kind.response if kind else None
