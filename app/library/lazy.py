"""The parts of the library that need the models: loaded when a quiz is first opened, not for the list."""

from importlib import import_module
from types import ModuleType


def opening() -> ModuleType:
    """Reading quizzes."""
    return import_module("app.library.opening")


def saving() -> ModuleType:
    """Writing quizzes."""
    return import_module("app.library.saving")


def quiz_models() -> ModuleType:
    """The model of a quiz."""
    return import_module("app.models.quiz")
