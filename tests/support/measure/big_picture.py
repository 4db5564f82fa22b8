"""A photo-like picture of 100 megapixels, made once and kept between runs."""

from pathlib import Path

from PIL import Image

SIZE = (12_500, 8_000)
_TILE = 2_500


def big_picture(folder: Path, kind: str = "jpg") -> Path:
    """The file in `folder`: as JPEG about 20 MB, as a camera of that size writes it; or as "png"."""
    path = folder / f"photo-{SIZE[0]}x{SIZE[1]}.{kind}"
    if not path.exists():
        unfinished = path.with_suffix(".part")
        if kind == "png":
            _photo().save(unfinished, "PNG", compress_level=1)
        else:
            _photo().save(unfinished, "JPEG", quality=85)
        unfinished.replace(path)
    return path


def _photo() -> Image.Image:
    """Soft large shapes under fine grain: what a JPEG of a camera costs to decode."""
    ground = Image.merge("RGB", [Image.linear_gradient("L").rotate(turn) for turn in (0, 90, 180)]).resize(SIZE)
    grain = Image.effect_noise((_TILE, _TILE), 24).convert("RGB")
    for left in range(0, SIZE[0], _TILE):
        for top in range(0, SIZE[1], _TILE):
            box = (left, top, min(left + _TILE, SIZE[0]), min(top + _TILE, SIZE[1]))
            part = grain.crop((0, 0, box[2] - left, box[3] - top))
            ground.paste(Image.blend(ground.crop(box), part, 0.25), box)
    return ground
