"""The sample's questions that a person grades: essays and files."""

from sample_cell import NOTE
from sample_part import feedback, item, paragraph

from app.models.item import Item
from app.models.questions.essay import EssayQuestion
from app.models.questions.file_upload import FileUploadQuestion

_NOTES = """\
In the dark there is no photosynthesis. Respiration goes on.
Sugar is used up and leaves the plant as carbon dioxide and water.
Half the points if only one of the two is named."""
_CELLS = (("Part", "Cell A", "Cell B"), ("wall", "yes", "no"), ("nucleus", "yes", "yes"), ("chloroplasts", "yes", "no"))
_PHOTOS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".heic")


def dark(number: int) -> Item:
    """Formatted text, words counted and limited, notes for whoever grades."""
    stem = paragraph("Why does a plant lose weight in the dark? Use these words:") + (
        "<ul><li>photosynthesis</li><li>respiration</li><li>sugar</li></ul>"
    )
    question = EssayQuestion.new().with_options(word_count=True).with_word_limit(True, least=50, most=250)
    return item(number, question.with_notes(_NOTES), 5, stem)


def two_cells(number: int) -> Item:
    """Plain text, spelling checked, no limit; a table in the question."""
    stem = paragraph("Which of these cells comes from a plant? Say how you can tell.") + _table(_CELLS)
    question = EssayQuestion.new().with_options(rce=False, spell_check=True)
    return item(number, question, 3, stem)


def photo(number: int) -> Item:
    """A number of files of some types; a link in the question."""
    link = '<a href="https://en.wikipedia.org/wiki/Leaf">article about leaves</a>'
    stem = paragraph(f"Photograph a leaf of your own and name its parts. The {link} may help.")
    question = FileUploadQuestion.new().with_count(True, 3).with_types(True, _PHOTOS)
    return item(number, question, 4, stem)


def drawing(number: int, picture: str) -> Item:
    """Any number of files of any type; a picture in the question."""
    image = f'<img src="{picture}" alt="{NOTE}" width="480" height="336">'
    stem = paragraph("Draw this cell by hand, name its parts, and hand in your drawing.") + paragraph(image)
    said = feedback("A drawing needs no colours. Clear lines and names count.")
    return item(number, FileUploadQuestion.new(), 4, stem, feedback=said)


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    """A table as the editor writes it, the first row its heading."""
    head = "".join(f'<th scope="col">{cell}</th>' for cell in rows[0])
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows[1:])
    style = 'style="border-collapse: collapse; width: 100%;" border="1"'
    return f"<table {style}><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
