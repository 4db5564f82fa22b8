"""The two spellings of keys: the tables of the documents write `item_body`, their samples `itemBody`."""

import re

from app.sandbox.exchange import Json

_SNAKE = (
    "item_body", "shuffle_rules", "to_lock", "vary_points_by_answer", "true_choice", "false_choice",
    "category_order", "score_method", "scoring_data", "scoring_algorithm", "edit_data", "question_id",
    "question_body", "answer_body", "top_label", "bottom_label", "include_labels", "display_answers_paragraph",
    "answer_type", "word_bank_choices", "reuse_word_bank_choices", "blank_text", "ignore_case", "edit_distance",
    "choice_id", "working_item_body", "image_url", "hotspots_count", "margin_type", "precision_type",
    "answer_count", "generated_solutions", "word_count", "file_upload", "spell_check", "word_limit_enabled",
    "word_limit_min", "word_limit_max", "files_count", "restrict_count", "allowed_types", "restrict_types",
    "interaction_data", "interaction_type_slug", "calculator_type", "answer_feedback", "points_possible",
    "entry_type", "stem_items", "blank_id",
)  # fmt: skip


def _camel(name: str) -> str:
    return re.sub(r"_(\w)", lambda match: match.group(1).upper(), name)


_TO_CAMEL = {name: _camel(name) for name in _SNAKE}
_TO_SNAKE = {camel: name for name, camel in _TO_CAMEL.items()}


def snake_cased(value: Json) -> Json:
    """Known keys in snake_case at every depth. Other keys, such as ids, are left; a snake_case twin wins."""
    if isinstance(value, dict):
        renamed = {_TO_SNAKE.get(key, key): snake_cased(part) for key, part in value.items() if key in _TO_SNAKE}
        plain = {key: snake_cased(part) for key, part in value.items() if key not in _TO_SNAKE}
        return {**renamed, **plain} if renamed else plain
    if isinstance(value, list):
        return [snake_cased(part) for part in value]
    return value


def camel_cased(value: Json) -> Json:
    """Known keys in camelCase at every depth."""
    if isinstance(value, dict):
        return {_TO_CAMEL.get(key, key): camel_cased(part) for key, part in value.items()}
    if isinstance(value, list):
        return [camel_cased(part) for part in value]
    return value
