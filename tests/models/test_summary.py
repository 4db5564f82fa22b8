"""What a list shows of a text with blanks."""

from app.models.item import Item
from app.models.questions.blank import Blank
from app.models.questions.blank_body import place
from app.models.questions.rich_fill_blank import RichFillBlankQuestion


def test_a_blank_is_a_line_to_write_on() -> None:
    blank = Blank.new("H2O")
    question = RichFillBlankQuestion.new().with_body(f"<p>Water is {place(blank.id)}.</p>", (blank,))
    assert Item.of(question).summary.first_words == "Water is ____."
