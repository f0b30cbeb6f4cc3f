"""`python -m desktop` does what `daejo` does."""

import sys

from desktop.command_line import main

sys.exit(main())
