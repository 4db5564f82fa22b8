"""Import and export without a window."""

import json
from pathlib import Path

from tests.cli.conftest import CommandLine

GIFT = "Sun? {T}\n\nWhich? {=a ~%50%b}\n\nA text alone.\n"


def _file(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def test_a_file_becomes_a_quiz_and_every_loss_is_named(cli: CommandLine, tmp_path: Path) -> None:
    done = cli("import", _file(tmp_path, "bees.gift", GIFT), "--json")
    [row] = done.json
    assert done.code == 1
    assert (row["format"], row["questions"], row["error"]) == ("gift", {"true-false": 1, "choice": 1}, None)
    assert [loss["where"] for loss in row["losses"]] == ["line 5"]
    assert [(quiz["id"], quiz["title"], quiz["items"]) for quiz in cli.json("list")] == [(row["quiz"], "bees", 2)]


def test_one_bad_file_does_not_stop_the_rest(cli: CommandLine, tmp_path: Path) -> None:
    files = [
        _file(tmp_path, "bad.txt", "Dear all"),
        _file(tmp_path, "good.gift", "Sun? {T}"),
        str(tmp_path / "none.txt"),
    ]
    done = cli("import", *files, "--json")
    assert done.code == 1
    assert [row["error"] is None for row in done.json] == [False, True, False]


def test_questions_go_to_the_end_of_a_quiz(cli: CommandLine, tmp_path: Path) -> None:
    cli("new", "Bees")
    for _ in range(2):
        assert cli("import", _file(tmp_path, "sun.gift", "Sun? {T}"), "--into", "Bees").code == 0
    assert [quiz["items"] for quiz in cli.json("list")] == [2]


def test_a_quiz_is_written_and_read_back(cli: CommandLine, tmp_path: Path) -> None:
    cli("import", _file(tmp_path, "bees.gift", "Sun? {T}\n\nWhich? {=a ~b}"))
    for name, losses in (("out.gift", 0), ("out.quizwright", 0)):
        written = cli.json("export", "bees", "--to", str(tmp_path / name))
        assert (written["questions"], len(written["losses"])) == ({"true-false": 1, "choice": 1}, losses)
        [row] = cli.json("import", str(tmp_path / name))
        assert (row["format"], row["questions"]) == (written["format"], written["questions"])


def test_a_quiz_is_written_for_classic_by_the_name_of_the_format(cli: CommandLine, tmp_path: Path) -> None:
    cli("import", _file(tmp_path, "bees.gift", "Sun? {T}\n\nWhich? {=a ~b}"))
    written = cli.json("export", "bees", "--to", str(tmp_path / "out.zip"), "--format", "qti-classic")
    [row] = cli.json("import", str(tmp_path / "out.zip"))
    assert (row["format"], row["questions"], row["losses"]) == ("qti-classic", written["questions"], [])


def test_what_a_format_has_no_place_for_is_named(cli: CommandLine, tmp_path: Path) -> None:
    cli("import", _file(tmp_path, "bees.gift", "Sun? {T}"))
    show = cli.json("show", "bees")
    show["items"][0]["points_possible"] = 3
    cli("put", "bees", "-", stdin=json.dumps({"items": show["items"]}))
    done = cli("export", "bees", "--to", str(tmp_path / "out.gift"), "--json")
    assert (done.code, done.json["losses"]) == (1, [{"where": "1. Sun?", "what": "Points (3)."}])


def test_an_unknown_format_is_wrong_use(cli: CommandLine, tmp_path: Path) -> None:
    cli("new", "Bees")
    assert cli("export", "Bees", "--to", str(tmp_path / "out.xyz")).code == 2
    assert cli("export", "Bees", "--to", str(tmp_path / "out.txt"), "--format", "aiken").code == 2
    assert cli("import", str(tmp_path / "out.txt"), "--format", "xyz").code == 2


def test_the_formats_are_listed(cli: CommandLine) -> None:
    rows = {row["name"]: row for row in cli.json("formats")}
    assert (rows["gift"]["import"], rows["gift"]["export"], rows["aiken"]["export"]) == (True, True, False)
    assert "hot-spot" in rows["quizwright"]["types"]


def test_a_copy_that_comes_back_is_merged_into_the_quiz_that_is_here(cli: CommandLine, tmp_path: Path) -> None:
    cli("import", _file(tmp_path, "bees.gift", "Sun? {T}\n\nWhich? {=a ~b}"))
    file = str(tmp_path / "bees.quizwright")
    cli("export", "bees", "--to", file)
    first = cli.json("show", "bees")
    other = CommandLine(tmp_path / "other", cli.capsys, cli.monkeypatch, "other-library")
    assert other.json("import", file)[0]["quiz"] == first["quiz"]["id"]
    _put_text(other, 0, "<p>Moon?</p>")
    _put_text(other, 1, "<p>Theirs?</p>")
    other("export", "bees", "--to", file)
    _put_text(cli, 1, "<p>Mine?</p>")
    done = cli("import", file, "--json")
    [row] = done.json
    assert (done.code, row["quiz"], row["merged"]) == (1, first["quiz"]["id"], {"changed": 1, "deleted": 0})
    assert [loss["where"] for loss in row["losses"]] == ["2. Mine?"]
    texts = [item["entry"]["item_body"] for item in cli.json("show", "bees")["items"]]
    assert texts == ["<p>Moon?</p>", "<p>Mine?</p>", "<p>Theirs?</p>"]
    assert (cli("import", file).code, len(cli.json("list"))) == (0, 1)


def _put_text(cli: CommandLine, place: int, text: str) -> None:
    item = cli.json("show", "bees")["items"][place]
    cli("put", "bees", "-", stdin=json.dumps({**item, "entry": {**item["entry"], "item_body": text}}))


TABLE = "Capital of Norway?;Oslo;Bergen\nColour of a leaf?;green;\n"


def test_each_question_of_a_file_is_counted_once(cli: CommandLine, tmp_path: Path) -> None:
    [row] = cli("import", _file(tmp_path, "bees.gift", GIFT), "--json").json
    assert row["account"] == {"whole": 2, "partly": 0, "refused": 1}
    assert "3 questions: 2 whole, 0 with losses, 1 refused" in cli("import", str(tmp_path / "bees.gift")).out


def test_columns_of_a_table_are_said_on_the_command_line(cli: CommandLine, tmp_path: Path) -> None:
    file = _file(tmp_path, "capitals.csv", TABLE)
    assert cli("import", file).code == 1
    [row] = cli.json("import", file, "--columns", "question,key,answer", "--no-header")
    assert row["account"] == {"whole": 2, "partly": 0, "refused": 0}
    [row] = cli("import", file, "--columns", "question, key, -", "--json").json
    assert sum(row["account"].values()) == 1


def test_columns_that_make_no_sense_are_named(cli: CommandLine, tmp_path: Path) -> None:
    file = _file(tmp_path, "capitals.csv", TABLE)
    for columns, told in (
        ("question,colour", 'There is no column "colour".'),
        ("question,key,key", 'Only one column can be "key".'),
        ("key,answer", 'One of the columns has to be "question".'),
    ):
        done = cli("import", file, "--columns", columns)
        assert (done.code, told in done.err) == (2, True)
    assert cli("import", file, "--no-header").code == 2
    assert cli.json("list") == []
