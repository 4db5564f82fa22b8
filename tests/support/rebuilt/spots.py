"""Hot spots: the picture is pasted, regions are drawn by arrows and Enter and put right in numbers."""

from tests.support.keyboard import SHIFT, Key, Keyboard

ENTER = Key.Key_Return


def nucleus(keys: Keyboard) -> None:
    """One oval."""
    keys.add("hot")
    keys.type("Click the nucleus.")
    keys.back("Points")
    keys.write("2")
    keys.to("Choose…")
    keys.paste_file("plant-cell.jpg")
    keys.wait("Picture plant-cell.jpg, 1600 by 1120 pixels, regions: 0")
    keys.press(Key.Key_O)
    _box(keys)
    _name(keys, "Nucleus")
    _in_pixels(keys)
    keys.back("Left")
    _measure(keys, 300, 250, 330, 320)
    keys.unfold("Note on the picture")
    keys.to("Note on the picture, for you and your colleagues")
    keys.type("A plant cell with a wall, a round nucleus, a large vacuole and six chloroplasts.")


def layers(keys: Keyboard) -> None:
    """A rectangle and a polygon."""
    keys.add("hot")
    keys.type(
        "Click the layer in which most of the photosynthesis takes place, and the pore through which air comes in."
    )
    keys.back("Points")
    keys.write("4")
    keys.to("Choose…")
    keys.paste_file("leaf.jpg")
    keys.wait("Picture leaf.jpg, 1600 by 1000 pixels, regions: 0")
    keys.press(Key.Key_R)
    _box(keys)
    keys.press(Key.Key_P)
    for way in (Key.Key_Left, Key.Key_Down, Key.Key_Right):
        keys.press(way, SHIFT, times=3)
        keys.press(ENTER)
    keys.press(ENTER)
    _name(keys, "Stoma")
    _in_pixels(keys)
    keys.to("Corners of the polygon")
    keys.paste("480,800;660,800;690,860;660,920;480,920;450,860")
    keys.back("Regions")
    keys.press(Key.Key_Up)
    _name(keys, "Palisade layer")
    keys.to("Left")
    _measure(keys, 60, 216, 1480, 260)
    keys.unfold("Note on the picture")
    keys.to("Note on the picture, for you and your colleagues")
    keys.type(
        "A leaf cut across: skin above and below, tall cells in a row, round cells with air between them, a vein, "
    )
    keys.type("a pore.")


def _box(keys: Keyboard) -> None:
    """From corner to corner."""
    keys.press(ENTER, times=2)
    keys.press(Key.Key_Right, SHIFT, times=4)
    keys.press(Key.Key_Down, SHIFT, times=4)
    keys.press(ENTER)


def _name(keys: Keyboard, name: str) -> None:
    keys.press(Key.Key_F2)
    keys.write(name)
    keys.press(ENTER)


def _in_pixels(keys: Keyboard) -> None:
    keys.to("Unit of the numbers")
    keys.choose("Pixels")


def _measure(keys: Keyboard, *pixels: int) -> None:
    for name, number in zip(("Left", "Top", "Width", "Height"), pixels, strict=True):
        if keys.here != name:
            keys.to(name)
        keys.write(str(number))
        keys.press(ENTER)
