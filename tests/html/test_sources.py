"""Which pictures a text names, and the same text with other addresses."""

import pytest

from app.html.sources import pictures, source_key, sources, with_sources

EQUATION = '<img class="equation_image" src="/equation_images/x" data-equation-content="x">'


def test_every_picture_is_found_once_wherever_it_stands() -> None:
    entry = {
        "item_body": '<p>A <img src="a.png"> and <IMG alt=x SRC=b.png></p>',
        "interaction_data": {"choices": [{"item_body": "<img src='a.png'><img src=\"/c?x=1&amp;y=2\">"}]},
        "points": 3,
    }
    assert sources(entry) == ("a.png", "b.png", "/c?x=1&y=2")


@pytest.mark.parametrize("html", ["", "<p>imgs</p>", EQUATION, "<!-- <img src=a> -->", "<img>", "<image src=a>"])
def test_what_names_no_picture(html: str) -> None:
    assert sources(html) == ()
    assert with_sources(html, str.upper) == html


def test_only_the_address_changes_and_all_else_stays_byte_for_byte() -> None:
    html = f'<P  class=x>a&nbsp;<img src="media:1" alt="A &quot;leaf&quot;" width="40"/>{EQUATION}<br></p ><img src=b>'
    changed = with_sources({"body": html}, lambda source: "/f?a=1&b=2" if source == "media:1" else source)
    assert changed == {"body": html.replace('"media:1"', '"/f?a=1&amp;b=2"').replace('"40"/>', '"40">')}


def test_what_canvas_noted_of_the_old_address_goes_with_it() -> None:
    html = '<img src="/files/1" alt="a" data-api-endpoint="/api/v1/files/1" data-api-returntype="File">'
    assert with_sources(html, lambda _: "media:1") == '<img src="media:1" alt="a">'
    assert with_sources(html, lambda source: source) == html


def test_pictures_keep_what_they_say() -> None:
    (tag,) = pictures('<p><img src="a" alt="A leaf"></p>')
    assert tag.attribute("alt") == "A leaf"


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("/courses/1/files/5/preview?verifier=x", "/courses/1/files/5/preview"),
        ("https://c.edu/files/1~5?x#y", "https://c.edu/files/1~5"),
        ("https://example.org/picture.php?id=5", "https://example.org/picture.php?id=5"),
        ("media:abc", "media:abc"),
    ],
)
def test_a_file_of_canvas_is_known_without_its_verifier(address: str, key: str) -> None:
    assert source_key(address) == key


def test_a_long_hostile_text_takes_no_long_time() -> None:
    html = "<img src=" * 50_000
    assert with_sources(html, str.upper) == html
