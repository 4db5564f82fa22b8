"""The scenes of the gallery, as one table in the order in which they are played."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import account_scene
import editor_scene
import import_scene
import library_scene
import moving_scene
import paper_scene
import preview_scene
import quiz_scene
import rich_scene
import several_scene
import spot_scene
import template_scene
import transfer_scene
from another_course_scene import use_in_another_course
from course_scene import Course
from cut_off_scene import CutOff
from editor_exhibit import NAMES
from many_scene import ManyQuizzes
from results_scene import Results
from school import School
from stage import Stage
from sync_scene import Practice, not_connected
from warning_scene import Warnings

from app.models.table import CREATABLE

Play = Callable[[Stage], Awaitable[None]]


@dataclass(frozen=True)
class Scene:
    """A name, which is the file's, and what brings the window there.

    A `close` one is also drawn with large text and on a dense screen; one that `floats` is played anew for every size.
    """

    name: str
    play: Play
    close: bool = False
    floats: bool = False


def _dialog(command: str) -> Play:
    async def play(stage: Stage) -> None:
        stage.window.show_home()
        stage.window.commands[command].trigger()

    return play


FIRST = (
    Scene("first-start", library_scene.first_start, close=True),
    Scene("sync-not-connected", not_connected),
    Scene("dialog-accounts-none", account_scene.no_accounts),
)
"""Scenes of a library without anything."""

LIBRARY = (
    Scene("library", library_scene.library, close=True),
    Scene("library-course", library_scene.course),
    Scene("library-course-empty", library_scene.empty_course),
    Scene("library-deleted", library_scene.recently_deleted),
    Scene("library-search", library_scene.search, close=True),
    Scene("library-filtered", library_scene.filtered, close=True),
    Scene("library-filter-types", library_scene.types_menu, floats=True),
    Scene("library-filter-points", library_scene.points_range, floats=True),
    Scene("library-search-nothing", library_scene.nothing_found),
    Scene("notice-bar", library_scene.deleted_notice),
    Scene("notice-new-version", library_scene.new_version),
)

QUIZ = (
    Scene("quiz-choice", quiz_scene.choice, close=True),
    Scene("quiz-choice-unfolded", quiz_scene.choice_unfolded, close=True),
    Scene("quiz-choice-end", quiz_scene.choice_end),
    Scene("quiz-true-false", quiz_scene.true_false),
    Scene("quiz-hot-spot", spot_scene.oval, close=True),
    Scene("quiz-hot-spot-polygon", spot_scene.polygon),
    Scene("quiz-hot-spot-each", spot_scene.each_region),
    Scene("quiz-hot-spot-several", spot_scene.several),
    Scene("quiz-hot-spot-wand", spot_scene.wand),
    Scene("quiz-hot-spot-crossing", spot_scene.crossing),
    Scene("quiz-hot-spot-full", spot_scene.full),
    Scene("quiz-hot-spot-covers", spot_scene.covers),
    Scene("quiz-hot-spot-crop", spot_scene.crop),
    Scene("quiz-hot-spot-replaced", spot_scene.replaced),
    Scene("quiz-hot-spot-heavy", spot_scene.heavy),
    Scene("quiz-hot-spot-keys", spot_scene.keys, close=True, floats=True),
    Scene("quiz-hot-spot-empty", spot_scene.empty),
    Scene("quiz-problems", quiz_scene.problems),
    Scene("quiz-several", several_scene.alike),
    Scene("quiz-several-mixed", several_scene.mixed, close=True),
    Scene("quiz-several-feedback", several_scene.feedback, close=True),
    Scene("my-questions", several_scene.my_questions, close=True),
    Scene("my-questions-hot-spot", several_scene.my_questions_hot_spot),
    Scene("my-questions-empty", several_scene.my_questions_empty),
    Scene("my-questions-nothing", several_scene.my_questions_nothing),
    Scene("quiz-add-question", quiz_scene.add_question, close=True, floats=True),
    Scene("quiz-empty", quiz_scene.empty_quiz),
)

EDITORS = (
    *(Scene(f"editor-{name}", editor_scene.shown(name), close=name == "fill-in-the-blank") for name in NAMES),
    Scene("editor-fill-in-the-blank-end", editor_scene.shown("fill-in-the-blank", end=True)),
    *(Scene(f"editor-{name}-problems", editor_scene.shown(name, troubled=True)) for name in NAMES),
    *(Scene(f"editor-{slug}-empty", editor_scene.empty(slug)) for slug in CREATABLE),
    Scene("quiz-settings", editor_scene.settings, close=True),
    Scene("quiz-settings-problems", editor_scene.settings_problems),
    Scene("quiz-history", editor_scene.history, close=True),
)
"""Every editor of a type that `QUIZ` does not have, and the other parts of a quiz."""

PREVIEW = (
    Scene("preview-start", preview_scene.start, close=True),
    Scene("preview-guessed", preview_scene.guessed),
    Scene("preview-taking", preview_scene.taking, close=True),
    Scene("preview-one-at-a-time", preview_scene.one_at_a_time, close=True),
    Scene("preview-result", preview_scene.result, close=True),
    Scene("preview-result-explained", preview_scene.result_explained),
    Scene("preview-compared", preview_scene.compared, close=True),
    Scene("preview-result-restricted", preview_scene.result_restricted, close=True),
    *(Scene(f"try-{name}", preview_scene.answered(name)) for name in NAMES),
    *(Scene(f"try-{name}-marked", preview_scene.marked(name)) for name in NAMES),
    Scene("try-hot-spot", preview_scene.tried, close=True),
    Scene("try-hot-spot-marked", preview_scene.tried_and_marked, close=True),
)
"""A quiz as students take it; single questions of every type that is not among its first ones."""

RICH_TEXT = (
    Scene("rich-text", rich_scene.text, close=True),
    Scene("rich-text-answer", rich_scene.answer),
    Scene("rich-text-link", rich_scene.link),
    Scene("rich-text-table", rich_scene.table),
    Scene("rich-text-equation", rich_scene.equation),
    Scene("rich-text-source", rich_scene.source),
    Scene("rich-text-picture", rich_scene.picture, close=True),
)

FILES = (
    Scene("import-review", import_scene.review, close=True),
    Scene("import-refused", import_scene.refused),
    Scene("import-known", import_scene.known),
    Scene("import-several", import_scene.several, close=True),
    Scene("import-nothing", import_scene.nothing),
    Scene("import-hot-spot", import_scene.hot_spot),
    Scene("import-columns", import_scene.columns, close=True, floats=True),
    Scene("import-merged", import_scene.merged, close=True),
    Scene("export-losses", import_scene.losses, close=True),
    Scene("export-classic", import_scene.losses_of_classic),
    Scene("print", paper_scene.exam, close=True),
    Scene("print-large", paper_scene.large),
    Scene("print-again", paper_scene.again),
)
"""Files on their way in and out."""

DIALOGS = (
    Scene("dialog-connect", account_scene.ways, close=True),
    Scene("dialog-connect-browser", account_scene.browser, close=True),
    Scene("dialog-connect-browser-waiting", account_scene.browser_waiting, close=True),
    Scene("dialog-connect-browser-refused", account_scene.browser_refused),
    Scene("dialog-connect-school", account_scene.school, close=True),
    Scene("dialog-connect-token", account_scene.token, close=True),
    Scene("dialog-connect-token-refused", account_scene.token_refused),
    Scene("dialog-connect-file", account_scene.file, close=True),
    Scene("dialog-accounts", account_scene.accounts, close=True),
    Scene("library-token-ends", account_scene.token_ends, close=True),
    Scene("dialog-keys", _dialog("keys")),
    Scene("dialog-preferences", _dialog("preferences"), close=True),
    Scene("moving-out", moving_scene.move, close=True),
    Scene("moving-in", moving_scene.arrive, close=True),
    Scene("moving-refused", moving_scene.refused),
    Scene("moving-read-only", moving_scene.handed_over, close=True),
    Scene("moving-back", moving_scene.taken_back, close=True),
    Scene("dialog-about", _dialog("about")),
    Scene("dialog-go-to-quiz", _dialog("go_to_quiz")),
    Scene("dialog-move-to", transfer_scene.move_to),
    Scene("dialog-template-save", template_scene.save, close=True),
    Scene("dialog-template-apply", template_scene.apply, close=True),
    Scene("dialog-templates", template_scene.manage, close=True),
    Scene("dialog-commands", _dialog("commands")),
)


def sync_scenes(practice: Practice) -> tuple[Scene, ...]:
    """One sync after the other, and what came of it."""
    school = School(practice)
    warnings, cut_off = Warnings(school), CutOff(school)
    many, course, results = ManyQuizzes(practice), Course(practice), Results(practice)
    return (
        Scene("sync-choose-course", practice.choose_course, close=True),
        Scene("sync-first-plan", practice.first_plan),
        Scene("sync-running", practice.running),
        Scene("sync-stopped", practice.stopped),
        Scene("sync-result", practice.result, close=True),
        Scene("sync-nothing", practice.nothing),
        Scene("publish", practice.publish, close=True),
        Scene("sync-plan", practice.plan, close=True),
        Scene("sync-conflict", practice.conflict, close=True),
        Scene("conflict-answers", practice.compare, close=True),
        Scene("conflict-regions", practice.regions, close=True),
        Scene("conflict-decided", practice.decided),
        Scene("conflict-in-question", practice.undecided),
        Scene("sync-many-plan", many.plan, close=True),
        Scene("sync-many-running", many.running),
        Scene("sync-many-result", many.result, close=True),
        Scene("results-table", results.table, close=True),
        Scene("results-preview", results.preview, close=True),
        Scene("results-marking", results.marking, close=True),
        Scene("results-analysis", results.analysis, close=True),
        Scene("results-report", results.report, close=True),
        Scene("results-tab", results.tab, close=True),
        Scene("results-students", results.students, close=True),
        Scene("use-in-another-course", use_in_another_course, close=True),
        Scene("sync-two-courses", practice.two_courses, floats=True),
        Scene("course-only-there", course.only_there, close=True),
        Scene("course-bringing", course.bringing),
        Scene("course-kept", course.kept, close=True),
        Scene("course-copies", course.copies),
        Scene("sync-warning-published", warnings.published, close=True),
        Scene("sync-warning-handed-in", warnings.handed_in, close=True),
        Scene("sync-warning-deletions", warnings.deletions, close=True),
        Scene("sync-warning-replaced", warnings.replaced),
        Scene("sync-warning-replaced-result", warnings.replaced_result),
        Scene("sync-warning-replaced-again", warnings.replaced_again),
        Scene("sync-warning-only-there", warnings.only_there),
        Scene("sync-warning-elsewhere", warnings.elsewhere, close=True),
        Scene("publish-which-course", warnings.which_course, close=True),
        Scene("sync-warning-many", warnings.many, close=True),
        Scene("sync-cut-off-kept-beside", cut_off.kept_beside, close=True),
        Scene("sync-cut-off-login-page", cut_off.by("login-page")),
        Scene("sync-cut-off-maintenance", cut_off.by("maintenance")),
        Scene("sync-cut-off-token", cut_off.by("session-deadline"), close=True),
        Scene("sync-signed-out", practice.signed_out, close=True),
        Scene("sync-left", practice.left, close=True),
        Scene("sync-trouble", practice.trouble, close=True),
    )


READ_ONLY = tuple(
    Scene(f"quiz-read-only-{name}", quiz_scene.read_only(number))
    for name, number in (("stimulus", 1), ("bank-entry", 5), ("bank", 8))
)
"""Rows that are shown and not edited, of the quiz that the sandbox has."""
