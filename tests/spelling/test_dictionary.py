"""Words are judged by the dictionaries that are there, and by the person's own list."""

from pathlib import Path

import pytest

from app.spelling.dictionary import Dictionary
from tests.support.dictionary import make_dictionary

pytest.importorskip("hunspell")


def test_a_word_is_right_in_any_of_the_languages(tmp_path: Path) -> None:
    english, german = make_dictionary(tmp_path, "heart"), make_dictionary(tmp_path, "Herz", name="de_DE")
    dictionary = Dictionary((english, german))
    judged = {word: dictionary.knows(word) for word in ("heart", "hearts", "Herz", "Hertz", "heart-heart", "心")}
    assert judged == {"heart": True, "hearts": True, "Herz": True, "Hertz": False, "heart-heart": True, "心": False}


def test_what_may_have_been_meant_is_suggested(tmp_path: Path) -> None:
    assert Dictionary((make_dictionary(tmp_path, "heart", "lung"),)).suggestions("haert") == ("heart",)


def test_an_added_word_stays_right(tmp_path: Path) -> None:
    paths, own = (make_dictionary(tmp_path, "heart"),), tmp_path / "config" / "words.txt"
    first = Dictionary(paths, own)
    assert not first.knows("mitral")
    first.add("mitral")
    assert first.knows("mitral")
    assert Dictionary(paths, own).knows("Mitral")


def test_without_a_dictionary_nothing_is_wrong(tmp_path: Path) -> None:
    dictionary = Dictionary((tmp_path / "en_US.dic",))
    assert not dictionary.is_there
    assert dictionary.knows("xyzzy")
    assert dictionary.suggestions("xyzzy") == ()


def test_a_list_of_own_words_that_cannot_be_read_is_empty(tmp_path: Path) -> None:
    own = tmp_path / "words.txt"
    own.write_bytes(b"\xff\xfe\xff")
    assert not Dictionary((make_dictionary(tmp_path, "heart"),), own).knows("mitral")
