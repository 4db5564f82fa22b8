"""From blocks back to HTML: what is unchanged byte for byte, what is changed anew and minimal."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from app.html.inline import is_empty, is_own_line
from app.html.nest import nested
from app.html.read import missing_end
from app.html.rich import Block, Container, Piece, RichText


def fragment(blocks: Sequence[Block]) -> str:
    """The HTML of some blocks: `<p>` a paragraph, elements that neighbours share once, start tags as they came."""
    return nested(_trimmed(blocks))


def written(blocks: Sequence[Block], original: RichText) -> str:
    """The HTML after an edit. A piece whose blocks are those that were read keeps its source."""
    if tuple(blocks) == original.blocks:
        return "".join(piece.source for piece in original.pieces)
    units = [_unit(run, original) for run in _runs(blocks)]
    _part_bare_words(units, original)
    _trim(units)
    return _joined(units, original) if units else ""


@dataclass(slots=True)
class _Unit:
    """Blocks that are written together; `kept` is the place of the piece whose source says them."""

    blocks: tuple[Block, ...]
    kept: int | None


def _runs(blocks: Sequence[Block]) -> list[list[Block]]:
    runs: list[list[Block]] = []
    for block in blocks:
        if runs and _belongs(runs[-1][-1], block):
            runs[-1].append(block)
        else:
            runs.append([block])
    return runs


def _belongs(before: Block, block: Block) -> bool:
    if before.piece is not None and before.piece == block.piece:
        return True
    return bool(before.containers and block.containers) and before.containers[0] == block.containers[0]


def _unit(run: list[Block], original: RichText) -> _Unit:
    place, blocks = run[0].piece, tuple(run)
    if place is None or place >= len(original.pieces):
        return _Unit(blocks, None)
    read = original.pieces[place].blocks
    same = blocks == read or (len(blocks) == len(read) and _renumbered(blocks) == _renumbered(read))
    return _Unit(blocks, place if same else None)


def _renumbered(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Which number an element has is of no meaning, only who shares it."""
    numbers: dict[int, int] = {}
    return tuple(
        replace(block, piece=None, containers=tuple(_numbered(one, numbers) for one in block.containers))
        for block in blocks
    )


def _numbered(container: Container, numbers: dict[int, int]) -> Container:
    return Container(numbers.setdefault(container.id, len(numbers)), container.tag)


def _part_bare_words(units: list[_Unit], original: RichText) -> None:
    """Bare words that came to stand beside others get a paragraph, else they would run together."""
    for unit, after in pairwise(units):
        if after.kept is None or (unit.kept is not None and after.kept == _next(unit.kept, original)):
            continue
        if _is_bare(unit.blocks[-1]) and _is_bare(after.blocks[0]):
            unit.kept = None


def _is_bare(block: Block) -> bool:
    return block.tag is None and not block.containers and not is_own_line(block)


def _trim(units: list[_Unit]) -> None:
    """Empty paragraphs at the end that were made here are not seen by anybody."""
    while units and units[-1].kept is None:
        blocks = tuple(_trimmed(units.pop().blocks))
        if blocks:
            units.append(_Unit(blocks, None))
            return


def _trimmed(blocks: Sequence[Block]) -> Sequence[Block]:
    end = len(blocks)
    while end and not blocks[end - 1].containers and is_empty(blocks[end - 1]):
        end -= 1
    return blocks[:end]


def _joined(units: list[_Unit], original: RichText) -> str:
    parts: list[str] = []
    gaps = _Gaps(original.pieces)
    for place, unit in enumerate(units):
        after = units[place + 1] if place + 1 < len(units) else None
        number = unit.kept if unit.kept is not None else unit.blocks[0].piece
        parts.append(gaps.before(number))
        parts.append(nested(unit.blocks) if unit.kept is None else _closed(unit.kept, after, original))
    return "".join((*parts, gaps.rest()))


def _closed(kept: int, after: _Unit | None, original: RichText) -> str:
    """The source of a piece, with the end tags that it left to what came after it in the original."""
    piece = original.pieces[kept]
    if (after.kept if after else None) == _next(kept, original) and (after is None or after.kept is not None):
        return piece.source
    missing = _missing_end(piece.source)
    if missing is None:
        return nested(piece.blocks)
    ends_by_itself = missing == "</p>" and after is not None and not _is_bare(after.blocks[0])
    return piece.source if ends_by_itself else piece.source + missing


def _next(kept: int, original: RichText) -> int | None:
    return next((place for place in range(kept + 1, len(original.pieces)) if original.pieces[place].blocks), None)


_missing_end = lru_cache(maxsize=64)(missing_end)


class _Gaps:
    """White space, comments and empty elements between the pieces; each goes with the piece after it."""

    def __init__(self, pieces: tuple[Piece, ...]) -> None:
        self._pieces = pieces
        self._place = 0

    def before(self, number: int | None) -> str:
        """What stood before a piece. Of what stood before pieces that went, all but white space stays."""
        if number is None or number < self._place or number >= len(self._pieces):
            return ""
        found = self._until(number)
        self._place = number + 1
        return found

    def rest(self) -> str:
        """What stands behind the last piece."""
        return self._until(len(self._pieces))

    def _until(self, end: int) -> str:
        between = self._pieces[self._place : end]
        near = len(between)
        while near and not between[near - 1].blocks:
            near -= 1
        kept = [piece.source for piece in between[:near] if not piece.blocks and piece.source.strip()]
        return "".join((*kept, *(piece.source for piece in between[near:])))
