"""The process behind one tab: the screen itself, started by the server with ``python -m advisor.web.tab``."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from advisor.errors import AdvisorError
from advisor.language import LANGUAGES, Language

LANGUAGE, RULEBOOK = "ADVISOR_LANG", "ADVISOR_RULEBOOK"
"""In which variables the server says what to open: no words of a user stand on a command line."""


def told(language: Language, rulebook: Path) -> dict[str, str]:
    """What the server tells every screen: the language to start in, and where the knowledge is."""
    return {LANGUAGE: language, RULEBOOK: str(rulebook.absolute())}


def main() -> int:
    """Hold an interview with the browser at the other end of our standard streams."""
    gc.disable()  # the interview turns it on again, once something is on screen
    from advisor.dossier.locate import user_folder
    from advisor.dossier.sitting import Sitting
    from advisor.dossier.store import Store
    from advisor.rulebook.cache import load_cached
    from advisor.tui import converse

    language = next(known for known in LANGUAGES if known == os.environ[LANGUAGE])
    store = Store(user_folder())
    store.sweep()
    try:
        rulebook = load_cached(Path(os.environ[RULEBOOK]))
        converse(rulebook, language, None if store else Sitting.new(store, rulebook, language), store)
    except AdvisorError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
