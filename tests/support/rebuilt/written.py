"""Essays and files."""

from tests.support.keyboard import CONTROL, SHIFT, Key, Keyboard

_CELLS = ("Part", "Cell A", "Cell B", "wall", "yes", "no", "nucleus", "yes", "yes", "chloroplasts", "yes", "no")


def dark(keys: Keyboard) -> None:
    """Formatted text, words counted and limited, notes for whoever grades."""
    keys.add("essay")
    keys.type("Why does a plant lose weight in the dark? Use these words:")
    keys.press(Key.Key_Return)
    keys.press(Key.Key_8, CONTROL | SHIFT)
    keys.lines("photosynthesis", "respiration", "sugar")
    keys.back("Points")
    keys.write("5")
    keys.turn("Show students how many words they wrote")
    keys.turn("Limit the number of words")
    keys.to("Words at least")
    keys.write("50")
    keys.to("Words at most")
    keys.write("250")
    keys.to("Grading notes")
    keys.lines(
        "In the dark there is no photosynthesis. Respiration goes on.",
        "Sugar is used up and leaves the plant as carbon dioxide and water.",
        "Half the points if only one of the two is named.",
    )


def two_cells(keys: Keyboard) -> None:
    """Plain text, spelling checked, no limit; a table in the question."""
    keys.add("essay")
    keys.type("Which of these cells comes from a plant? Say how you can tell.")
    keys.bar("Table")
    keys.wait("Rows of the table")
    keys.write("4")
    keys.turn("Insert table")
    for cell in _CELLS:
        keys.type(cell)
        keys.press(Key.Key_Right)
    keys.back("Points")
    keys.write("3")
    keys.turn("Students can format their text")
    keys.turn("Check students' spelling")


def photo(keys: Keyboard) -> None:
    """A number of files of some types; a link in the question."""
    keys.add("file")
    keys.type("Photograph a leaf of your own and name its parts. The ")
    keys.press(Key.Key_K, CONTROL)
    keys.type("https://en.wikipedia.org/wiki/Leaf")
    keys.press(Key.Key_Tab)
    keys.type("article about leaves")
    keys.press(Key.Key_Return)
    keys.type(" may help.")
    keys.back("Points")
    keys.write("4")
    keys.turn("Limit the number of files")
    keys.to("Files at most")
    keys.write("3")
    keys.turn("Take only some types of files")
    keys.turn("Add a kind")
    keys.press(Key.Key_Down, times=2)
    keys.press(Key.Key_Return)


def drawing(keys: Keyboard) -> None:
    """Any number of files of any type; a picture in the question."""
    keys.add("file")
    keys.type("Draw this cell by hand, name its parts, and hand in your drawing.")
    keys.press(Key.Key_Return)
    keys.paste_file("plant-cell.jpg")
    keys.wait("Description of the picture for those who cannot see it")
    keys.type("A plant cell with a wall, a round nucleus, a large vacuole and six chloroplasts.")
    keys.to("Width of the picture in pixels")
    keys.write("480")
    keys.press(Key.Key_Return)
    keys.press(Key.Key_Escape)
    keys.back("Points")
    keys.write("4")
    keys.unfold("Feedback")
    keys.to("Feedback: For everybody")
    keys.type("A drawing needs no colours. Clear lines and names count.")
