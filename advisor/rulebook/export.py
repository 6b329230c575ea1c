"""An editable copy of the knowledge."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.disk import LARGEST_TEXT, put, read_regular
from advisor.errors import AdvisorError
from advisor.reasons import reason_of
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
        if os.path.lexists(copy):
            raise AdvisorError(say("export_exists", language, file=copy))
    try:
        for file in files:
            copy = target / file.relative_to(source)
            copy.parent.mkdir(parents=True, exist_ok=True)
            if copy.parent.is_symlink():
                raise AdvisorError(say("export_elsewhere", language, folder=copy.parent))
            content = read_regular(file, LARGEST_TEXT + 1)
            if len(content) > LARGEST_TEXT:
                too_large = say("file_too_large", language, megabytes=LARGEST_TEXT // 1_000_000)
                raise AdvisorError(f"{file}: {too_large}")
            put(copy, content)
    except (OSError, ValueError) as error:  # a name that cannot be one is a ValueError
        raise AdvisorError(say("cannot_write", language, file=target, reason=reason_of(error))) from None
    return len(files)
