"""A library with a quiz that was changed here and on Canvas, as the last sync left it; Canvas is out of reach since."""

import asyncio
import io
import time
from pathlib import Path
from uuid import uuid4

from PIL import Image

from app.canvas.authentication import PersonalToken
from app.canvas.client import CanvasClient
from app.geometry.box import Box
from app.geometry.region import Region
from app.geometry.shape import Oval
from app.library import linking
from app.library.library import Library
from app.library.row import LinkRow
from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz
from app.sandbox.server import SandboxServer
from app.sync.choice import Selection
from app.sync.ledger import Ledger
from app.sync.run import Seams, Sync
from app.sync.stored import StoredQuiz, at_once

TEXT, CHOICE, SPOT = "text", "choice", "spot"
"""The ids of the three questions."""


def torn_library(folder: Path) -> str:
    """Make it and give the quiz's id. In conflict: title; a text and points; choices; a region and a feedback."""
    with SandboxServer() as server, Library.open(folder) as library:
        quiz = library.create_quiz(NewQuiz(title="Leaves"), (_statement(), _choice(), _hot_spot(library)))
        with library.transaction() as db:
            account = linking.account_for(db, kind="sandbox", origin=server.url, user_id="1", user_name="T")
            link = linking.link_to(db, quiz.id, account.id, server.course_id)
        asyncio.run(_sync(library, server, link))
        _change_here(library, quiz.id)
        _change_there(server, library.links(quiz.id)[0])
        asyncio.run(_sync(library, server, link))
    return quiz.id


def _statement() -> Item:
    text = "<p>Leaves breathe by day.</p>"
    return Item.of(TrueFalseQuestion.new().replaced(item_body=text).with_right(True), id=TEXT)


def _choice() -> Item:
    texts = ("root", "leaf", "bark")
    raw = [
        {"id": f"00000000-0000-4000-8000-{n:012}", "position": n, "item_body": f"<p>{text}</p>"}
        for n, text in enumerate(texts, 1)
    ]
    question = ChoiceQuestion.new().replaced(item_body="<p>Where?</p>", interaction_data={"choices": raw})
    return Item.of(question.with_right(question.choices[1].id), id=CHOICE)


def _hot_spot(library: Library) -> Item:
    out = io.BytesIO()
    Image.new("RGB", (300, 200), "darkgreen").save(out, "PNG")
    reference = library.take_media(out.getvalue(), content_type="image/png", width=300, height=200)
    question = HotSpotQuestion.new().with_picture(reference).with_regions((_region(0.1),))
    return Item.of(question.replaced(item_body="<p>Click the vein.</p>"), id=SPOT)


def _region(left: float) -> Region:
    return Region("1", Oval(Box(left, 0.2, left + 0.3, 0.6)))


def _change_here(library: Library, quiz_id: str) -> None:
    before = library.open_quiz(quiz_id).quiz
    text, choice, spot = before.items
    assert isinstance(choice.entry, ChoiceQuestion)
    assert isinstance(spot.entry, HotSpotQuestion)
    body = "<p>Leaves breathe by day and by <b>night</b>.</p>"
    items = (
        text.with_entry(text.entry.replaced(item_body=body)).with_points(3),
        choice.with_entry(choice.entry.with_right(choice.entry.choices[2].id)),
        spot.with_entry(spot.entry.with_regions((_region(0.5),)).with_feedback("neutral", "<p>Mine</p>")),
    )
    quiz = before.with_items(items).with_fields(before.fields.replaced(title="Leaves and light"))
    library.save(quiz, before=before, what="Edit", problem_counts={})


def _change_there(server: SandboxServer, link: LinkRow) -> None:
    assert link.canvas_id is not None
    course, quiz, core = link.course_id, link.canvas_id, server.core
    core.edit_quiz(course, quiz, {"title": "Leaves and water"})
    text, choice, spot = (str(row["id"]) for row in core.items(course, quiz))
    body = "<p>Leaves respire by day.</p>"
    core.edit_item(course, quiz, text, {"entry": {"item_body": body}, "points_possible": 5})
    choices = core.items(course, quiz)[1]["entry"]["interaction_data"]["choices"]
    renamed = [{**one, "item_body": "<p>stem</p>"} if one["position"] == 1 else one for one in choices]
    core.edit_item(course, quiz, choice, {"entry": {"interaction_data": {"choices": renamed}}})
    there = HotSpotQuestion.new().with_regions((_region(0.3),)).wire()["scoring_data"]
    theirs = {"scoring_data": there, "feedback": {"neutral": "<p>Theirs</p>"}}
    core.edit_item(course, quiz, spot, {"entry": theirs})


async def _sync(library: Library, server: SandboxServer, link: LinkRow) -> None:
    async with CanvasClient(server.url, PersonalToken(server.token)) as client:
        ledger = Ledger(library, link, StoredQuiz(library, link.quiz_id), at_once, grace=1.0)
        seams = Seams(time.time, asyncio.sleep, lambda: str(uuid4()))
        await Sync(client, ledger, seams, Selection(), lambda _: None).run()
