"""An editable copy of the knowledge."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING

from advisor.errors import AdvisorError
from advisor.words import say

if TYPE_CHECKING:
    from advisor.language import Language


def export_to(source: Path, target: Path, language: Language = "en") -> int:
    """Copy every rule and glossary file; returns how many.

    Raises:
        AdvisorError: when a file would be overwritten, or the folder cannot be written.
    """
    files = [file for folder in ("rules", "glossary") for file in sorted((source / folder).glob("*.yaml"))]
    if not files:
        raise AdvisorError(say("no_rulebook", language, directory=source))
    for file in files:
        copy = target / file.relative_to(source)
        if copy.exists():
            raise AdvisorError(say("export_exists", language, file=copy))
    try:
        for file in files:
            copy = target / file.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copyfile(file, copy)
    except OSError as error:
        raise AdvisorError(say("cannot_write", language, file=target, reason=error.strerror)) from None
    return len(files)
