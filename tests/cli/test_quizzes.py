"""Making, listing, showing, checking and deleting quizzes."""

import pytest

from app.library.library import Library
from tests.cli.conftest import TRUE_FALSE, CommandLine


def test_a_new_quiz_is_listed(cli: CommandLine) -> None:
    quiz = cli.json("new", "Bees")["id"]
    assert cli.json("list") == [
        {"id": quiz, "title": "Bees", "course_id": None, "canvas_id": None, "items": 0, "points": 0, "state": "local"}
    ]


def test_a_list_for_people_has_a_head_and_a_line_for_each_quiz(cli: CommandLine) -> None:
    assert cli("list").out == "No quizzes yet.\n"
    cli("new", "Bees")
    head, line = cli("list").out.splitlines()
    assert head.split() == ["ID", "TITLE", "ITEMS", "POINTS", "STATE", "COURSE"]
    assert "Bees" in line


def test_a_title_that_would_drive_the_terminal_is_shown_without_its_control_characters(cli: CommandLine) -> None:
    cli("new", "Bees\x1b[2J")
    assert "\x1b" not in cli("list").out
    assert cli.json("list")[0]["title"] == "Bees\x1b[2J"


def test_a_quiz_without_a_title_is_wrong_use(cli: CommandLine) -> None:
    assert cli("new", "  ").code == 2
    assert cli.json("list") == []


@pytest.mark.parametrize(
    "options", [("--json", "show", "Bees"), ("show", "--json", "Bees"), ("show", "Bees", "--json")]
)
def test_json_is_understood_before_and_after_the_command(cli: CommandLine, options: tuple[str, ...]) -> None:
    quiz = cli.json("new", "Bees")["id"]
    assert cli(*options).json == {"quiz": {"title": "Bees", "id": quiz, "canvas_id": None}, "items": []}


def test_a_quiz_is_found_by_id_by_the_beginning_of_it_and_by_title(cli: CommandLine) -> None:
    quiz = cli.json("new", "Bees")["id"]
    for text in (quiz, quiz[:8], "Bees"):
        assert cli.json("show", text)["quiz"]["id"] == quiz


def test_no_such_quiz_and_two_of_one_title_are_wrong_use(cli: CommandLine) -> None:
    ids = [cli.json("new", "Bees")["id"] for _ in range(2)]
    ambiguous, missing = cli("show", "Bees", "--json"), cli("show", "Wasps")
    assert (ambiguous.code, ambiguous.out, missing.code) == (2, "", 2)
    assert all(quiz in ambiguous.err for quiz in ids)
    assert '"Wasps"' in missing.err


def test_show_for_people_numbers_the_questions(cli: CommandLine) -> None:
    cli("new", "Bees")
    cli.put("Bees", TRUE_FALSE)
    assert "Bees dance." in cli("show", "Bees").out.splitlines()[-1]


def test_check_is_1_with_problems_and_0_without(cli: CommandLine) -> None:
    quiz = cli.json("new", "Bees")["id"]
    ended = cli("check", quiz, "--json")
    assert (ended.code, [problem["rule"] for problem in ended.json]) == (1, ["no-questions"])
    cli.put(quiz, TRUE_FALSE)
    assert cli.json("check", quiz) == []
    assert cli("check", quiz).out == "No problems.\nGuessing earns about 1 (50 %).\n"


def test_check_names_the_item_the_field_and_what_to_do(cli: CommandLine) -> None:
    cli("new", "Bees")
    cli.put("Bees", {"entry": {**TRUE_FALSE["entry"], "item_body": ""}})  # type: ignore[dict-item]
    item = cli.json("show", "Bees")["items"][0]["id"]
    problem = cli("check", "Bees", "--json").json[0]
    assert {"item", "field", "severity", "rule", "message"} <= problem.keys()
    assert (problem["item"], problem["severity"]) == (item, "error")
    assert item[:8] in cli("check", "Bees").out


def test_check_tells_a_question_that_is_there_twice(cli: CommandLine) -> None:
    cli("new", "Bees")
    cli.put("Bees", TRUE_FALSE)
    cli.put("Bees", TRUE_FALSE)
    second = cli.json("show", "Bees")["items"][1]["id"]
    ended = cli("check", "Bees", "--json")
    assert ended.code == 1
    assert [(one["item"], one["rule"], one["severity"]) for one in ended.json] == [(second, "same-question", "warning")]


def test_a_deleted_quiz_can_be_brought_back(cli: CommandLine) -> None:
    quiz = cli.json("new", "Bees")["id"]
    assert cli.json("delete", "Bees") == {"quiz": quiz, "item": None}
    assert cli.json("list") == []
    with Library.open(cli.folder / "library", writing=False) as library:
        assert [row.id for row in library.quizzes(deleted=True)] == [quiz]


def test_a_deleted_item_is_gone_from_its_quiz_and_kept_in_the_history(cli: CommandLine) -> None:
    quiz = cli.json("new", "Bees")["id"]
    cli.put("Bees", TRUE_FALSE, TRUE_FALSE)
    first, second = (item["id"] for item in cli.json("show", "Bees")["items"])
    assert cli.json("delete", "Bees", "--item", first[:8])["item"] == first
    assert [item["id"] for item in cli.json("show", "Bees")["items"]] == [second]
    with Library.open(cli.folder / "library", writing=False) as library:
        before = library.history(quiz)[1]
        assert len(library.version(before.id).items) == 2


def test_an_item_of_another_quiz_is_not_deleted(cli: CommandLine) -> None:
    cli("new", "Bees")
    assert cli("delete", "Bees", "--item", "nobody").code == 2
