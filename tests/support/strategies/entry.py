"""What all questions have in common, around the answers of each type."""

from collections.abc import Mapping
from typing import Any, TypeVar

from hypothesis import strategies as st

from app.models.question import CalculatorType, Question
from tests.support.strategies.words import html, words

Wire = Mapping[str, Any]
Q = TypeVar("Q", bound=Question)

_HEAD: dict[str, st.SearchStrategy[Any]] = {
    "title": words,
    "calculator_type": st.sampled_from([kind.value for kind in CalculatorType]),
    "feedback": st.fixed_dictionaries({}, optional={"neutral": html, "correct": html, "incorrect": html}),
}


def whole(kind: type[Q], answers: st.SearchStrategy[Wire]) -> st.SearchStrategy[Q]:
    """Questions with these answers (which may bring a stem of their own) and any title, calculator and feedback."""
    slug = {"interaction_type_slug": kind.slug}
    head = st.fixed_dictionaries({"item_body": html}, optional=_HEAD)
    return st.builds(lambda head, answers: kind.model_validate({**slug, **head, **answers}), head, answers)


def thinned(raw: Wire) -> st.SearchStrategy[dict[str, Any]]:
    """The same question as a draft: fields and parts of its answers are missing, null or empty."""
    parts = ("interaction_data", "properties", "scoring_data")
    return st.fixed_dictionaries(
        {key: _thinned_part(raw[key]) if key in parts else st.just(raw[key]) for key in _kept(raw)},
        optional={key: st.one_of(st.none(), st.just(raw[key])) for key in raw if key not in _kept(raw)},
    )


def _thinned_part(part: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401  (the wire)
    """One part of the answers with some of its keys."""
    if not isinstance(part, dict):
        return st.just(part)
    fields = {key: st.one_of(st.none(), st.just(value)) for key, value in part.items()}
    return st.one_of(st.none(), st.fixed_dictionaries({}, optional=fields))


def _kept(raw: Wire) -> tuple[str, ...]:
    kept = ("interaction_type_slug", "interaction_data", "properties", "scoring_data")
    return tuple(key for key in kept if key in raw)
