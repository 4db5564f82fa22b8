"""What each kind of item is called, and what it is for: the same words in lists, headers and menus."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.ui.icons import TYPE_ICONS


@dataclass(frozen=True, slots=True)
class Kind:
    """Icon name, name and one line of what it is for, in the person's language."""

    icon: str
    name: str
    purpose: str


MY_QUESTIONS = "my-questions"
"""No kind of item, but offered beside them where a question is added."""

_CONTEXT = "Kind"
_WORDS: dict[str, tuple[object, object]] = {
    "choice": (
        QT_TRANSLATE_NOOP("Kind", "Multiple choice"),
        QT_TRANSLATE_NOOP("Kind", "One right answer among several"),
    ),
    "multi-answer": (
        QT_TRANSLATE_NOOP("Kind", "Multiple answers"),
        QT_TRANSLATE_NOOP("Kind", "Several right answers to tick"),
    ),
    "true-false": (
        QT_TRANSLATE_NOOP("Kind", "True or false"),
        QT_TRANSLATE_NOOP("Kind", "A statement to judge"),
    ),
    "matching": (
        QT_TRANSLATE_NOOP("Kind", "Matching"),
        QT_TRANSLATE_NOOP("Kind", "Pairs to put together, text only"),
    ),
    "categorization": (
        QT_TRANSLATE_NOOP("Kind", "Categories"),
        QT_TRANSLATE_NOOP("Kind", "Answers to sort into categories, text only"),
    ),
    "ordering": (
        QT_TRANSLATE_NOOP("Kind", "Ordering"),
        QT_TRANSLATE_NOOP("Kind", "Answers to put in order"),
    ),
    "rich-fill-blank": (
        QT_TRANSLATE_NOOP("Kind", "Fill in the blank"),
        QT_TRANSLATE_NOOP("Kind", "Words that are missing in a sentence, text only"),
    ),
    "fill-blank": (
        QT_TRANSLATE_NOOP("Kind", "Fill in the blank (old)"),
        QT_TRANSLATE_NOOP("Kind", "Canvas no longer makes these"),
    ),
    "numeric": (
        QT_TRANSLATE_NOOP("Kind", "Numeric"),
        QT_TRANSLATE_NOOP("Kind", "A number, exact, in a range or with a margin"),
    ),
    "formula": (
        QT_TRANSLATE_NOOP("Kind", "Formula"),
        QT_TRANSLATE_NOOP("Kind", "A number worked out from values that differ for each student"),
    ),
    "essay": (
        QT_TRANSLATE_NOOP("Kind", "Essay"),
        QT_TRANSLATE_NOOP("Kind", "A longer text, graded by you"),
    ),
    "file-upload": (
        QT_TRANSLATE_NOOP("Kind", "File upload"),
        QT_TRANSLATE_NOOP("Kind", "Files that students hand in, graded by you"),
    ),
    "hot-spot": (
        QT_TRANSLATE_NOOP("Kind", "Hot spot"),
        QT_TRANSLATE_NOOP("Kind", "The right place to click in a picture"),
    ),
    "Stimulus": (
        QT_TRANSLATE_NOOP("Kind", "Stimulus"),
        QT_TRANSLATE_NOOP("Kind", "A text or picture that several questions share"),
    ),
    "BankEntry": (
        QT_TRANSLATE_NOOP("Kind", "Question from an item bank"),
        QT_TRANSLATE_NOOP("Kind", "Kept in an item bank on Canvas"),
    ),
    "Bank": (
        QT_TRANSLATE_NOOP("Kind", "Item bank"),
        QT_TRANSLATE_NOOP("Kind", "Questions drawn from an item bank on Canvas"),
    ),
    MY_QUESTIONS: (
        QT_TRANSLATE_NOOP("Kind", "From my questions…"),
        QT_TRANSLATE_NOOP("Kind", "Copies out of any quiz on this computer"),
    ),
}
_ICON_KEYS = {"Stimulus": "stimulus", "BankEntry": "bank-entry", "Bank": "bank", "fill-blank": "rich-fill-blank"}
_UNKNOWN: tuple[object, object] = (
    QT_TRANSLATE_NOOP("Kind", "Unknown kind"),
    QT_TRANSLATE_NOOP("Kind", "Kept as it came"),
)


def kind_of(type_name: str) -> Kind:
    """The kind of an interaction type slug, or of an entry type that is no question."""
    name, purpose = _WORDS.get(type_name, _UNKNOWN)
    plain = "copy" if type_name == MY_QUESTIONS else "circle-question-mark"
    icon = TYPE_ICONS.get(_ICON_KEYS.get(type_name, type_name), plain)
    return Kind(
        icon, QCoreApplication.translate(_CONTEXT, str(name)), QCoreApplication.translate(_CONTEXT, str(purpose))
    )
