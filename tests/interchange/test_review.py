"""What is said of files before anything of them is kept: the accounting, what is here already, what is ticked."""

from pathlib import Path

import pytest

from app.interchange.incoming import Account, account, incoming, received
from app.interchange.report import report
from app.interchange.review import Review
from app.interchange.source import Source, quietly
from app.interchange.take_in import made_ready, take_in_all
from app.interchange.twins import twins
from app.library.library import Library
from app.models.quiz import NewQuiz

GIFT = """
Which gas do leaves take up? {=carbon dioxide ~oxygen}

Match. {=root -> water#deep =leaf -> light}

Broken { =a ~b

The sun is a star. {T}

The sun is a star. {T}
"""
LONG = "Which of these parts of a tall green plant takes up water and salts from the soil around it"


def gift(text: str = GIFT) -> Source:
    return Source("exam.gift", text.encode())


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path / "library")


def reviewed(library: Library, *sources: Source) -> Review:
    files = tuple(received(one) for one in sources)
    return Review(files, twins(library, files, quietly))


def test_every_question_is_whole_or_has_losses_or_is_refused(library: Library) -> None:
    counted = reviewed(library, gift()).account
    assert counted == Account(whole=3, partly=1, refused=1)
    assert str(counted.words) == "5 questions: 3 whole, 1 with losses, 1 refused."
    assert str(Account(12, 0, 0).words) == "12 questions, all of them whole."
    assert str(Account(0, 0, 0).words) == "No question was found."


def test_a_file_that_nobody_can_read_is_named_and_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all,\n")
    (tmp_path / "exam.gift").write_text(GIFT)
    files = [incoming(tmp_path / name, quietly) for name in ("letter.txt", "missing.gift", "exam.gift")]
    assert [file.error is not None for file in files] == [True, True, False]
    assert "letter.txt" in str(files[0].error)
    assert account(files[2].materials[0].found).total == 5


def test_the_report_names_each_loss_with_its_place(library: Library) -> None:
    text = report(reviewed(library, gift(), Source("letter.txt", b"Dear all,\n")).files)
    assert "exam.gift (GIFT): exam\n  5 questions: 3 whole, 1 with losses, 1 refused.\n" in text
    assert "  line 4: Feedback of single pairs.\n" in text
    assert "  line 6: Refused. The braces of its answers are not closed." in text
    assert '"letter.txt" cannot be imported' in text


def test_what_was_refused_keeps_what_the_file_says(library: Library) -> None:
    [file] = reviewed(library, gift()).files
    [refused] = [found for found in file.materials[0].found if found.item is None]
    assert refused.source.strip() == "Broken { =a ~b"


def test_a_question_twice_in_a_file_is_ticked_once(library: Library) -> None:
    review = reviewed(library, gift())
    assert [review.is_ticked(place) for place in review.places] == [True, True, False, True, False]
    assert review.count == 3


def test_a_question_of_the_quiz_that_gets_them_is_not_ticked(library: Library) -> None:
    [quiz_id] = take_in_all(library, received(gift()).materials)
    review = reviewed(library, gift("The sun is a star. {T}"))
    assert review.twins[0, 0, 0].is_in(quiz_id)
    assert review.count == 1, "a new quiz may have what another one has"
    assert review.with_into(quiz_id).count == 0
    assert review.with_into(quiz_id).with_ticks([(0, 0, 0)], True).count == 1


def test_nearly_the_same_question_is_told_with_its_place(library: Library) -> None:
    take_in_all(library, received(gift(f"{LONG}? {{=root ~leaf ~stem}}")).materials)
    twin = reviewed(library, gift(f"{LONG} today? {{=root ~leaf ~stem}}")).twins[0, 0, 0]
    assert (twin.kind, twin.others[0].number, twin.others[0].quiz_title) == ("near", 1, "exam")


def test_only_what_is_ticked_is_brought_in(library: Library) -> None:
    review = reviewed(library, gift()).with_ticks([(0, 0, 0)], False)
    [quiz_id] = take_in_all(library, review.chosen)
    words = [item.summary.first_words for item in library.open_quiz(quiz_id).quiz.items]
    assert words == ["Match.", "The sun is a star."]
    assert reviewed(library, gift()).with_ticks([(0, 0, place) for place in range(5)], False).chosen == ()


def test_questions_for_an_open_quiz_get_ids_of_their_own(library: Library) -> None:
    review = reviewed(library, gift())
    quiz = library.create_quiz(NewQuiz(title="Bees"), review.chosen[0].items)
    again = made_ready(library, (*review.chosen, *review.chosen))
    ids = [item.id for item in again]
    assert len(ids) == len(set(ids)) == 6
    assert not set(ids) & set(quiz.places)
