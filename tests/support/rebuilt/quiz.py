"""What stands over the questions of a quiz."""

from tests.support.keyboard import CONTROL, Key, Keyboard


def instructions(keys: Keyboard) -> None:
    """On the tab of the settings."""
    keys.back("Parts of the quiz")
    keys.press(Key.Key_Right)
    keys.to("Instructions")
    keys.type("Two questions of each type, all about plants. Look around, change what you like, try ")
    keys.mark(Key.Key_B, "everything", CONTROL)
    keys.type(". Nothing here reaches students unless you send it.")
