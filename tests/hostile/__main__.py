"""Tries the corpus on every entrance, or on those that are named, and tells what became of it.

Usage: python -m tests.hostile [--few] [ENTRANCE ...]; ends with 1 when anything went wrong.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tests.hostile import corpus
from tests.hostile.entrances import ENTRANCES, Place
from tests.hostile.looks import advisor as warm

FEW = 101
"""Of so many attempts one, with ``--few``."""
SLOW = ("typed_on_screen", "typed_in_a_browser", "messages")
"""Left out then, and the big files with them."""


def attempts(names: Iterable[str], few: bool) -> list[str]:
    """Try; a line of the table per entrance, printed at once, and what went wrong."""
    wrong = []
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        os.environ |= {"ADVISOR_RULEBOOK": str(place.rules), "ADVISOR_DOSSIERS": str(place.dossiers),
                       "XDG_CACHE_HOME": str(place.root / "cache"), "HOME": str(place.root / "home"),
                       "TERM": "xterm-256color"}  # fmt: skip
        os.environ.pop("ADVISOR_LANG", None)
        warm()
        print("| entrance | inputs | attempts | shown | refused | wrong |\n|---|--:|--:|--:|--:|--:|", flush=True)
        for name in names:
            counts: Counter[str] = Counter()
            items = set()
            for number, attempt in enumerate(ENTRANCES[name]()):
                if few and number % FEW:
                    continue
                outcome, problem = attempt.run(place)
                items.update(attempt.item.split())
                counts[outcome] += 1
                if problem:
                    counts["wrong"] += 1
                    wrong.append(f"{name}, {attempt.item}: {list(attempt.words)}: {problem}"[:400])
                    print(wrong[-1], file=sys.stderr, flush=True)
            total = counts["shown"] + counts["refused"]
            row = (name.replace("_", " "), len(items), total, counts["shown"], counts["refused"], counts["wrong"])
            print(f"| {' | '.join(map(str, row))} |", flush=True)
    return wrong


def main(words: list[str]) -> int:
    """The exit code."""
    few = "--few" in words
    names = [word for word in words if word != "--few"] or [name for name in ENTRANCES if not few or name not in SLOW]
    if few:
        del corpus.TEXT_FILES["big"], corpus.REPORTS["big-report"]
    return bool(attempts(names, few))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
