"""Pictures that texts name stay as long as they are named, and leave the library with their quiz."""

import io
from pathlib import Path

import pytest
from PIL import Image

from app.html.sources import sources
from app.library import linking, media
from app.library.backup import restore_backup, write_backup
from app.library.errors import MediaMissing
from app.library.library import Library
from app.library.native_file import read_native, write_native
from app.library.portable import portable
from app.library.upkeep import tend
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz, Quiz
from tests.support.clock import Clock

HOME = "/courses/1/files/5/preview"


def picture(colour: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (6, 4), colour).save(out, "PNG")
    return out.getvalue()


def quiz(library: Library, *sources: str, instructions: str = "") -> Quiz:
    question = TrueFalseQuestion.new().replaced(item_body="".join(f'<p><img src="{source}"></p>' for source in sources))
    return library.create_quiz(NewQuiz(title="Leaves", instructions=instructions), [Item.of(question)])


def taken(library: Library, colour: str) -> str:
    return library.take_media(picture(colour), content_type="image/png")


def fetched(library: Library, address: str, colour: str, origin: str = "https://c.edu") -> str:
    """A picture that came from an address of a Canvas."""
    reference = taken(library, colour)
    with library.transaction() as db:
        account = linking.account_for(db, kind="canvas", origin=origin, user_id="1", user_name="Ann")
        media.note_fetched(db, account.id, address, reference.removeprefix("media:"))
    return reference


def a_month_later(library: Library, clock: Clock) -> None:
    clock.pass_days(40)
    tend(library)


def test_pictures_that_a_text_names_outlive_those_that_nothing_names(library: Library, clock: Clock) -> None:
    references = [taken(library, colour) for colour in ("red", "green", "blue")]
    quiz(library, references[0], instructions=f"<img src={references[1]}>")
    a_month_later(library, clock)
    assert [library.read_media(reference) for reference in references[:2]] == [picture("red"), picture("green")]
    with pytest.raises(MediaMissing):
        library.read_media(references[2])


@pytest.mark.parametrize(
    "source", [HOME, f"{HOME}?verifier=x&amp;y=1", f"https://c.edu{HOME}", "https://c.edu/a%20b.png"]
)
def test_a_fetched_picture_stays_while_its_address_is_named(library: Library, clock: Clock, source: str) -> None:
    kept, left = fetched(library, source.replace("&amp;", "&"), "red"), fetched(library, "/files/9", "blue")
    quiz(library, source)
    a_month_later(library, clock)
    assert library.read_media(kept) == picture("red")
    with pytest.raises(MediaMissing):
        library.read_media(left)


def test_a_fetched_hot_spot_stays_while_its_address_is_named(library: Library, clock: Clock) -> None:
    address = "https://media.edu/item_media/a/b"
    kept = fetched(library, address, "red")
    library.create_quiz(NewQuiz(title="Leaves"), [Item.of(HotSpotQuestion.new().with_picture(address))])
    a_month_later(library, clock)
    assert library.read_media(kept) == picture("red")


def test_an_address_of_two_canvases_shows_neither_picture(library: Library) -> None:
    fetched(library, HOME, "red", "https://a.edu")
    assert media.sha_at(library.db, f"{HOME}?verifier=x") is not None
    fetched(library, HOME, "blue", "https://b.edu")
    assert media.sha_at(library.db, HOME) is None


def test_a_native_file_carries_what_its_texts_name(library: Library, tmp_path: Path) -> None:
    own, theirs = taken(library, "red"), fetched(library, HOME, "blue")
    made = quiz(library, own, f"{HOME}?verifier=x", "https://elsewhere.edu/p.png", instructions=f"<img src={own}>")
    write_native(tmp_path / "a.quizwright", portable(library, made), library.read_media)
    back = read_native(tmp_path / "a.quizwright")
    assert sources(back.quiz.items[0].entry.wire()) == (own, theirs, "https://elsewhere.edu/p.png")
    assert set(back.media.values()) == {picture("red"), picture("blue")}


def test_a_native_file_carries_a_hot_spot_that_was_fetched(library: Library, tmp_path: Path) -> None:
    reference = fetched(library, "https://media.edu/item_media/a", "red")
    question = HotSpotQuestion.new().with_picture("https://media.edu/item_media/a")
    made = library.create_quiz(NewQuiz(title="Leaves"), [Item.of(question)])
    write_native(tmp_path / "a.quizwright", portable(library, made), library.read_media)
    (item,) = read_native(tmp_path / "a.quizwright").quiz.items
    assert item.entry.wire()["interaction_data"]["image_url"] == reference


def test_a_quiz_without_fetched_pictures_leaves_as_it_is(library: Library) -> None:
    made = quiz(library, taken(library, "red"), instructions="<p>Read.</p>")
    left = portable(library, made)
    assert (left.fields, left.items) == (made.fields, made.items)


def test_a_backup_carries_pictures_of_texts(library: Library, folder: Path, tmp_path: Path) -> None:
    own, theirs = taken(library, "red"), fetched(library, HOME, "blue")
    quiz(library, own, HOME)
    write_backup(library.db, folder, tmp_path / "all.zip")
    (tmp_path / "new").mkdir()
    restore_backup(tmp_path / "all.zip", tmp_path / "new", 0)
    with Library.open(tmp_path / "new") as restored:
        assert restored.read_media(own) == picture("red")
        assert media.sha_at(restored.db, HOME) == theirs.removeprefix("media:")
        assert restored.read_media(theirs) == picture("blue")
