"""A quiz as a course has it after years: many questions of several types, always the same ones."""

from collections.abc import Iterator
from random import Random
from uuid import UUID

from app.geometry.box import Box
from app.geometry.region import Region
from app.geometry.shape import Oval
from app.models.item import Item
from app.models.question import Question
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.essay import EssayQuestion
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.pair import Pair
from app.models.questions.true_false import TrueFalseQuestion

QUESTIONS = 2000
OTHER_QUIZZES = 40
_TEXT = (
    "the leaf of a plant under light makes sugar from water and carbon dioxide while roots hold soil against rain "
    "chlorophyll absorbs red blue wavelengths electrons travel along membranes cells divide through mitosis each "
    "chromosome carries genes that determine traits enzymes lower activation energy blood returns from lungs to left "
    "atrium before it reaches every organ osmosis moves molecules across semipermeable barriers until equilibrium"
)
WORDS = _TEXT.split()
_TYPES = ("choice",) * 12 + ("true_false",) * 4 + ("hot_spot",) * 2 + ("essay", "matching")


def many_items(count: int, *, seed: int = 0, picture: str | None = None) -> tuple[Item, ...]:
    """Questions of five types; hot spots among them where there is a `picture` in the library for them."""
    return tuple(_items(count, Random(seed), picture))


def _items(count: int, luck: Random, picture: str | None) -> Iterator[Item]:
    for number in range(count):
        kind = luck.choice(_TYPES)
        kind = "choice" if kind == "hot_spot" and picture is None else kind
        question = _question(kind, luck, picture).replaced(title=f"Question {number + 1}", item_body=_html(luck))
        yield Item.of(question, points=luck.choice((1, 1, 2, 5)), id=_id(luck))


def _question(kind: str, luck: Random, picture: str | None) -> Question:
    if kind == "choice":
        return _choice(luck)
    if kind == "true_false":
        return TrueFalseQuestion.new().with_right(luck.random() < 0.5)
    if kind == "hot_spot":
        return _hot_spot(luck, picture)
    return EssayQuestion.new() if kind == "essay" else _matching(luck)


def _choice(luck: Random) -> ChoiceQuestion:
    texts = [f"<p>{_phrase(luck, 2, 12)}</p>" for _ in range(4)]
    rows = [{"id": _id(luck), "position": place, "item_body": text} for place, text in enumerate(texts, start=1)]
    question = ChoiceQuestion.new().replaced(interaction_data={"choices": rows})
    question = question.with_right(str(luck.choice(rows)["id"]))
    return question.with_feedback("correct", _html(luck)) if luck.random() < 0.3 else question


def _matching(luck: Random) -> MatchingQuestion:
    pairs = tuple(Pair(_id(luck), _phrase(luck, 1, 4), _phrase(luck, 1, 4)) for _ in range(5))
    return MatchingQuestion.new().with_pairs(pairs, (_phrase(luck, 1, 4),))


def _hot_spot(luck: Random, picture: str | None) -> HotSpotQuestion:
    left, top = luck.uniform(0, 0.7), luck.uniform(0, 0.7)
    region = Region("1", Oval(Box(left, top, left + 0.2, top + 0.2)))
    return HotSpotQuestion.new().with_picture(picture).with_regions((region,))


def _id(luck: Random) -> str:
    return str(UUID(int=luck.getrandbits(128), version=4))


def _html(luck: Random) -> str:
    return "".join(f"<p>{_phrase(luck, 8, 40)}</p>" for _ in range(luck.choice((1, 1, 1, 2, 3))))


def _phrase(luck: Random, least: int, most: int) -> str:
    return " ".join(luck.choices(WORDS, k=luck.randint(least, most))).capitalize() + "."
