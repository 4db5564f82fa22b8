"""A small dictionary in Hunspell's format."""

from pathlib import Path


def make_dictionary(folder: Path, *words: str, name: str = "en_US") -> Path:
    """Write one with these words and the plural of each; return its `.dic`."""
    folder.mkdir(parents=True, exist_ok=True)
    affixes = "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\nSFX S Y 1\nSFX S 0 s .\n"
    (folder / f"{name}.aff").write_text(affixes, encoding="utf-8")
    lines = [str(len(words)), *(f"{word}/S" for word in words)]
    path = folder / f"{name}.dic"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
