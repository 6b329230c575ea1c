"""Where the user's dossiers are."""

from __future__ import annotations

import os
from pathlib import Path


def user_folder() -> Path:
    """``ADVISOR_DOSSIERS``, else a folder of ours among the user's own data."""
    chosen = os.environ.get("ADVISOR_DOSSIERS")
    if chosen:
        return Path(chosen)
    from platformdirs import user_data_path

    return user_data_path("advisor", appauthor=False) / "dossiers"
