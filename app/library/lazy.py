"""The parts of the library that the list of quizzes does not need: models, hashes and pictures come when asked for."""

from importlib import import_module
from types import ModuleType


def opening() -> ModuleType:
    """Reading quizzes."""
    return import_module("app.library.opening")


def saving() -> ModuleType:
    """Writing quizzes."""
    return import_module("app.library.saving")


def searching() -> ModuleType:
    """Finding questions by words and filters."""
    return import_module("app.library.search")


def sameness() -> ModuleType:
    """Finding the same question in several quizzes."""
    return import_module("app.library.sameness")


def tagging() -> ModuleType:
    """Tags of questions and quizzes."""
    return import_module("app.library.tagging")


def quiz_models() -> ModuleType:
    """The model of a quiz."""
    return import_module("app.models.quiz")


def contents() -> ModuleType:
    """What is kept under its hash."""
    return import_module("app.library.content")


def media() -> ModuleType:
    """Pictures."""
    return import_module("app.library.media")


def moved_file() -> ModuleType:
    """Libraries that go from one computer to another."""
    return import_module("app.library.moved_file")
