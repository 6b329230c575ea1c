"""How the user calls this program, so that what we tell them to type works."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from shutil import which


def program() -> str:
    """``advisor`` when that is on the path, else the way it was started, from the current folder."""
    started = Path(sys.argv[0] or "advisor")
    if started.name == "__main__.py":
        return "python -m advisor"
    if which("advisor") or not started.exists():
        return "advisor"
    try:
        return os.path.relpath(started)
    except ValueError:  # another drive
        return str(started)
