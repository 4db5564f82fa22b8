"""What was copied does not outlive the program, nor end it."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

PROGRAM = """
from PySide6.QtWidgets import QApplication
application = QApplication([])
from {module} import {name}
edit = {name}()
edit.show()
edit.insertPlainText("left atrium")
edit.selectAll()
edit.copy()
application.processEvents()
"""
PROJECT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("module", "name"),
    [("app.ui.fields.rich_text.edit", "RichEdit"), ("app.ui.fields.paragraph_edit", "ParagraphEdit")],
)
def test_the_program_ends_well_with_its_own_words_on_the_clipboard(qapp: QApplication, module: str, name: str) -> None:
    if qapp.platformName() == "offscreen":
        pytest.skip("the clipboard of the offscreen platform outlives Python")
    program = PROGRAM.format(module=module, name=name)
    ended = subprocess.run([sys.executable, "-c", program], cwd=PROJECT, check=False, timeout=60)
    assert ended.returncode == 0
