"""Putting items into a quiz from JSON."""

import hashlib
import io
import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from app.html.sources import sources
from app.library.library import Library
from app.models.local import Local
from tests.cli.conftest import TRUE_FALSE, CommandLine, hot_spot


@pytest.fixture(autouse=True)
def quiz(cli: CommandLine) -> None:
    cli("new", "Bees")


def entry(**changes: object) -> dict[str, Any]:
    return {**TRUE_FALSE, "entry": {**TRUE_FALSE["entry"], **changes}}  # type: ignore[dict-item]


def items(cli: CommandLine) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = cli.json("show", "Bees")["items"]
    return found


def png() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 40), "green").save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("document", [{"items": [TRUE_FALSE]}, [TRUE_FALSE], TRUE_FALSE])
def test_items_a_list_and_one_item_are_taken(cli: CommandLine, tmp_path: Path, document: object) -> None:
    (tmp_path / "bees.json").write_text(json.dumps(document))
    ended = cli.json("put", "Bees", str(tmp_path / "bees.json"))
    assert ended == {"added": 1, "replaced": 0, "problems": []}


def test_what_was_put_is_shown_with_its_unknown_fields(cli: CommandLine) -> None:
    cli.put("Bees", TRUE_FALSE)
    shown = items(cli)[0]
    assert (shown["canvas_id"], shown["position"]) == (None, 1)
    assert {key: shown[key] for key in TRUE_FALSE} == TRUE_FALSE


def test_an_item_with_an_id_of_the_quiz_replaces_that_one_in_its_place(cli: CommandLine) -> None:
    cli.put("Bees", entry(title="a"), entry(title="b"))
    first = items(cli)[0]["id"]
    put = cli.put("Bees", {**entry(title="new a"), "id": first, "canvas_id": "77"}, entry(title="c"))
    assert (put["added"], put["replaced"]) == (1, 1)
    assert [item["entry"]["title"] for item in items(cli)] == ["new a", "b", "c"]
    assert (items(cli)[0]["id"], items(cli)[0]["canvas_id"]) == (first, None)


def test_replacing_keeps_what_only_the_library_knows(cli: CommandLine) -> None:
    cli.put("Bees", TRUE_FALSE)
    with Library.open(cli.folder / "library") as library:
        before = library.open_quiz(library.find_quiz("Bees")).quiz
        tagged = before.with_item(before.items[0].with_local(Local(tags=("insects",))))
        library.save(tagged, before=before, what="Tag", problem_counts={})
    cli.put("Bees", {**entry(title="new"), "id": items(cli)[0]["id"]})
    with Library.open(cli.folder / "library", writing=False) as library:
        assert library.open_quiz(library.find_quiz("Bees")).quiz.items[0].local.tags == ("insects",)


def test_what_show_prints_can_be_put_back(cli: CommandLine) -> None:
    cli.put("Bees", TRUE_FALSE, entry(title="b"))
    shown = cli.json("show", "Bees")
    put = cli.json("put", "Bees", "-", stdin=json.dumps(shown))
    assert (put["added"], put["replaced"]) == (0, 2)
    assert cli.json("show", "Bees") == shown


def test_an_id_of_nobody_is_refused_and_nothing_is_put(cli: CommandLine) -> None:
    ended = cli("put", "Bees", "-", stdin=json.dumps([TRUE_FALSE, {**TRUE_FALSE, "id": "nobody"}]))
    assert ended.code == 2
    assert '"nobody"' in ended.err
    assert items(cli) == []


def test_an_id_that_comes_twice_is_refused(cli: CommandLine) -> None:
    cli.put("Bees", TRUE_FALSE)
    twice = [{**TRUE_FALSE, "id": items(cli)[0]["id"]}] * 2
    assert cli("put", "Bees", "-", stdin=json.dumps(twice)).code == 2


def test_problems_are_listed_and_no_failure(cli: CommandLine) -> None:
    put = cli.put("Bees", entry(item_body=""))
    assert (put["added"], put["problems"][0]["severity"]) == (1, "error")
    assert put["problems"][0]["item"] == items(cli)[0]["id"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b'{"items": [\n  {"entry": }\n]}', "line 2, column 13"),
        (b"", "line 1, column 1"),
        (b'{\n "a": "\xff"}', "line 2, column 8"),
        (b"[" * 100_000, "no JSON"),
        (b'{"points_possible": NaN, "entry": {}}', "NaN"),
        (b'"text"', "no items"),
        (b'{"title": "a"}', "item 1"),
        (b'[{"entry": {}}, 7]', "item 2"),
    ],
)
def test_a_file_that_is_wrong_is_refused_with_its_name_and_place(
    cli: CommandLine, tmp_path: Path, text: bytes, words: str
) -> None:
    (tmp_path / "wrong.json").write_bytes(text)
    ended = cli("put", "Bees", str(tmp_path / "wrong.json"), "--json")
    assert (ended.code, ended.out) == (2, "")
    assert words in ended.err
    assert "wrong.json" in ended.err


def test_a_file_that_is_not_there_is_wrong_use(cli: CommandLine, tmp_path: Path) -> None:
    assert cli("put", "Bees", str(tmp_path / "none.json")).code == 2
    assert cli("put", "Bees", str(tmp_path)).code == 2


def test_a_picture_beside_the_file_is_taken_into_the_library(cli: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "leaf.png").write_bytes(png())
    (tmp_path / "leaf.json").write_text(json.dumps(hot_spot("pictures/leaf.png")))
    assert cli.json("put", "Bees", str(tmp_path / "leaf.json"))["problems"] == []
    shown = items(cli)[0]["entry"]["interaction_data"]["image_url"]
    assert shown == f"media:{hashlib.sha256(png()).hexdigest()}"
    with Library.open(cli.folder / "library", writing=False) as library:
        assert library.read_media(shown) == png()


def test_from_stdin_pictures_are_relative_to_the_working_folder(
    cli: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "leaf.png").write_bytes(png())
    monkeypatch.chdir(tmp_path)
    cli.put("Bees", hot_spot("leaf.png"))
    assert items(cli)[0]["entry"]["interaction_data"]["image_url"].startswith("media:")


@pytest.mark.parametrize("picture", ["none.png", "text.png", ".", "media:" + "0" * 64, "nul\0.png"])
def test_a_picture_that_cannot_be_used_stops_everything(cli: CommandLine, tmp_path: Path, picture: str) -> None:
    (tmp_path / "good.png").write_bytes(png())
    (tmp_path / "text.png").write_text("no picture")
    (tmp_path / "leaf.json").write_text(json.dumps([hot_spot("good.png"), hot_spot(picture)]))
    ended = cli("put", "Bees", str(tmp_path / "leaf.json"))
    assert (ended.code, items(cli)) == (2, [])
    assert not list((cli.folder / "library" / "media").glob("*/*"))


def test_an_address_of_a_picture_stays_as_it_is(cli: CommandLine) -> None:
    cli.put("Bees", hot_spot("https://canvas.example.edu/leaf.png"))
    assert items(cli)[0]["entry"]["interaction_data"]["image_url"] == "https://canvas.example.edu/leaf.png"


def with_pictures(*sources: str) -> dict[str, Any]:
    """A question whose text names pictures."""
    return entry(item_body="".join(f'<p><img src="{source}" alt="A leaf"></p>' for source in sources))


def named(cli: CommandLine) -> tuple[str, ...]:
    return sources(items(cli)[0])


def test_a_picture_in_a_text_is_taken_into_the_library(cli: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "my leaf.png").write_bytes(png())
    (tmp_path / "bees.json").write_text(json.dumps(with_pictures("my%20leaf.png", "my leaf.png")))
    assert cli.json("put", "Bees", str(tmp_path / "bees.json"))["problems"] == []
    assert named(cli) == (f"media:{hashlib.sha256(png()).hexdigest()}",)
    with Library.open(cli.folder / "library", writing=False) as library:
        assert library.read_media(named(cli)[0]) == png()


@pytest.mark.parametrize("picture", ["none.png", "text.png", "media:" + "0" * 64])
def test_a_picture_of_a_text_that_cannot_be_used_stops_everything(
    cli: CommandLine, tmp_path: Path, picture: str
) -> None:
    (tmp_path / "good.png").write_bytes(png())
    (tmp_path / "text.png").write_text("no picture")
    (tmp_path / "bees.json").write_text(json.dumps(with_pictures("good.png", picture)))
    ended = cli("put", "Bees", str(tmp_path / "bees.json"))
    assert (ended.code, items(cli)) == (2, [])
    assert not list((cli.folder / "library" / "media").glob("*/*"))


def test_an_address_in_a_text_stays_as_it_is(cli: CommandLine) -> None:
    addresses = ("https://c.edu/leaf.png", "/courses/1/files/5/preview?x=1", "data:image/png;base64,aaaa", "cid:a.png")
    cli.put("Bees", with_pictures(*addresses))
    assert named(cli) == addresses


def test_a_strange_address_that_came_from_canvas_can_be_put_back(cli: CommandLine) -> None:
    cli.put("Bees", with_pictures("/leaf.png"))
    with Library.open(cli.folder / "library") as library:
        before = library.open_quiz(library.find_quiz("Bees")).quiz
        item = before.items[0].with_entry(before.items[0].entry.replaced(item_body='<img src="old/leaf.png">'))
        library.save(before.with_item(item), before=before, what="Pull", problem_counts={})
    shown = cli.json("show", "Bees")
    cli.json("put", "Bees", "-", stdin=json.dumps(shown))
    assert named(cli) == ("old/leaf.png",)
