"""Three small pictures."""

import io

from PIL import Image


def _png(colour: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (3, 2), colour).save(out, "PNG")
    return out.getvalue()


PNGS = tuple(map(_png, ("green", "brown", "white")))
