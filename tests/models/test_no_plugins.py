"""No plugin of pydantic is looked for: that would read what a start has no use for."""

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from app.models.quiz import NewQuiz
quiz = NewQuiz.model_validate_json('{"title": "Leaves"}')
print(quiz.title, "importlib.metadata" in sys.modules)
"""


def test_a_model_is_built_without_looking_into_installed_packages() -> None:
    project = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", PROGRAM], cwd=project, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["Leaves", "False"]
