"""The dictionaries of a computer are found and fit the person's languages."""

from pathlib import Path

import pytest

from app.spelling.place import fitting, installed
from tests.support.dictionary import make_dictionary


def test_the_first_folder_that_has_a_language_wins(tmp_path: Path) -> None:
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    wanted = make_dictionary(mine, "a")
    make_dictionary(theirs, "b")
    other = make_dictionary(theirs, "c", name="de-DE")
    (theirs / "hyph_de_DE.dic").touch()
    assert installed((tmp_path / "none", mine, theirs)) == {"en_US": wanted, "de_DE": other}


@pytest.mark.parametrize(
    ("languages", "found"),
    [
        (("en-US",), ["en_US"]),
        (("en-NZ",), ["en_GB"]),
        (("en-CA",), []),
        (("de-AT", "fr"), ["de_DE", "fr"]),
        (("pt-BR",), []),
        (("es-MX", "en-US", "es-ES"), ["es_ES", "en_US"]),
        (("cy-GB",), []),
    ],
)
def test_a_language_gets_its_own_or_one_that_spells_alike(languages: tuple[str, ...], found: list[str]) -> None:
    known = {name: Path(f"{name}.dic") for name in ("en_US", "en_GB", "de_DE", "fr", "pt_PT", "es_ES")}
    assert [path.stem for path in fitting(languages, known)] == found
