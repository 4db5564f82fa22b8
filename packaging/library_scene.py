"""The library with something in it: its list, its search, its courses, what it tells."""

from stage import Stage, until

from app.library.sought import Sought
from app.ui.library.place import DELETED
from app.ui.update_news import UpdateNews
from app.updates.feed import Release


async def first_start(stage: Stage) -> None:
    stage.window.library.enter()


async def library(stage: Stage) -> None:
    stage.window.show_home()
    stage.window.library.table.select(stage.id_of("Cell biology, week 3"))


async def search(stage: Stage) -> None:
    stage.window.show_home()
    search = stage.window.library.search
    stage.window.library.bar.search.setText("blood heart")
    await until(lambda: search.found.isVisible() and not search.is_waiting, "what was found")


async def filtered(stage: Stage) -> None:
    search = stage.window.library.search
    stage.window.library.bar.search.clear()
    search.open_filters()
    search.filters.set_filters(Sought(types=frozenset({"choice"}), points_from=2, tags=frozenset({"easy"})))
    await until(lambda: search.found.isVisible() and not search.is_waiting, "filtered questions")


async def types_menu(stage: Stage) -> None:
    button = stage.window.library.search.filters.types
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))


async def points_range(stage: Stage) -> None:
    stage.window.library.search.filters.points.click()


async def nothing_found(stage: Stage) -> None:
    search = stage.window.library.search
    stage.window.library.bar.search.setText("xylem")
    await until(lambda: search.nothing.isVisible() and not search.is_waiting, "that nothing was found")


async def course(stage: Stage) -> None:
    stage.window.library.search.end()
    places = stage.window.library.places
    row = next(row for row in range(places.count()) if places.item(row).text().startswith("BIO"))
    places.setCurrentRow(row)


async def empty_course(stage: Stage) -> None:
    places = stage.window.library.places
    row = next(row for row in range(places.count()) if places.item(row).text().startswith("BOT"))
    places.setCurrentRow(row)


async def recently_deleted(stage: Stage) -> None:
    stage.window.library.places.open(DELETED)


async def new_version(stage: Stage) -> None:
    """What a released copy says once a day, where there is a newer one."""
    stage.window.show_home()
    stage.window.notice_bar.clear()
    UpdateNews(stage.notices, stage.window.notice_bar).show_release(Release("2.0.1", "https://localhost", 1))


async def deleted_notice(stage: Stage) -> None:
    stage.window.library.places.setCurrentRow(0)
    quiz_id = stage.id_of("Midterm 2025")
    stage.window.library.select(quiz_id)
    stage.window.commands["delete_quiz"].trigger()
    await until(lambda: all(row.id != quiz_id for row in stage.workspace.rows()), "a deleted quiz")
