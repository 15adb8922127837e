"""`python -m dateline`."""

from .cli import main

raise SystemExit(main())
