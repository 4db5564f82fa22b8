"""Quizzes with their settings, and the assignments that they are."""

import pytest

from app.sandbox.exchange import Json
from tests.support.core_client import Client

QUIZZES = "/api/quiz/v1/courses/1/quizzes"


def _create(client: Client, *, status: int = 200, **quiz: Json) -> Json:
    return client.json("POST", QUIZZES, {"quiz": {"title": "Cells", **quiz}}, status=status)


def _patch(client: Client, key: str, *, status: int = 200, **quiz: Json) -> Json:
    return client.json("PATCH", f"{QUIZZES}/{key}", {"quiz": quiz}, status=status)


def test_a_new_quiz_is_an_unpublished_assignment(client: Client) -> None:
    created = _create(client, points_possible=20, grading_type="percent")
    assert (created["published"], created["points_possible"], created["quiz_settings"]) == (False, 20.0, None)
    assignment = client.json("GET", f"/api/v1/courses/1/assignments/{created['id']}")
    assert (assignment["id"], assignment["name"]) == (int(created["id"]), "Cells")
    assert (assignment["is_quiz_lti_assignment"], assignment["is_quiz_assignment"]) == (True, False)


def test_dates_come_back_in_utc(client: Client) -> None:
    created = _create(client, due_at="2026-01-23T23:59:00-07:00", lock_at="", unlock_at=None)
    assert (created["due_at"], created["lock_at"], created["unlock_at"]) == ("2026-01-24T06:59:00Z", None, None)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", 7),
        ("title", "x" * 256),
        ("points_possible", 0),
        ("points_possible", "20"),
        ("grading_type", "stars"),
        ("due_at", "tomorrow"),
        ("assignment_group_id", "3"),
        ("assignment_group_id", 999),
        ("instructions", ["<p>"]),
    ],
)
def test_a_field_outside_the_documents_is_named(client: Client, field: str, value: Json) -> None:
    answer = _create(client, status=400, **{field: value})
    assert answer["errors"][field][0]["attribute"] == field
    assert len(client.core.quizzes("1")) == 1


def test_a_body_without_a_quiz_is_refused(client: Client) -> None:
    assert client.json("POST", QUIZZES, {"title": "x"}, status=400) == {"errors": [{"message": "quiz is missing"}]}


def test_a_patch_keeps_what_it_does_not_name(client: Client) -> None:
    created = _create(client, instructions="<p>Read.</p>")
    patched = _patch(client, created["id"], title="Plants")
    assert patched == {**created, "title": "Plants"}
    assert client.json("GET", f"{QUIZZES}/{created['id']}") == patched


def test_a_deleted_quiz_takes_its_items_along(client: Client) -> None:
    shown = client.json("GET", f"{QUIZZES}/3")
    assert client.json("DELETE", f"{QUIZZES}/3") == shown
    assert client.json("GET", QUIZZES) == []
    for path in (f"{QUIZZES}/3", f"{QUIZZES}/3/items", f"{QUIZZES}/3/items/1", "/api/v1/courses/1/assignments/3"):
        client.json("GET", path, status=404)


def test_a_classic_quiz_is_no_new_quiz(client: Client) -> None:
    assert client.json("GET", "/api/v1/courses/1/assignments/1")["is_quiz_assignment"] is True
    client.json("GET", f"{QUIZZES}/1", status=404)


def test_a_quiz_is_not_found_in_another_course(client: Client) -> None:
    client.json("GET", "/api/quiz/v1/courses/2/quizzes/3", status=404)


def test_an_inner_block_of_settings_is_replaced_whole(client: Client) -> None:
    attempts = {"multiple_attempts_enabled": True, "attempt_limit": True, "max_attempts": 3}
    created = _create(client, quiz_settings={"shuffle_answers": True, "multiple_attempts": attempts})
    sent = {"multiple_attempts": {"multiple_attempts_enabled": True}}
    settings = _patch(client, created["id"], quiz_settings=sent)["quiz_settings"]
    assert settings == {"shuffle_answers": True, "multiple_attempts": {"multiple_attempts_enabled": True}}


def test_what_is_cleared_reads_back_in_the_server_s_way(client: Client) -> None:
    settings = {"has_time_limit": False, "session_time_limit_in_seconds": None, "filters": {"ips": None}}
    kept = _create(client, quiz_settings=settings)["quiz_settings"]
    assert (kept["session_time_limit_in_seconds"], kept["filters"]) == (0, {"ips": []})


def test_settings_that_only_canvas_writes_are_dropped(client: Client) -> None:
    attempts = {"multiple_attempts_enabled": True, "build_on_last_attempt": True}
    settings = _create(client, quiz_settings={"multiple_attempts": attempts})["quiz_settings"]
    assert settings["multiple_attempts"] == {"multiple_attempts_enabled": True}
    client.core.set_fault("settings-extras", 1)
    extras = client.json("GET", f"{QUIZZES}/3")["quiz_settings"]
    assert extras["multiple_attempts"]["build_on_last_attempt"] is False


def test_address_ranges_are_kept_or_silently_dropped(client: Client) -> None:
    settings = {"filter_ip_address": True, "filters": {"ips": [["10.0.0.0", "10.10.0.0"]]}}
    assert _create(client, quiz_settings=settings)["quiz_settings"] == settings
    client.core.set_fault("drop-ips", 1)
    dropped = _create(client, quiz_settings=settings)["quiz_settings"]
    assert dropped == {"filter_ip_address": True, "filters": {"ips": []}}


def _results(**values: Json) -> Json:
    shown = {"result_view_restricted": True, "display_items": True, "display_item_response": True}
    return {"result_view_settings": {**shown, **values}}


@pytest.mark.parametrize(
    "settings",
    [
        [],
        {"calculator_type": "abacus"},
        {"shuffle_answers": "true"},
        {"session_time_limit_in_seconds": 0},
        {"session_time_limit_in_seconds": 1.5},
        {"student_access_code": 1234},
        {"one_at_a_time_type": "page"},
        {"filters": {"ips": ["10.0.0.0"]}},
        {"filters": {"ips": [["10.0.0.9", "10.0.0.1"]]}},
        {"filters": {"ips": [["10.0.0.9", "here"]]}},
        {"multiple_attempts": True},
        {"multiple_attempts": {"multiple_attempts_enabled": True, "score_to_keep": "best"}},
        {"multiple_attempts": {"multiple_attempts_enabled": True, "max_attempts": -1}},
        {"multiple_attempts": {"multiple_attempts_enabled": False, "attempt_limit": True}},
        {"result_view_settings": {"result_view_restricted": False, "display_points_awarded": True}},
        {"result_view_settings": {"result_view_restricted": True, "display_item_feedback": True}},
        _results(display_item_response_qualifier="never"),
        _results(display_item_correct_answer=True),
        _results(show_item_responses_at="noon"),
        _results(show_item_responses_at="2026-01-02T00:00:00Z", hide_item_responses_at="2026-01-01T00:00:00Z"),
    ],
)
def test_settings_outside_the_documents_are_refused(client: Client, settings: Json) -> None:
    before = client.json("GET", f"{QUIZZES}/3")
    _patch(client, "3", status=400, quiz_settings=settings)
    assert client.json("GET", f"{QUIZZES}/3") == before


def test_publishing_goes_through_the_assignment(client: Client) -> None:
    body = {"assignment": {"published": True}}
    assert client.json("PUT", "/api/v1/courses/1/assignments/3", body)["published"] is True
    assert client.json("GET", f"{QUIZZES}/3")["published"] is True
    assert _patch(client, "3", published=False)["published"] is True


def test_a_quiz_with_submissions_stays_published(client: Client) -> None:
    client.core.set_published("3", published=True)
    client.core.set_submissions("3")
    assignment = client.json("GET", "/api/v1/courses/1/assignments/3")
    assert (assignment["has_submitted_submissions"], assignment["unpublishable"]) == (True, False)
    body = {"assignment": {"published": False}}
    answer = client.json("PUT", "/api/v1/courses/1/assignments/3", body, status=400)
    assert answer["errors"]["published"][0]["message"] == "Can't unpublish if there are student submissions"


def test_publishing_may_have_to_stand_alone(client: Client) -> None:
    client.core.set_fault("publish-alone", 1)
    body = {"assignment": {"published": True, "name": "Leaves"}}
    client.json("PUT", "/api/v1/courses/1/assignments/3", body, status=400)


def test_overrides_are_shown_on_request_and_never_written(client: Client) -> None:
    address = "/api/v1/courses/1/assignments/3"
    assert "overrides" not in client.json("GET", address)
    assert client.json("GET", address + "?include[]=overrides")["overrides"] == []
    client.json("PUT", address, {"assignment": {"assignment_overrides": []}}, status=400)


def test_how_many_handed_it_in_is_summed_up(client: Client) -> None:
    path = "/api/v1/courses/1/assignments/3/submission_summary"
    assert client.json("GET", path) == {"graded": 0, "ungraded": 0, "not_submitted": 7}
    client.core.set_submissions("3", count=1)
    assert client.json("GET", path) == {"graded": 1, "ungraded": 0, "not_submitted": 6}


def test_dates_of_single_sections_come_where_they_are_asked_for(client: Client) -> None:
    client.core.set_overrides("3", [{"id": 1, "course_section_id": 4}])
    path = "/api/v1/courses/1/assignments/3"
    assert "overrides" not in client.json("GET", path)
    assert client.json("GET", path + "?include[]=overrides")["overrides"] == [{"id": 1, "course_section_id": 4}]
    assert client.json("GET", path)["has_overrides"] is True
