"""Lists that were copied with their formatting: the key may be bold, coloured, underlined or in a table."""

import pytest

from app.interchange.incoming import Clipboard, of_clipboard
from app.interchange.material import Found
from app.interchange.rich import words
from app.interchange.source import Source, quietly
from app.interchange.table import format_of
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator
content="Microsoft Word 15"></head><body><!--StartFragment--><p
class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'>
<![if !supportLists]><span><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span></span><![endif]>Which
part takes up <i>water</i>?<o:p></o:p></p><p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'>
<![if !supportLists]><span style='mso-list:Ignore'>a.<span>&nbsp; </span></span><![endif]>leaf</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><![if !supportLists]><b><span
style='mso-list:Ignore'>b.<span>&nbsp; </span></span></b><![endif]><b>root</b></p><!--EndFragment--></body></html>"""
GOOGLE = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1"><ol><li dir="ltr"
style="list-style-type:decimal"><p><span style="font-weight:400;color:#000000">Which part takes up <span
style="font-style:italic">water</span>?</span></p></li><ol><li style="list-style-type:lower-alpha"><p><span
style="color:#000000">leaf</span></p></li><li style="list-style-type:lower-alpha"><p><span STYLE>root</span></p></li>
</ol></ol></b>"""
TYPED = "<p>1. Which part takes up <em>water</em>?</p><p>a. leaf</p><p>MARK</p>"


def _only(html: str) -> Found:
    file = of_clipboard(Clipboard("Pasted", "1. Which part takes up water?\na. leaf\nb. root", html), quietly)
    [material] = file.materials
    [found] = material.found
    assert not found.lost
    return found


@pytest.mark.parametrize(
    "html",
    [
        WORD,
        GOOGLE.replace("STYLE", 'style="font-weight:700"'),
        GOOGLE.replace("STYLE", 'style="background-color:#ffff00"'),
        GOOGLE.replace("STYLE", 'style="color:#ff0000"'),
        TYPED.replace("MARK", "<b>b. root</b>"),
        TYPED.replace("MARK", "<span style='background:yellow;mso-highlight:yellow'>b. root</span>"),
        TYPED.replace("MARK", "b. <font color='red'>root</font>"),
        TYPED.replace("MARK", "<u>b. root</u>"),
        TYPED.replace("MARK", "<mark>b. root</mark>"),
        TYPED.replace("MARK", "*b. root"),
        TYPED.replace("MARK", "b. root") + "<p>Answer: b</p>",
        TYPED.replace("MARK", "b. root") + "<table><tr><td>No</td><td>Key</td></tr><tr><td>1</td><td>B</td></tr>"
        "<tr><td>2</td><td>A</td></tr></table>",
    ],
)
def test_the_key_is_found_and_the_answer_is_as_plain_as_the_others(html: str) -> None:
    item = _only(html).item
    assert item is not None
    question = item.entry
    assert isinstance(question, ChoiceQuestion)
    assert question.item_body == "<p>Which part takes up <em>water</em>?</p>"
    assert [(one.item_body, one.id == question.right) for one in question.choices] == [
        ("<p>leaf</p>", False),
        ("<p>root</p>", True),
    ]


def test_a_bold_word_in_an_answer_marks_nothing() -> None:
    [material] = of_clipboard(
        Clipboard("Pasted", "", TYPED.replace("MARK", "b. a <b>root</b>") + "<p>Answer: a</p>"), quietly
    ).materials
    item = material.items[0]
    question = item.entry
    assert isinstance(question, ChoiceQuestion)
    assert [(one.item_body, one.id == question.right) for one in question.choices] == [
        ("<p>leaf</p>", True),
        ("<p>a <strong>root</strong></p>", False),
    ]


def test_several_coloured_answers_are_several_right_ones() -> None:
    html = "<p>1. Which?</p><p style='color:green'>a. one</p><p>b. two</p><p style='color:green'>c. three</p>"
    [material] = of_clipboard(Clipboard("Pasted", "", html), quietly).materials
    question = material.items[0].entry
    assert isinstance(question, MultiAnswerQuestion)
    assert [words(one.item_body or "") for one in question.choices if one.id in question.right] == ["one", "three"]


def test_other_formats_are_read_as_words_whatever_their_markup() -> None:
    file = of_clipboard(Clipboard("Pasted", "Sun? {T}", "<p>1. Sun?</p><p>a. x</p><p>b. y</p>"), quietly)
    assert file.form is not None
    assert file.form.name == "gift"


def test_markup_that_shows_fewer_questions_does_not_count() -> None:
    held = Clipboard("Pasted", "1. A?\na. x\n*b. y\n\n2. B?\na. x\n*b. y", "<p>1. A?</p><p>a. x</p><p>*b. y</p>")
    file = of_clipboard(held, quietly)
    assert len(file.materials[0].items) == 2


def test_a_saved_web_page_is_read_as_a_list() -> None:
    assert format_of(Source("exam.html", TYPED.replace("MARK", "<b>b. root</b>").encode())).name == "html"
