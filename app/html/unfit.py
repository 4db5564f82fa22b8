"""Signs that a text document of Qt takes for marks of its own, so that a text with one cannot be edited in it."""

import re

UNFIT = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\u2028\u2029\ufdd0\ufdd1\ufffc\ud800-\udfff]")
