"""The sample's questions with blanks."""

from collections.abc import Mapping

from sample_part import ids, item, paragraph

from app.models.item import Item
from app.models.local import Local
from app.models.question import ScoringAlgorithm
from app.models.questions.blank import Blank
from app.models.questions.blank_body import place
from app.models.questions.blank_rows import AnswerType
from app.models.questions.choices import Choice
from app.models.questions.rich_fill_blank import RichFillBlankQuestion


def typed(number: int) -> Item:
    """Each way to take what is typed into an open blank."""
    fresh = ids(number)
    pigment, gas, pores, organ, genus = (
        Blank(
            next(fresh),
            algorithm=ScoringAlgorithm.TEXT_CLOSE_ENOUGH,
            accepted=("chlorophyll",),
            ignore_case=True,
            edit_distance=2,
        ),
        Blank(
            next(fresh),
            algorithm=ScoringAlgorithm.TEXT_IN_CHOICES,
            text="carbon dioxide",
            accepted=("carbon dioxide", "CO2", "CO₂"),
        ),
        Blank(next(fresh), algorithm=ScoringAlgorithm.TEXT_REGEX, text="stomata", accepted=("stoma(ta|s)?",)),
        Blank(next(fresh), algorithm=ScoringAlgorithm.TEXT_CONTAINS_ANSWER, accepted=("root",)),
        Blank(next(fresh), algorithm=ScoringAlgorithm.TEXT_EQUIVALENCE, accepted=("Helianthus",)),
    )
    body = (
        f"Leaves are green because of {place(pigment.id)}. They take up {place(gas.id)} through small pores, "
        f"the {place(pores.id)}. Water comes from the {place(organ.id)}. "
        f"Botanists call the genus of the sunflower {place(genus.id)}."
    )
    question = RichFillBlankQuestion.new().with_body(paragraph(body), (pigment, gas, pores, organ, genus))
    examples = {pores.id: ("stomata", "stoma", "stomach")}
    return item(number, question, 5).with_local(Local.model_validate({"pattern_examples": examples}))


def chosen(number: int) -> Item:
    """Blanks with choices of their own, and blanks that share a bank of words, which may be used again."""
    fresh = ids(number)
    water = _dropdown(next(fresh), {text: next(fresh) for text in ("xylem", "phloem", "cambium")}, shuffled=True)
    sugar = _dropdown(next(fresh), {text: next(fresh) for text in ("phloem", "xylem")}, shuffled=False)
    words = {text: next(fresh) for text in ("thylakoids", "stroma", "nucleus", "vacuole")}
    light, cycle, enzyme = (_banked(next(fresh), words, text) for text in ("thylakoids", "stroma", "stroma"))
    body = (
        f"Water rises in the {place(water.id)}, sugar travels in the {place(sugar.id)}. "
        f"The light reactions run in the {place(light.id)}, the Calvin cycle in the {place(cycle.id)}. "
        f"Its enzyme rubisco is found in the {place(enzyme.id)}."
    )
    bank = tuple(Choice(id=id, item_body=text) for text, id in words.items())
    question = RichFillBlankQuestion.new().with_word_bank(bank)
    question = question.with_body(paragraph(body), (water, sugar, light, cycle, enzyme)).with_reused_words(True)
    return item(number, question, 5)


def _dropdown(id: str, texts: Mapping[str, str], *, shuffled: bool) -> Blank:
    """The first of the texts is right."""
    choices = tuple(Choice(id=key, position=n, item_body=text) for n, (text, key) in enumerate(texts.items(), 1))
    algorithm = ScoringAlgorithm.EQUIVALENCE
    return Blank(id, AnswerType.DROPDOWN, algorithm, choices=choices, right=choices[0].id, shuffled=shuffled)


def _banked(id: str, words: Mapping[str, str], text: str) -> Blank:
    return Blank(id, AnswerType.WORDBANK, ScoringAlgorithm.TEXT_EQUIVALENCE, text=text, right=words[text])
