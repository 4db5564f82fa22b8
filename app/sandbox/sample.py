"""The sample quiz of the first course: several types, and rows that the API only shows."""

from app.sandbox.exchange import JsonObject

TITLE = "Photosynthesis and leaf structure"
INSTRUCTIONS = "<p>Answer all questions. You may use your notes.</p>"
SETTINGS: JsonObject = {
    "calculator_type": "none",
    "filter_ip_address": False,
    "filters": {"ips": []},
    "one_at_a_time_type": "none",
    "allow_backtracking": True,
    "shuffle_answers": False,
    "shuffle_questions": False,
    "require_student_access_code": False,
    "student_access_code": None,
    "has_time_limit": True,
    "session_time_limit_in_seconds": 2700,
    "multiple_attempts": {"multiple_attempts_enabled": False, "attempt_limit": None, "max_attempts": None},
    "result_view_settings": {"result_view_restricted": False},
}


def _uuid(number: int) -> str:
    return f"5a3d9c10-7b42-4c11-9e55-{number:012x}"


def _choices(*texts: str) -> list[JsonObject]:
    return [
        {"id": _uuid(0xC0 + place), "position": place, "item_body": f"<p>{text}</p>"}
        for place, text in enumerate(texts, start=1)
    ]


def _question(slug: str, title: str, body: str, algorithm: str, **blocks: object) -> JsonObject:
    entry = {"title": title, "item_body": body, "calculator_type": "none", "interaction_type_slug": slug}
    return {**entry, "properties": {}, "feedback": {}, "answer_feedback": {}, "scoring_algorithm": algorithm, **blocks}


def _stimulus() -> JsonObject:
    return {
        "title": "Reading: light and dark reactions",
        "body": "<p>The light reactions take place in the thylakoid membrane, the Calvin cycle in the stroma.</p>",
        "instructions": "Read the text before you answer.",
        "source_url": "https://example.com/photosynthesis",
        "orientation": "top",
        "passage": False,
    }


def _choice() -> JsonObject:
    return _question(
        "choice",
        "Site of the Calvin cycle",
        "<p>Where does the Calvin cycle take place?</p>",
        "Equivalence",
        interaction_data={"choices": _choices("thylakoid membrane", "stroma", "mitochondrion", "nucleus")},
        properties={
            "shuffle_rules": {"choices": {"to_lock": [], "shuffled": True}},
            "vary_points_by_answer": False,
        },
        scoring_data={"value": _uuid(0xC2)},
        feedback={"correct": "<p>Well done!</p>", "incorrect": "<p>Read the second half of the text again.</p>"},
        answer_feedback={_uuid(0xC1): "<p>That is where the light reactions are.</p>"},
    )


def _true_false() -> JsonObject:
    return _question(
        "true-false",
        "Plants respire",
        "<p>Plants respire at night as well as by day.</p>",
        "Equivalence",
        interaction_data={"true_choice": "True", "false_choice": "False"},
        scoring_data={"value": True},
    )


def _hot_spot(image_path: str) -> JsonObject:
    corners = [{"x": 0.035, "y": 0.46}, {"x": 0.215, "y": 0.61}]
    return _question(
        "hot-spot",
        "Find the stalk",
        "<p>Click the stalk (petiole) of the leaf.</p>",
        "HotSpot",
        interaction_data={"image_url": image_path, "hotspots_count": 1},
        scoring_data={"value": [{"id": 1, "type": "square", "coordinates": corners}]},
    )


def _numeric() -> JsonObject:
    answers = [{"id": _uuid(0x11), "type": "marginOfError", "value": "686", "margin": "5", "margin_type": "absolute"}]
    return _question(
        "numeric",
        "Free energy",
        "<p>How many kcal does the oxidation of one mole of glucose release?</p>",
        "Numeric",
        interaction_data={},
        scoring_data={"value": answers},
    )


def _matching() -> JsonObject:
    pairs = [("q1", "Chlorophyll", "absorbs light"), ("q2", "Stoma", "exchanges gas")]
    matches = [{"question_id": key, "question_body": body, "answer_body": answer} for key, body, answer in pairs]
    return _question(
        "matching",
        "Parts and jobs",
        "<p>Match each part with its job.</p>",
        "PartialDeep",
        interaction_data={
            "answers": ["absorbs light", "exchanges gas", "stores starch"],
            "questions": [{"id": key, "item_body": body} for key, body, _ in pairs],
        },
        properties={"shuffle_rules": {"questions": {"shuffled": True}}},
        scoring_data={
            "value": {key: answer for key, _, answer in pairs},
            "edit_data": {"matches": matches, "distractors": ["stores starch"]},
        },
    )


def _essay() -> JsonObject:
    return _question(
        "essay",
        "Explain",
        "<p>Explain why leaves look green.</p>",
        "None",
        interaction_data={"rce": True, "essay": None, "word_count": True, "word_limit_enabled": False},
        scoring_data={"value": "Mentions absorption and reflection."},
    )


def sample_rows(image_path: str) -> list[JsonObject]:
    """The rows in their order, `stimulus` naming the place of the stimulus that a row belongs to."""
    bank_question = {"entry_type": "Item", "archived": False, "entry": _true_false()}
    bank = {"title": "Plant anatomy", "archived": False, "entry_count": 20, "item_entry_count": 18}
    return [
        {"entry_type": "Stimulus", "points_possible": 0.0, "entry": _stimulus()},
        {"entry_type": "Item", "points_possible": 2.0, "entry": _choice(), "stimulus": 0},
        {"entry_type": "Item", "points_possible": 1.0, "entry": _true_false()},
        {"entry_type": "Item", "points_possible": 3.0, "entry": _hot_spot(image_path)},
        {"entry_type": "BankEntry", "points_possible": 1.0, "entry": bank_question},
        {"entry_type": "Item", "points_possible": 2.0, "entry": _numeric()},
        {"entry_type": "Item", "points_possible": 2.0, "entry": _matching()},
        {"entry_type": "Bank", "points_possible": 5.0, "entry": bank, "properties": {"sample_num": 5}},
        {"entry_type": "Item", "points_possible": 4.0, "entry": _essay()},
    ]
