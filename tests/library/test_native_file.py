"""The native file carries a whole quiz, gives the same bytes for the same quiz, and refuses what is not one."""

import hashlib
import json
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from app.library.errors import NotANativeFile
from app.library.native_file import native_bytes, read_native, with_free_ids, write_native
from app.models.item import Item
from app.models.local import Local
from app.models.quiz import NewQuiz, Quiz
from tests.support.quiz import three_items
from tests.support.strategies.quizzes import quizzes

PICTURE = b"\x89PNG\r\n a picture"
SHA = hashlib.sha256(PICTURE).hexdigest()
HOT_SPOT = {"interaction_type_slug": "hot-spot", "interaction_data": {"image_url": f"media:{SHA}"}}
KEPT = {SHA: PICTURE}


def quiz(*items: Item, title: str = "Leaves") -> Quiz:
    return Quiz("q", NewQuiz(title=title), items or three_items())


def with_picture() -> Quiz:
    return quiz(Item.from_wire({"entry": HOT_SPOT, "points_possible": 2}, id="h"))


def packed(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return path


def document(**changes: object) -> bytes:
    return json.dumps({"format": "quizwright", "version": 1, "id": "q", "quiz": {}, "items": [], **changes}).encode()


def with_one_picture(made: Quiz) -> Quiz:
    """The same quiz, every hot spot of it on the picture of this test: the strategy's pictures are names of nothing."""
    raws = [re.sub("media:[0-9a-f]{64}", f"media:{SHA}", json.dumps(item.wire())) for item in made.items]
    return made.with_items(Item.from_wire(json.loads(raw), id=f"i{n}") for n, raw in enumerate(raws))


@given(quizzes(valid=False, read_only=True).map(with_one_picture))
@settings(max_examples=60, deadline=None)
def test_a_quiz_of_any_types_comes_back_as_the_same_bytes(tmp_path_factory: pytest.TempPathFactory, made: Quiz) -> None:
    path = tmp_path_factory.mktemp("native") / "quiz.quizwright"
    write_native(path, made, KEPT.__getitem__)
    back = read_native(path)
    assert native_bytes(back.quiz, back.media.__getitem__) == path.read_bytes()
    assert [item.document for item in back.quiz.items] == [item.document for item in made.items]
    assert back.quiz.local == made.local


def test_pictures_and_what_only_the_library_knows_travel_along(tmp_path: Path) -> None:
    item = (
        with_picture()
        .items[0]
        .with_local(Local.model_validate({"region_names": {"r": "Stomata"}, "tags": ["biology"]}))
    )
    write_native(tmp_path / "a.quizwright", quiz(item), KEPT.__getitem__)
    back = read_native(tmp_path / "a.quizwright")
    assert back.media == KEPT
    assert back.quiz.items[0].local == item.local
    assert back.quiz.items[0].document == item.document
    assert back.quiz.items[0].points == 2


def test_unknown_fields_travel_along(tmp_path: Path) -> None:
    raw = {"entry": {"interaction_type_slug": "choice", "sparkle": [1]}, "status": "mutable", "shade": {"a": None}}
    made = Quiz("q", NewQuiz.model_validate({"title": "A", "mood": "good"}), (Item.from_wire(raw, id="i"),))
    write_native(tmp_path / "a.quizwright", made, KEPT.__getitem__)
    back = read_native(tmp_path / "a.quizwright").quiz
    assert back.fields.wire()["mood"] == "good"
    assert back.items[0].wire() == made.items[0].wire()


def test_a_picture_with_other_bytes_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(native_bytes(with_picture(), lambda sha: b"another picture"))
    with pytest.raises(NotANativeFile, match="damaged"):
        read_native(tmp_path / "a")


def test_a_picture_that_is_not_in_the_file_is_named(tmp_path: Path) -> None:
    items = [{"entry": HOT_SPOT}]
    with pytest.raises(NotANativeFile, match="missing"):
        read_native(packed(tmp_path / "a", {"quiz.json": document(items=items)}))


def test_a_file_of_a_newer_version_says_so(tmp_path: Path) -> None:
    with pytest.raises(NotANativeFile, match="newer version"):
        read_native(packed(tmp_path / "a", {"quiz.json": document(version=2)}))


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"[" * 100_000, b"\xff\xfe", document(quiz=[]), document(items=[1]), document(items={})],
    ids=["empty", "list", "no format", "deep", "no text", "quiz", "rows", "no list"],
)
def test_a_document_that_is_none_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(NotANativeFile):
        read_native(packed(tmp_path / "a", {"quiz.json": content}))


@pytest.mark.parametrize("content", [b"", b"a photo, renamed", b"PK\x05\x06" + bytes(18)])
def test_a_file_that_is_no_package_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(NotANativeFile):
        read_native(tmp_path / "a")


def test_every_cut_of_a_file_is_refused(tmp_path: Path) -> None:
    whole = native_bytes(with_picture(), KEPT.__getitem__)
    for length in range(0, len(whole) - 1, 7):
        (tmp_path / "a").write_bytes(whole[:length])
        with pytest.raises(NotANativeFile):
            read_native(tmp_path / "a")


def test_a_bomb_is_refused_while_it_unpacks(tmp_path: Path) -> None:
    with pytest.raises(NotANativeFile, match="more than is allowed"):
        read_native(packed(tmp_path / "a", {"quiz.json": bytes(8 * 2**20)}))


def test_a_flood_of_parts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotANativeFile, match="too many"):
        read_native(packed(tmp_path / "a", {f"media/{n}": b"" for n in range(5_001)}))


def test_a_part_that_nothing_refers_to_is_never_read(tmp_path: Path) -> None:
    members = {"quiz.json": document(), "../../evil": b"x", "media/" + "0" * 64: bytes(4 * 2**20)}
    assert read_native(packed(tmp_path / "a", members)).media == {}


def test_items_that_share_an_id_get_ids_of_their_own(tmp_path: Path) -> None:
    rows = [{"id": "i", "entry": {}}, {"id": "i", "entry": {}}]
    items = read_native(packed(tmp_path / "a", {"quiz.json": document(items=rows)})).quiz.items
    assert len({item.id for item in items}) == 2


def test_ids_that_are_taken_are_made_anew_and_free_ones_kept() -> None:
    entered = with_free_ids(quiz(), {"q", "b"}.__contains__)
    assert entered.id != "q"
    assert [item.id for item in entered.items][::2] == ["a", "c"]
    assert entered.items[1].id != "b"


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    write_native(tmp_path / "a", quiz(), KEPT.__getitem__)
    before = (tmp_path / "a").read_bytes()
    nothing: dict[str, bytes] = {}
    with pytest.raises(KeyError):
        write_native(tmp_path / "a", with_picture(), nothing.__getitem__)
    assert (tmp_path / "a").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a"]
