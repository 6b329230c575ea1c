"""Where the shipped knowledge is: in the wheel, or beside the package in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped() -> Path:
    """Folder that holds ``rules/`` and ``glossary/``.

    A wheel carries them inside the package; an editable install and a checkout have them next to it.
    """
    inside = _PACKAGE / "_data"
    return inside if inside.is_dir() else _PACKAGE.parent
