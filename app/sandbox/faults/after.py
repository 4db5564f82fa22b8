"""What becomes of an answer when everything was done."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from app.sandbox.exchange import Answer, Delivery
from app.sandbox.refusal import crashed


def _delivered(delivery: Delivery) -> Callable[[Answer, Random], Answer]:
    return lambda answer, _: replace(answer, delivery=delivery)


def _not_json(_: Answer, __: Random) -> Answer:
    return Answer(200, text='{"id": 12, "title": <<<<<<< HEAD')


AFTER: dict[str, Callable[[Answer, Random], Answer]] = {
    "error-after-commit": lambda _, luck: crashed(luck.choice((500, 502, 504))).answer,
    "reset-after-commit": _delivered(Delivery.RESET),
    "timeout-after-commit": _delivered(Delivery.SILENCE),
    "truncated-body": _delivered(Delivery.TRUNCATED),
    "slow-drip": _delivered(Delivery.DRIP),
    "not-json": _not_json,
    "file-confirm-lost": _delivered(Delivery.RESET),
    "refresh-answer-lost": _delivered(Delivery.RESET),
}
