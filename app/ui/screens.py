"""What is loaded when it is first shown: the window's first paint does not wait for it (decisions 28)."""

from importlib import import_module
from typing import Any, Final

SCREENS: Final = {
    "quiz": ("app.ui.quiz.quiz_screen", "QuizScreen"),
    "my_questions": ("app.ui.my_questions.my_questions_pane", "MyQuestionsPane"),
    "selection": ("app.ui.quiz.selection_pane", "SelectionPane"),
    "settings": ("app.ui.settings.settings_screen", "SettingsScreen"),
    "preview": ("app.ui.preview.preview_screen", "PreviewScreen"),
    "try": ("app.ui.preview.try_pane", "TryPane"),
    "history": ("app.ui.history.history_screen", "HistoryScreen"),
    "first_start": ("app.ui.library.first_start", "FirstStart"),
    "filters": ("app.ui.search.filter_bar", "FilterBar"),
    "filters_words": ("app.ui.search.sought_words", "filters_words"),
    "found": ("app.ui.search.hit_list", "FoundPage"),
    "send": ("app.ui.quiz.send_commands", "SendCommands"),
    "templates": ("app.ui.templates.template_commands", "TemplateCommands"),
    "picker": ("app.ui.dialogs.picker", "Picker"),
    "entry": ("app.ui.dialogs.picker", "Entry"),
    "import": ("app.ui.importing.import_commands", "ImportCommands"),
    "importable": ("app.ui.importing.importable", "importable"),
    "export": ("app.ui.exporting.export_commands", "ExportCommands"),
    "print": ("app.ui.paper.print_commands", "PrintCommands"),
    "printer": ("app.ui.paper.printer", "new_printer"),
    "printer_dialog": ("app.ui.paper.printer", "printer_dialog"),
    "keys": ("app.ui.dialogs.keys_dialog", "KeysDialog"),
    "about": ("app.ui.dialogs.about_dialog", "AboutDialog"),
    "preferences": ("app.ui.dialogs.preferences_dialog", "PreferencesDialog"),
    "ask_close": ("app.ui.dialogs.asked", "ask_close_unsaved"),
    "unit_name": ("app.sync.unit_words", "unit_name"),
    "converted": ("app.models.conversion", "converted"),
    "with_calculator": ("app.models.several", "with_calculator"),
    "with_feedback": ("app.models.several", "with_feedback"),
    "with_shuffle": ("app.models.shuffle", "with_shuffle"),
    "guessing_said": ("app.checks.guessing", "guessing_said"),
    "settings_of": ("app.grading.sitting", "settings_of"),
    "types": ("app.ui.editors.type_menu", "fill"),
    "moving": ("app.ui.moving.move_commands", "MoveCommands"),
    "forget_results": ("app.ui.results.forgetting", "ask_forget"),
    "canvas": ("app.ui.canvas_commands", "CanvasCommands"),
}
"""A short name → module and class."""


def screen(name: str) -> Any:  # noqa: ANN401 - a class, which only its user can know
    """The class of that name. Raises KeyError."""
    module, member = SCREENS[name]
    return getattr(import_module(module), member)
