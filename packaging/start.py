"""The program as it is frozen."""

import sys

from app.__main__ import main

sys.exit(main())
