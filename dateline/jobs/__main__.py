"""`python -m dateline.jobs FOLDER`: do the work that was ordered there."""

import sys
from pathlib import Path

from .work import work

raise SystemExit(work(Path(sys.argv[1])))
