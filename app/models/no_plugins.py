"""Spares pydantic the search for plugins: import it before the first model is made.

Even with its switch for that turned off, pydantic first reads what could look into every installed package. That takes,
with the first quiz that is opened, a quarter as long as the least window of Qt. Nothing here is a plugin. Where a later
pydantic looks for them in another way, nothing is changed here.
"""

import sys
from types import ModuleType
from typing import Final

_SEARCHED: Final = "pydantic.plugin._loader"

if _SEARCHED not in sys.modules:
    _none = ModuleType(_SEARCHED)
    vars(_none)["get_plugins"] = lambda: ()
    sys.modules[_SEARCHED] = _none
