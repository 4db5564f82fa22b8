"""Every question type: the example of the documents is taken, and what refers to nothing is refused."""

from copy import deepcopy

import pytest

from app.sandbox.exchange import Json
from app.sandbox.questions.table import KINDS
from tests.support.core_client import Questions

NOWHERE = "00000000-0000-4000-8000-000000000000"


@pytest.mark.parametrize("slug", KINDS)
def test_the_example_of_the_documents_comes_back_as_it_was(questions: Questions, slug: str) -> None:
    entry = questions.entry(slug)
    created = questions.send(entry)["entry"]
    same = [key for key in entry if key not in {"item_body"}]
    assert {key: created[key] for key in same} == {key: entry[key] for key in same}
    assert created["user_response_type"] == KINDS[slug].response


def _changed(entry: Json, path: str, value: Json) -> Json:
    """The entry with another value at a path; `DROP` removes, a list index counts from 0."""
    entry = deepcopy(entry)
    *way, last = path.split("/")
    place = entry
    for step in way:
        place = place[int(step)] if isinstance(place, list) else place[step]
    if isinstance(place, list):
        place[int(last)] = value
    elif value == "DROP":
        del place[last]
    else:
        place[last] = value
    return entry


DEFECTS: list[tuple[str, str, Json]] = [
    ("true-false", "scoring_data/value", "true"),
    ("true-false", "interaction_data/true_choice", "DROP"),
    ("true-false", "interaction_data/false_choice", ""),
    ("true-false", "scoring_algorithm", "DeepEquals"),
    ("choice", "scoring_data/value", NOWHERE),
    ("choice", "scoring_data/value", None),
    ("choice", "scoring_data/values/0/value", NOWHERE),
    ("choice", "scoring_data/values/0/points", -1),
    ("choice", "scoring_data/values", "DROP"),
    ("choice", "interaction_data/choices/0/id", "a"),
    ("choice", "interaction_data/choices/0/id", "22d2bd84-5d5a-4640-8acf-484d799a735a"),
    ("choice", "interaction_data/choices/0/position", 2),
    ("choice", "interaction_data/choices/0/item_body", "<p> &nbsp;</p>"),
    ("choice", "interaction_data/choices", []),
    ("choice", "interaction_data/choices", {}),
    ("choice", "properties/vary_points_by_answer", False),
    ("choice", "properties/shuffle_rules/choices/to_lock", [5]),
    ("choice", "properties/shuffle_rules/choices/shuffled", "yes"),
    ("choice", "answer_feedback", {NOWHERE: "<p>no such choice</p>"}),
    ("multi-answer", "scoring_data/value", []),
    ("multi-answer", "scoring_data/value/0", NOWHERE),
    ("multi-answer", "scoring_data/value", "86c4f713-94fe-4adf-9c2c-972d68f6e739"),
    ("multi-answer", "answer_feedback", {"86c4f713-94fe-4adf-9c2c-972d68f6e739": "<p>only on choice</p>"}),
    ("matching", "scoring_data/value/10586", "zz"),
    ("matching", "scoring_data/value/10586", "DROP"),
    ("matching", "interaction_data/answers/0", "cc"),
    ("matching", "interaction_data/answers/0", {"text": "bb"}),
    ("matching", "interaction_data/questions/1/id", "10586"),
    ("matching", "scoring_data/edit_data/matches/0/question_body", "other"),
    ("matching", "scoring_data/edit_data/matches/0/answer_body", "bb"),
    ("matching", "scoring_data/edit_data/distractors", []),
    ("categorization", "interaction_data/category_order/0", NOWHERE),
    ("categorization", "interaction_data/category_order", []),
    ("categorization", "interaction_data/categories/6c33f1dd-1d28-413f-bba1-80fcdc96f36e/id", NOWHERE),
    ("categorization", "scoring_data/value/0/scoring_data/value/0", NOWHERE),
    ("categorization", "scoring_data/value/0/scoring_data/value/0", "fb6219ca-3a3e-4640-8ce3-01a7be49768e"),
    ("categorization", "scoring_data/value/0/id", "e02d9e14-eedc-4ec4-b7f9-d4ad73880e1e"),
    ("ordering", "scoring_data/value/0", NOWHERE),
    ("ordering", "scoring_data/value/0", "4bc7fc95-00b5-4d2b-80c1-9e4177d6a122"),
    ("ordering", "interaction_data/choices/4bc7fc95-00b5-4d2b-80c1-9e4177d6a122", "DROP"),
    ("ordering", "properties/shuffle_rules", {}),
    ("ordering", "properties/include_labels", 1),
    ("rich-fill-blank", "scoring_data/value/0/id", NOWHERE),
    ("rich-fill-blank", "scoring_data/value/0/scoring_data/edit_distance", 0),
    ("rich-fill-blank", "scoring_data/value/0/scoring_algorithm", "Equivalence"),
    ("rich-fill-blank", "scoring_data/value/3/scoring_data/value", []),
    ("rich-fill-blank", "scoring_data/value/4/scoring_data/value", NOWHERE),
    ("rich-fill-blank", "scoring_data/value/5/scoring_data/choice_id", NOWHERE),
    ("rich-fill-blank", "scoring_data/value/5/scoring_data/value", "hate"),
    ("rich-fill-blank", "interaction_data/blanks", []),
    ("rich-fill-blank", "interaction_data/blanks/4/choices", None),
    ("rich-fill-blank", "item_body", "<p>`One` blank</p>"),
    ("rich-fill-blank", "item_body", "<p>No blank</p>"),
    ("hot-spot", "interaction_data/image_url", "http://storage.sandbox/dev-uploads/item_media/a/b"),
    ("hot-spot", "interaction_data/image_url", "media:0123"),
    ("hot-spot", "scoring_data/value/type", "circle"),
    ("hot-spot", "scoring_data/value/coordinates/0/x", 1.2),
    ("hot-spot", "scoring_data/value/coordinates/0/x", "0.1"),
    ("hot-spot", "scoring_data/value/coordinates", [{"x": 0.1, "y": 0.1}]),
    ("hot-spot", "scoring_data/value/coordinates/1/x", 0.103960396039604),
    ("hot-spot", "scoring_data/value", []),
    ("hot-spot", "interaction_data/hotspots_count", 2),
    ("numeric", "scoring_data/value/0/type", "Exact"),
    ("numeric", "scoring_data/value/0/value", "two hundred"),
    ("numeric", "scoring_data/value/0/value", "2e2"),
    ("numeric", "scoring_data/value/1/margin", "-3"),
    ("numeric", "scoring_data/value/1/margin_type", "ratio"),
    ("numeric", "scoring_data/value/2/start", "211"),
    ("numeric", "scoring_data/value/3/precision", "1.5"),
    ("numeric", "scoring_data/value", []),
    ("numeric", "scoring_algorithm", "Equivalence"),
    ("formula", "scoring_data/value/answer_count", "4"),
    ("formula", "scoring_data/value/generated_solutions/0/inputs/0/name", "x"),
    ("formula", "scoring_data/value/generated_solutions/0/inputs/0/value", "101"),
    ("formula", "scoring_data/value/variables/0/min", "200"),
    ("formula", "scoring_data/value/formula", ""),
    ("essay", "interaction_data/word_limit_max", "DROP"),
    ("essay", "interaction_data/word_limit_min", "2000"),
    ("essay", "interaction_data/essay", "text"),
    ("essay", "scoring_data/value", None),
    ("file-upload", "properties/allowed_types", "png"),
    ("file-upload", "interaction_data/files_count", "0"),
]


@pytest.mark.parametrize(("slug", "path", "value"), DEFECTS)
def test_a_defect_is_refused_in_words(questions: Questions, slug: str, path: str, value: Json) -> None:
    answer = questions.send(_changed(questions.entry(slug), path, value), status=422)
    assert answer["errors"][0]["message"]
    assert questions.all() == []


def test_a_schema_problem_is_told_as_the_quiz_service_tells_it(questions: Questions) -> None:
    entry = _changed(questions.entry("multi-answer"), "scoring_data/value/0", {"id": NOWHERE})
    message = "The property '#/value/0' of type object did not match the following type: string"
    assert questions.send(entry, status=422)["errors"][0] == {
        "field": "scoring_data",
        "message": message,
        "error_code": "invalid",
    }


@pytest.mark.parametrize("slug", ["fill-blank", "hologram", "", None])
def test_an_unknown_type_is_a_bad_request(questions: Questions, slug: str | None) -> None:
    questions.send({**questions.entry("essay"), "interaction_type_slug": slug}, status=400)


def test_a_list_of_regions_is_taken_as_well_as_one(questions: Questions) -> None:
    entry = questions.entry("hot-spot")
    region = {"id": 1, **entry["scoring_data"]["value"]}
    entry["scoring_data"]["value"] = [region, {**region, "id": 2}]
    entry["interaction_data"]["hotspots_count"] = 2
    assert questions.send(entry)["entry"]["scoring_data"]["value"][1]["id"] == 2


def test_scientific_numbers_and_json_numbers_are_taken(questions: Questions) -> None:
    entry = _changed(questions.entry("numeric"), "scoring_data/value/0/value", "-1.5*10^-4")
    questions.send(_changed(entry, "scoring_data/value/1/value", 200))
