"""The quiz is taken as its settings say, and its result is what they let students see."""

from collections.abc import Callable

import pytest
from editor_exhibit import finished_items
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.numeric import NumericQuestion
from app.ui.fields.rich_text.page_text import PageText
from app.ui.preview.choice import ChoiceView
from app.ui.preview.guesses import Guessed
from app.ui.preview.marked_card import MarkedCard
from app.ui.preview.preview_screen import PreviewScreen
from tests.support.clock import Clock
from tests.support.quiz import choice, stimulus, three_items

Play = Callable[..., PreviewScreen]
ONE_BY_ONE = {"one_at_a_time_type": "question"}
RESTRICTED = {"result_view_restricted": True}


def answer(preview: PreviewScreen, item_id: str, key: str) -> None:
    view = preview.taking.card(item_id).view
    assert isinstance(view, ChoiceView)
    view.options.marks[key].click()


def words(preview: PreviewScreen, item_id: str) -> str:
    """All that is told of a question in the result."""
    verdict = preview.result.verdict(item_id)
    texts = [label.text() for label in verdict.findChildren(QLabel)]
    return "\n".join((*texts, *(view.toPlainText() for view in verdict.findChildren(PageText))))


def result_with(play: Play, **view: object) -> PreviewScreen:
    feedback = choice("Which is green?", "leaf", "bark").with_feedback("incorrect", "<p>Look up.</p>")
    preview = play(Item.of(feedback, id="a"), settings={"result_view_settings": {**RESTRICTED, **view}})
    preview.begin()
    answer(preview, "a", "c2")
    preview.taking.submit.click()
    return preview


def test_all_questions_are_on_a_page_and_the_result_adds_them_up(play: Play) -> None:
    preview = play(*three_items())
    preview.start.begin.click()
    assert list(preview.taking.column.cards) == ["a", "b", "c"]
    answer(preview, "a", "c1")
    answer(preview, "c", "c2")
    assert preview.taking.answered.text() == "2 of 3 questions answered"
    preview.taking.submit.click()
    assert preview.currentWidget() is preview.result
    assert preview.result.total.text() == "1 of 4 points · 25 %"
    assert preview.result.verdict("a").mark.text() == "Right · 1 of 1 point"
    assert preview.result.verdict("c").mark.text() == "Wrong · 0 of 1 point"


def test_the_reasons_are_for_the_teacher_alone(play: Play) -> None:
    preview = play(*three_items())
    preview.begin()
    preview.taking.submit.click()
    assert "Why" not in words(preview, "a")
    preview.result.everything.click()
    assert "What is not answered earns nothing." in words(preview, "a")


def test_beside_the_reasons_one_goes_to_the_question(play: Play, qtbot: QtBot) -> None:
    preview = play(*three_items())
    preview.begin()
    preview.taking.submit.click()
    preview.result.everything.click()
    card = preview.result.column.cards["b"]
    assert isinstance(card, MarkedCard)
    with qtbot.waitSignal(preview.question_wanted) as wanted:
        card.edit.click()
    assert wanted.args == ["b"]


def test_an_assumption_is_called_indicative(play: Play) -> None:
    preview = play(*finished_items())
    preview.start.box.right.click()
    preview.result.everything.click()
    preview.result.column.finish()
    blanks = finished_numbers(preview)["rich-fill-blank"]
    assert "Indicative" in words(preview, blanks)


def finished_numbers(preview: PreviewScreen) -> dict[str, str]:
    cards = preview.result.column.cards
    return {card.item.summary.type: key for key, card in cards.items() if isinstance(card, MarkedCard)}


def test_one_question_at_a_time_with_going_back(play: Play) -> None:
    preview = play(*three_items(), settings={**ONE_BY_ONE, "allow_backtracking": True})
    preview.begin()
    taking = preview.taking
    assert list(taking.column.cards) == ["a"]
    answer(preview, "a", "c1")
    taking.next.click()
    assert list(taking.column.cards) == ["b"]
    taking.back.click()
    view = taking.card("a").view
    assert view is not None
    assert view.response == "c1"
    assert taking.submit.isEnabled()


def test_one_question_at_a_time_without_going_back(play: Play) -> None:
    preview = play(*three_items(), settings=ONE_BY_ONE)
    preview.begin()
    taking = preview.taking
    assert not taking.back.isVisible()
    assert not taking.submit.isEnabled()
    taking.next.click()
    taking.next.click()
    assert list(taking.column.cards) == ["c"]
    assert not taking.next.isEnabled()
    assert taking.submit.isEnabled()


def test_what_is_answered_by_keys_stays_when_the_next_question_comes(play: Play) -> None:
    preview = play(*three_items(), settings=ONE_BY_ONE)
    preview.begin()
    QTest.keyClick(QApplication.focusWidget() or preview, Qt.Key.Key_Space)
    assert preview.taking.responses == {"a": "c1"}
    preview.taking.next.click()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert preview.taking.card("b").isAncestorOf(focus)


def test_the_questions_stand_in_another_order_for_another_student(play: Play) -> None:
    orders = set()
    for seed in range(8):
        preview = play(*three_items(), settings={"shuffle_questions": True}, seed=seed)
        preview.begin()
        orders.add(tuple(preview.taking.column.cards))
    assert len(orders) > 2


def test_the_quiz_shuffles_answers_but_for_those_that_are_locked(play: Play) -> None:
    question = choice("Which?", "a", "b", "c", "all of these")
    locked = question.with_shuffle(question.shuffle.with_locked((3,)))
    orders = set()
    for seed in range(8):
        preview = play(Item.of(locked, id="a"), settings={"shuffle_answers": True}, seed=seed)
        preview.begin()
        view = preview.taking.card("a").view
        assert isinstance(view, ChoiceView)
        orders.add(tuple(view.options.marks))
    assert len(orders) > 1
    assert {order[-1] for order in orders} == {"c4"}


def test_when_the_time_is_over_it_is_handed_in(play: Play, clock: Clock) -> None:
    preview = play(*three_items(), settings={"has_time_limit": True, "session_time_limit_in_seconds": 300})
    preview.begin()
    assert preview.taking.countdown.left.text() == "5:00 left"
    answer(preview, "a", "c1")
    clock.seconds += 240
    preview.taking.countdown.tick()
    assert preview.taking.countdown.left.text() == "1:00 left"
    clock.seconds += 61
    preview.taking.countdown.tick()
    assert preview.currentWidget() is preview.result
    assert "time was over" in preview.result.note.text()
    assert preview.result.total.text().startswith("1 of 4")


def test_students_see_everything_where_nothing_is_restricted(play: Play) -> None:
    preview = play(Item.of(choice("Which?", "leaf", "bark").with_feedback("incorrect", "<p>Look up.</p>"), id="a"))
    preview.begin()
    answer(preview, "a", "c2")
    preview.taking.submit.click()
    said = words(preview, "a")
    assert "Look up." in said
    assert "leaf" in said


def test_points_alone(play: Play) -> None:
    preview = result_with(play, display_points_awarded=True, display_points_possible=False)
    assert preview.result.total.text() == "0 points"
    assert not preview.result.column.cards
    assert preview.result.seen.text().startswith("Students see: the points they got. They do not see: ")


def test_nothing_at_all_but_for_the_teacher(play: Play) -> None:
    preview = result_with(play)
    assert preview.result.total.text() == "Students see no points."
    assert not preview.result.column.cards
    preview.result.everything.click()
    assert preview.result.total.text() == "0 of 1 point · 0 %"
    assert "Look up." in words(preview, "a")


@pytest.mark.parametrize(
    ("view", "seen", "hidden"),
    [
        ({"display_items": True}, [], ["Wrong", "leaf", "Look up."]),
        ({"display_items": True, "display_item_feedback": True}, [], ["Wrong", "leaf", "Look up."]),
        (
            {
                "display_items": True,
                "display_item_response": True,
                "display_item_response_correctness": True,
                "display_item_feedback": True,
            },
            ["Wrong", "Look up."],
            ["leaf"],
        ),
        (
            {
                "display_items": True,
                "display_item_response": True,
                "display_item_response_correctness": True,
                "display_item_correct_answer": True,
            },
            ["Wrong", "leaf"],
            ["Look up."],
        ),
    ],
)
def test_each_part_is_shown_only_where_it_is_set(
    play: Play, view: dict[str, bool], seen: list[str], hidden: list[str]
) -> None:
    preview = result_with(play, **view)
    said = words(preview, "a")
    assert all(one in said for one in seen)
    assert not any(one in said for one in hidden)


def test_a_response_that_is_not_shown_is_not_marked_in_its_place(play: Play) -> None:
    preview = result_with(play, display_items=True)
    card = preview.result.column.cards["a"]
    assert isinstance(card, MarkedCard)
    assert card.view is not None
    assert card.view.response is None


def test_what_is_shown_after_the_last_attempt_only(play: Play) -> None:
    attempts = {"multiple_attempts_enabled": True, "attempt_limit": True, "max_attempts": 2, "score_to_keep": "average"}
    view = {
        **RESTRICTED,
        "display_points_awarded": True,
        "display_items": True,
        "display_item_response": True,
        "display_item_response_qualifier": "after_last_attempt",
    }
    preview = play(*three_items(), settings={"multiple_attempts": attempts, "result_view_settings": view})
    for key, shown in (("c1", False), ("c2", True)):
        preview.begin()
        answer(preview, "a", key)
        preview.taking.submit.click()
        card = preview.result.column.cards["a"]
        assert isinstance(card, MarkedCard)
        assert card.view is not None
        assert (card.view.response is not None) is shown
    assert preview.result.note.text() == "Attempt 2 of 2. What counts of all: 0.5 points."
    preview.begin()
    preview.taking.submit.click()
    assert "no attempt left" in preview.result.note.text()


def test_all_right_and_all_wrong(play: Play) -> None:
    preview = play(*finished_items())
    for button, share in ((preview.start.box.right, 16), (preview.start.box.wrong, 0)):
        preview.show_start()
        button.click()
        assert preview.result.total.text().startswith(f"{share} of 20 points")
        assert "2 questions wait for a person" in preview.result.note.text()


def test_guessing_tells_what_it_earns_and_leads_to_what_nobody_gets_right(play: Play, qtbot: QtBot) -> None:
    keyless = Item.of(NumericQuestion.new().replaced(item_body="<p>How many?</p>"), id="k")
    preview = play(*three_items(), keyless)
    box = preview.start.box
    with qtbot.waitSignal(box.guesses.ended, timeout=60_000):
        box.guess.click()
        assert box.guess.text() == "Stop guessing"
    assert "of 5 points on average" in box.outcome.text()
    [link] = box.links
    with qtbot.waitSignal(preview.question_wanted) as wanted:
        link.click()
    assert wanted.args == ["k"]


def test_a_seed_guesses_the_same_and_what_is_stopped_tells_nothing_more(play: Play, qtbot: QtBot) -> None:
    preview, found = play(*three_items()), list[Guessed]()
    box = preview.start.box
    box.guesses.ended.connect(found.append)
    for _ in range(2):
        box.guesses.begin(three_items(), 7)
        box.guesses.cancel()
        with qtbot.waitSignal(box.guesses.ended, timeout=60_000):
            box.guesses.begin(three_items(), 7)
    assert found[0] == found[1]
    assert found[0].guessing.possible == 4


def test_guessing_can_be_stopped(play: Play) -> None:
    preview = play(*three_items())
    box = preview.start.box
    box.guess.click()
    box.guess.click()
    assert not box.guesses.is_running
    assert not box.progress.isVisible()


def test_what_students_are_told_before_they_begin(play: Play) -> None:
    settings = {
        **ONE_BY_ONE,
        "has_time_limit": True,
        "session_time_limit_in_seconds": 1500,
        "require_student_access_code": True,
        "student_access_code": "leaf",
    }
    preview = play(*three_items(), settings=settings)
    assert preview.start.rules.text().splitlines() == [
        "Time limit: 25 minutes.",
        "One question at a time, without going back.",
        "Canvas asks for the access code; here nobody does.",
    ]


def test_a_quiz_without_questions_says_so(play: Play) -> None:
    preview = play()
    assert preview.start.empty.isVisible()
    assert not preview.start.begin.isVisible()


def test_a_calculator_where_the_question_or_the_quiz_allows_one(play: Play) -> None:
    plain, own = three_items()[0], Item.of(choice("How many?", "2", "3").replaced(calculator_type="scientific"), id="o")
    preview = play(plain, own)
    preview.begin()
    assert preview.taking.card("a").calculator_button is None
    button = preview.taking.card("o").calculator_button
    assert button is not None
    button.click()
    calculator = preview.taking.card("o").calculator
    assert calculator is not None
    for typed, result in (("2*(3+4)", "14"), ("sqrt(2)^2", "2"), ("6÷4", "1.5")):
        calculator.line.setText(typed)
        QTest.keyClick(calculator.line, Qt.Key.Key_Return)
        assert calculator.line.text() == result
    calculator.line.setText("1/0")
    QTest.keyClick(calculator.line, Qt.Key.Key_Return)
    assert calculator.trouble.isVisible()
    assert preview.currentWidget() is preview.taking


def test_a_basic_calculator_has_no_functions(play: Play) -> None:
    preview = play(*three_items(), settings={"calculator_type": "basic"})
    preview.begin()
    button = preview.taking.card("a").calculator_button
    assert button is not None
    button.click()
    calculator = preview.taking.card("a").calculator
    assert calculator is not None
    calculator.line.setText("sin(1)")
    calculator.compute()
    assert calculator.line.text() == "sin(1)"
    assert calculator.trouble.isVisible()


def test_a_long_quiz_opens_with_its_first_cards_and_makes_the_others_by_and_by(play: Play, qtbot: QtBot) -> None:
    many = [Item.of(choice(f"Which {number}?", "leaf", "bark"), id=str(number)) for number in range(100)]
    preview = play(*many)
    with qtbot.waitSignal(preview.taking.column.built, timeout=60_000):
        preview.begin()
        assert 0 < len(preview.taking.column.cards) < 10
    assert len(preview.taking.column.cards) == 100


def test_the_quiz_itself_stays_as_it_is(play: Play) -> None:
    preview = play(*three_items())
    document = preview.document
    quiz = document.quiz
    preview.begin()
    answer(preview, "a", "c1")
    preview.taking.submit.click()
    assert document.quiz is quiz
    assert not document.undo_stack.count()


def test_a_quiz_that_was_changed_is_told_anew(play: Play) -> None:
    preview = play(three_items()[0])
    document = preview.document
    assert preview.start.size_said.text() == "1 question · 1 point"
    entry = document.quiz.items[0].entry
    assert isinstance(entry, ChoiceQuestion)
    document.insert_items([Item.of(entry, id="n")], 1, "Add")
    preview.open()
    assert preview.start.size_said.text() == "2 questions · 2 points"


def test_tab_goes_from_card_to_card_and_then_to_submit(play: Play, qtbot: QtBot) -> None:
    kinds = [Item.of(choice(f"Which {number}?", "leaf", "bark"), id=f"c{number}") for number in range(12)]
    written = [Item.of(NumericQuestion.new(), id=f"n{number}") for number in range(12)]
    mixed = [one for pair in zip(kinds, written, strict=True) for one in pair]
    rows = [*mixed[:5], stimulus(), *mixed[5:]]
    preview = play(*rows)
    with qtbot.waitSignal(preview.taking.column.built, timeout=60_000):
        preview.begin()
    first: QWidget = preview.taking.card("c0")
    stops, place = list[str](), first.nextInFocusChain()
    cards = {card: key for key, card in preview.taking.column.cards.items()} | {preview.taking.submit: "submit"}
    while place is not None and place is not first:
        if place.focusPolicy() & Qt.FocusPolicy.TabFocus:
            stops += [key for card, key in cards.items() if card is place or card.isAncestorOf(place)]
        place = place.nextInFocusChain()
    assert list(dict.fromkeys(stops[: stops.index("submit") + 1])) == [*(one.id for one in rows), "submit"]
