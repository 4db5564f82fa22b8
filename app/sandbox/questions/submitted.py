"""A question as it was sent, in the parts that the checks of each type look at."""

from dataclasses import dataclass

from app.sandbox.exchange import JsonObject
from app.sandbox.schema import Field


@dataclass(frozen=True, slots=True)
class Submitted:
    """The three blocks, the algorithm and the stem of a question."""

    interaction: Field
    scoring: Field
    properties: Field
    algorithm: str
    body: str

    @classmethod
    def of(cls, entry: JsonObject) -> "Submitted":
        return cls(
            interaction=Field(entry.get("interaction_data"), "interaction_data"),
            scoring=Field(entry.get("scoring_data"), "scoring_data"),
            properties=Field(entry.get("properties") or {}, "properties"),
            algorithm=str(entry.get("scoring_algorithm")),
            body=str(entry.get("item_body") or ""),
        )
