"""An editable copy of the knowledge."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile

from advisor.errors import AdvisorError


def export_to(source: Path, target: Path) -> int:
    """Copy every rule and glossary file; returns how many.

    Raises:
        AdvisorError: when a file would be overwritten, or the folder cannot be written.
    """
    files = [file for folder in ("rules", "glossary") for file in sorted((source / folder).glob("*.yaml"))]
    for file in files:
        copy = target / file.relative_to(source)
        if copy.exists():
            raise AdvisorError(f"{copy} already exists; name a folder that holds no rulebook yet")
    try:
        for file in files:
            copy = target / file.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copyfile(file, copy)
    except OSError as error:
        raise AdvisorError(f"{target} cannot be written: {error.strerror}") from None
    return len(files)
