"""The command line: arguments in, exit code out. Everything heavy is imported by the command that needs it."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from advisor.cli.parser import UsageError, build_parser
from advisor.errors import AdvisorError
from advisor.language import LANGUAGES, Language
from advisor.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 done; 1 the answer is "no"; 2 wrong usage or input, with one sentence on standard error.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    language = language_before_parsing(words)
    try:
        options = build_parser(language).parse_args(words)
        options.asked_language = getattr(options, "lang", None)
        options.language = options.asked_language or language
        return int(options.run(options))
    except (UsageError, AdvisorError) as error:
        print(error, file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader (head, less) has gone; leave without a traceback at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print(say("interrupted", language), file=sys.stderr)
        return INTERRUPTED


def language_before_parsing(words: Sequence[str]) -> Language:
    """Language of help and messages: ``--lang``, else ADVISOR_LANG, else Dutch; never the locale."""
    wanted = os.environ.get("ADVISOR_LANG", "")
    for place, word in enumerate(words):
        if word == "--lang" and place + 1 < len(words):
            wanted = words[place + 1]
        elif word.startswith("--lang="):
            wanted = word.partition("=")[2]
    return next((language for language in LANGUAGES if language == wanted), "nl")
