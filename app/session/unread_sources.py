"""Spares PySide the reading of our sources: import it before everything else that comes after Qt.

From its own import on, PySide reads the source of each module that is imported, to see whether it could use one of its
`__feature__` switches. None of ours does, and until a question can be edited that takes half as long as the least
window of Qt takes to come. Where a later PySide does it in another way, nothing is changed here.
"""

import sys
from typing import Final

import PySide6.QtCore  # noqa: F401 - loads what is changed here

_ASKED: Final = "_mod_uses_pyside"

_features = sys.modules.get("shibokensupport.feature")
if hasattr(_features, _ASKED):
    setattr(_features, _ASKED, lambda _module: True)  # what it would find out; all switches stay off
