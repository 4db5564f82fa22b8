"""Matching, categories, ordering."""

from tests.support.keyboard import ALT, Key, Keyboard


def tasks(keys: Keyboard) -> None:
    """Shuffled, a wrong answer, only all pairs together count."""
    keys.add("matching")
    keys.type("What does each part of the cell do?")
    keys.back("Points")
    keys.write("4")
    keys.to("Left side 1")
    _pairs(
        keys,
        ("nucleus", "holds the DNA"),
        ("chloroplast", "makes sugar from light"),
        ("mitochondrion", "releases energy from sugar"),
        ("cell wall", "gives shape"),
    )
    keys.turn("Add wrong answer")
    keys.type("moves the cell")
    keys.unfold("Options")
    keys.turn("Shuffle the left sides for each student")


def crops(keys: Keyboard) -> None:
    """Pairs copied from a spreadsheet; partial credit."""
    keys.add("matching")
    keys.type("Which part of the plant do we eat?")
    keys.back("Points")
    keys.write("2")
    keys.to("Left side 1")
    keys.paste("carrot\troot\npotato\tstem\nspinach\tleaf\nbroccoli\tflower buds")
    keys.unfold("Options")
    keys.turn("Give part of the points for part of the pairs")


def _pairs(keys: Keyboard, *pairs: tuple[str, str]) -> None:
    for place, (left, right) in enumerate(pairs):
        if place:
            keys.press(Key.Key_Return)
        keys.type(left)
        keys.press(Key.Key_Tab)
        keys.type(right)


def seed_leaves(keys: Keyboard) -> None:
    """Two categories, and answers that belong in neither."""
    keys.add("categories")
    keys.type("Sort the plants by the number of their ")
    keys.mark(Key.Key_B, "seed leaves")
    keys.type(".")
    keys.back("Points")
    keys.write("3")
    _category(keys, 1, "One seed leaf", "maize", "tulip", "wheat")
    _category(keys, 2, "Two seed leaves", "sunflower", "bean", "oak")
    keys.turn("Add wrong answer")
    keys.lines("fern", "moss")


def organs(keys: Keyboard) -> None:
    """Three categories without wrong answers."""
    keys.add("categories")
    keys.type("Which organ does what?")
    keys.back("Points")
    keys.write("3")
    _category(keys, 1, "Root", "takes up water", "anchors the plant")
    _category(keys, 2, "Stem", "holds the leaves up to the light")
    keys.turn("Add category")
    keys.type("Leaf")
    keys.to("Answer 1")
    keys.lines("takes up carbon dioxide", "gives off most of the water")


def _category(keys: Keyboard, number: int, name: str, *answers: str) -> None:
    keys.to(f"Category {number}")
    keys.type(name)
    keys.to("Answer 1")
    keys.lines(*answers)


def seedling(keys: Keyboard) -> None:
    """In a column, with a label at both ends; two answers are written in the wrong order first."""
    keys.add("ordering")
    keys.type("How does a bean grow out of its seed?")
    keys.back("Points")
    keys.write("2")
    keys.to("Answer 1")
    keys.lines("The seed takes up water.", "The shoot comes to the light.", "The root breaks through the seed coat.")
    keys.press(Key.Key_Up, ALT)
    keys.press(Key.Key_Down)
    keys.press(Key.Key_Return)
    keys.type("The first true leaves unfold.")
    keys.unfold("Options")
    keys.to("Label at the top")
    keys.type("first")
    keys.to("Label at the bottom")
    keys.type("last")


def sizes(keys: Keyboard) -> None:
    """In a line, without labels."""
    keys.add("ordering")
    keys.type("Order them from the smallest to the largest.")
    keys.back("Points")
    keys.write("1.5")
    keys.to("Answer 1")
    keys.lines("a chlorophyll molecule", "a chloroplast", "a leaf cell", "a leaf", "a tree")
    keys.unfold("Options")
    keys.turn("Show the answers in a line, as words of a sentence")
