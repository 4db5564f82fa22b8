"""What a PATCH leaves behind: ghosts, as the real server does, unless it is told to replace."""

from collections.abc import Callable

from app.sandbox.exchange import Json
from tests.support.core_client import Questions

NEW = "11111111-1111-4111-8111-111111111111"


def _without_last_choice(entry: Json) -> Json:
    """A choice question whose author took the last choice away."""
    choices = entry["interaction_data"]["choices"][:-1]
    values = [row for row in entry["scoring_data"]["values"] if row["value"] in {choice["id"] for choice in choices}]
    return {
        "interaction_data": {"choices": choices},
        "scoring_data": {"value": choices[0]["id"], "values": values},
    }


def _ids(item: Json) -> list[str]:
    return [choice["id"] for choice in item["entry"]["interaction_data"]["choices"]]


def test_a_choice_that_is_left_out_stays_as_a_ghost(questions: Questions) -> None:
    created = questions.create("choice")
    patched = questions.patch(created["id"], {"entry": _without_last_choice(created["entry"])})
    assert _ids(patched) == _ids(created)
    assert len(patched["entry"]["scoring_data"]["values"]) == 4


def test_the_switch_replaces_the_list(ask: Callable[..., Questions]) -> None:
    questions = ask(faults={"patch-replace": 1})
    created = questions.create("choice")
    patched = questions.patch(created["id"], {"entry": _without_last_choice(created["entry"])})
    assert _ids(patched) == _ids(created)[:-1]


def test_a_new_choice_is_added_and_a_known_one_changed(questions: Questions) -> None:
    created = questions.create("multi-answer")
    choices = created["entry"]["interaction_data"]["choices"]
    choices[0]["item_body"] = "<p>changed</p>"
    choices.append({"id": NEW, "position": 5, "item_body": "<p>new</p>"})
    patched = questions.patch(created["id"], {"entry": {"interaction_data": {"choices": choices}}})
    assert patched["entry"]["interaction_data"]["choices"] == choices


def test_keys_of_maps_are_ghosts_too(questions: Questions) -> None:
    created = questions.create("ordering")
    order = created["entry"]["scoring_data"]["value"][1:]
    kept = {key: created["entry"]["interaction_data"]["choices"][key] for key in order}
    entry = {"interaction_data": {"choices": kept}, "scoring_data": {"value": order}}
    patched = questions.patch(created["id"], {"entry": entry})
    assert len(patched["entry"]["interaction_data"]["choices"]) == 6
    assert patched["entry"]["scoring_data"]["value"] == order


def test_a_text_changes_beside_ghosts(questions: Questions) -> None:
    created = questions.create("choice")
    entry = _without_last_choice(created["entry"])
    entry["interaction_data"]["choices"].append({"id": NEW, "position": 5, "item_body": "<p>new</p>"})
    questions.patch(created["id"], {"entry": entry})
    assert questions.patch(created["id"], {"entry": {"title": "Still"}})["entry"]["title"] == "Still"


def test_a_stem_with_blanks_changes_beside_ghost_blanks(questions: Questions) -> None:
    created = questions.create("rich-fill-blank")
    blanks, values = created["entry"]["interaction_data"]["blanks"], created["entry"]["scoring_data"]["value"]
    entry = {
        "item_body": "<p>`Roses` only</p>",
        "interaction_data": {"blanks": blanks[:1]},
        "scoring_data": {"value": values[:1], "working_item_body": "<p>`Roses` only</p>"},
        "properties": {"shuffle_rules": {"blanks": {"children": {"0": {"children": None}}}}},
    }
    patched = questions.patch(created["id"], {"entry": entry})
    assert len(patched["entry"]["interaction_data"]["blanks"]) == 7
    assert questions.patch(created["id"], {"entry": {"item_body": "<p>Just `Roses`</p>"}})["entry"]["item_body"] == (
        f'<p>Just <span id="blank_{blanks[0]["id"]}"></span></p>'
    )


def test_feedback_merges_and_an_empty_text_clears(questions: Questions) -> None:
    created = questions.create("essay", feedback={"neutral": "<p>n</p>", "correct": "<p>c</p>"})
    patched = questions.patch(created["id"], {"entry": {"feedback": {"neutral": ""}}})
    assert patched["entry"]["feedback"] == {"neutral": "", "correct": "<p>c</p>"}
