"""Multiple choice, multiple answers, true or false."""

from tests.support.keyboard import CONTROL, Key, Keyboard

ENTER = Key.Key_Return


def place(keys: Keyboard) -> None:
    """Shuffled, the last answer locked, feedback by answer, a label."""
    keys.add("one right")
    keys.type("Where does photosynthesis take place?")
    keys.back("Your label, not shown to students")
    keys.type("Place of photosynthesis")
    keys.back("Points")
    keys.write("2")
    keys.to("Answer 1")
    keys.type("in the nucleus")
    keys.turn("Feedback for answer 1")
    keys.type("The nucleus holds the DNA.")
    keys.to("Answer 2")
    keys.lines("in the chloroplasts", "in the mitochondria", "in all of these")
    keys.press(Key.Key_Up, times=2)
    keys.press(ENTER, CONTROL)
    keys.press(Key.Key_Down)
    keys.turn("Feedback for answer 3")
    keys.type("There sugar is broken down: that is respiration.")
    keys.unfold("Options")
    keys.turn("Shuffle the answers for each student")
    keys.back("Keep answer 4 in its place when shuffled")
    keys.press(Key.Key_Space)


def green(keys: Keyboard) -> None:
    """Each answer has points of its own."""
    keys.add("one right")
    keys.type("Which sentence explains ")
    keys.mark(Key.Key_B, "best")
    keys.type(" why leaves are green?")
    keys.back("Points")
    keys.write("2")
    keys.to("Answer 1")
    keys.lines(
        "They take up green light best.",
        "They contain chlorophyll.",
        "Chlorophyll takes up mostly red and blue light; much of the green is sent back.",
        "",
    )
    keys.press(Key.Key_Backspace)
    keys.press(ENTER, CONTROL)
    keys.unfold("Options")
    keys.turn("Give each answer points of its own")
    keys.back("Points for answer 2")
    keys.write("0.5")


def needs(keys: Keyboard) -> None:
    """Shuffled, the last answer locked, partial credit."""
    keys.add("tick")
    keys.type("What does a plant need for photosynthesis?")
    keys.back("Points")
    keys.write("3")
    keys.to("Answer 1")
    keys.type("water")
    keys.press(ENTER, CONTROL)
    keys.press(ENTER)
    keys.type("light")
    keys.press(ENTER, CONTROL)
    keys.press(ENTER)
    _gas(keys, "carbon dioxide (CO")
    keys.press(ENTER, CONTROL)
    keys.press(ENTER)
    _gas(keys, "oxygen (O")
    keys.press(ENTER)
    keys.type("none of these")
    keys.unfold("Options")
    keys.turn("Shuffle the answers for each student")
    keys.turn("Give part of the points for part of the answers")
    keys.back("Keep answer 5 in its place when shuffled")
    keys.press(Key.Key_Space)


def _gas(keys: Keyboard, formula: str) -> None:
    keys.type(formula)
    keys.mark(Key.Key_Comma, "2")
    keys.type(")")


def parts(keys: Keyboard) -> None:
    """In this order, all or nothing, all three kinds of feedback."""
    keys.add("tick")
    keys.type("What do the cells of leaves have, and the cells of animals do ")
    keys.mark(Key.Key_I, "not")
    keys.type("?")
    keys.back("Points")
    keys.write("2")
    keys.to("Answer 1")
    keys.lines("ribosomes", "a cell wall")
    keys.press(ENTER, CONTROL)
    keys.press(ENTER)
    keys.lines("mitochondria", "chloroplasts")
    keys.press(ENTER, CONTROL)
    keys.unfold("Feedback")
    keys.to("Feedback: For everybody")
    keys.type("A large central vacuole is a third one.")
    keys.to("Feedback: For a right answer")
    keys.type("Well seen.")
    keys.to("Feedback: For a wrong answer")
    keys.type("Ribosomes and mitochondria are found in both kinds of cell.")


def wall(keys: Keyboard) -> None:
    """Canvas's own words for both answers."""
    keys.add("true")
    keys.type("Animal cells have a cell wall.")
    keys.turn("“False” is right")
    keys.unfold("Feedback")
    keys.to("Feedback: For a wrong answer")
    keys.type("Plants, fungi and most bacteria have one; animals do not.")


def night(keys: Keyboard) -> None:
    """Words of our own for both answers."""
    keys.add("true")
    keys.type("Do plants respire at night as well as by day?")
    keys.to("What students read for “True”")
    keys.write("Yes")
    keys.press(ENTER, CONTROL)
    keys.to("What students read for “False”")
    keys.write("No")
