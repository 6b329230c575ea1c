"""One interview in plain mode, from the first line to the exit code."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TextIO

from advisor.plain.console import Console
from advisor.plain.conversation import Conversation
from advisor.plain.desk import Desk

if TYPE_CHECKING:
    from advisor.dossier.sitting import Sitting
    from advisor.dossier.store import Store
    from advisor.language import Language
    from advisor.rulebook.rulebook import Rulebook

DONE = 0
INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""


def run(
    rulebook: Rulebook,
    language: Language,
    read: TextIO | None = None,
    write: TextIO | None = None,
    *,
    interactive: bool = False,
    sitting: Sitting | None = None,
    store: Store | None = None,
) -> int:
    """Hold the interview line by line; the exit code.

    However it ends, with the last answer, ``stop``, the end of input or Ctrl-C: what is open, the
    advice and a file of the answers are shown.

    Args:
        rulebook: the knowledge.
        language: of everything that is shown; answers are understood in both languages.
        read: where lines come from, standard input unless told otherwise.
        write: where lines go, standard output unless told otherwise.
        interactive: someone types at a terminal; otherwise each line read is repeated in the output.
        sitting: the dossier to go on with and keep everything in.
        store: where dossiers are; when it has any and none is given, the user chooses first.
    """
    desk = Desk(rulebook, language, Console(read or sys.stdin, write or sys.stdout, interactive), sitting)
    conversation = Conversation(desk, store)
    code = DONE
    try:
        try:
            conversation.hold(choosing=sitting is None)
        except KeyboardInterrupt:
            code = INTERRUPTED
        conversation.close()
    except KeyboardInterrupt:  # pressed again: someone wants out now
        return INTERRUPTED
    return code
