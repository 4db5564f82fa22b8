"""Fill in the blank."""

from tests.support.keyboard import Key, Keyboard

DOWN = Key.Key_Down


def typed(keys: Keyboard) -> None:
    """Each way to take what is typed into an open blank."""
    keys.add("blank")
    keys.type("Leaves are green because of `chlorophyll`. They take up `carbon dioxide` through small pores, ")
    keys.type("the `stomata`. Water comes from the `root`. Botanists call the genus of the sunflower `Helianthus`.")
    keys.back("Points")
    keys.write("5")
    _take(keys, 1, "Close enough")
    keys.to("How many letters may be wrong")
    keys.write("2")
    keys.turn("Ignore upper and lower case")
    _take(keys, 2, "One of a list")
    keys.to("Accepted answer 1")
    keys.press(Key.Key_Return)
    keys.paste("CO2\nCO₂")
    _take(keys, 3, "Regular expression")
    keys.to("Regular expression of blank 3")
    keys.write("stoma(ta|s)?")
    keys.turn("Add an answer to try")
    keys.lines("stomata", "stoma", "stomach")
    _take(keys, 5, "Exactly")


def _take(keys: Keyboard, number: int, way: str) -> None:
    keys.to(f"Which answers are right in blank {number}")
    keys.choose(way)


def chosen(keys: Keyboard) -> None:
    """Blanks with choices of their own, and blanks that share a bank of words, which may be used again."""
    keys.add("blank")
    keys.type("Water rises in the `xylem`, sugar travels in the `phloem`. ")
    keys.type("The light reactions run in the `thylakoids`, the Calvin cycle in the `stroma`. ")
    keys.type("Its enzyme rubisco is found in the `stroma`.")
    keys.back("Points")
    keys.write("5")
    _fill(keys, 1, "Dropdown")
    keys.to("Choice 2")
    keys.lines("phloem", "cambium")
    keys.turn("Shuffle the choices for each student")
    _fill(keys, 2, "Dropdown")
    keys.to("Choice 2")
    keys.type("xylem")
    for number in (3, 4, 5):
        _fill(keys, number, "Word bank")
    keys.turn("Add wrong word")
    keys.lines("nucleus", "vacuole")
    keys.turn("Words can be used more than once")


def _fill(keys: Keyboard, number: int, way: str) -> None:
    keys.to(f"How students fill blank {number}")
    keys.choose(way)
