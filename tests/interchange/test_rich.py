"""Texts of files: what is kept, and texts that were made to keep the program busy."""

import pytest

from app.interchange.pictures import Pictures
from app.interchange.rich import rich


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<table><tr><td>", "<math><mi>", "<ul><li>"])
def test_a_text_without_an_end_gives_its_words(tag: str) -> None:
    text, lost = rich(f"<p>Before</p>{tag * 100_000}after & <", Pictures())
    assert text == "<p>Before after &amp;</p>"
    assert len(lost) == 1


@pytest.mark.parametrize(
    "html",
    [
        "<p>one" * 5_000,
        f"<ul>{'<li>row' * 5_000}</ul>",
        f"<table>{'<tr><td>a<td>b' * 2_000}</table>",
        "<p>a<br>b<img src='https://canvas.test/a.png' alt=''></p>" * 2_000,
    ],
)
def test_long_texts_with_elements_left_open_stay_rich(html: str) -> None:
    text, lost = rich(html, Pictures())
    assert text.startswith(html[:3])
    assert not lost


def test_a_description_in_place_of_a_picture_is_text_and_no_markup() -> None:
    text, lost = rich('<p><img src="gone.png" alt="a &lt;script&gt;x()&lt;/script&gt; &amp; b"></p>', Pictures())
    assert text == "<p>a &lt;script&gt;x()&lt;/script&gt; &amp; b</p>"
    assert [str(one) for one in lost] == ["Picture gone.png: it is not in the file."]


def test_each_of_many_pictures_is_looked_at_once() -> None:
    asked: list[str] = []

    def find(address: str) -> None:
        asked.append(address)

    rich("".join(f'<img src="{n}.png" alt="">' for n in range(20_000)), Pictures(find))
    assert len(asked) == 20_000
