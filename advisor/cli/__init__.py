"""The command line: arguments in, exit code out. Everything heavy is imported by the command that needs it."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from advisor.cli.parser import UsageError, build_parser
from advisor.cli.words import say
from advisor.errors import AdvisorError, FaultsError
from advisor.language import LANGUAGES, Language
from advisor.reasons import reason_of
from advisor.text import clean_line, clean_text

if TYPE_CHECKING:
    from collections.abc import Sequence

INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        0 done; 1 the answer is "no"; 2 wrong usage or input, with one sentence on standard error.
    """
    _prepare_streams()
    words = list(sys.argv[1:] if arguments is None else arguments)
    language = language_before_parsing(words)
    try:
        options = build_parser(language, words).parse_args(words)
        options.asked_language = getattr(options, "lang", None)
        if options.asked_language is None:
            _check_environment(language)
        options.language = options.asked_language or language
        code = int(options.run(options))
        sys.stdout.flush()
    except FaultsError as error:
        print(clean_text(str(error)), file=sys.stderr)
        return 2
    except (UsageError, AdvisorError) as error:
        print(clean_line(str(error)), file=sys.stderr)
        return 2
    except BrokenPipeError:
        _write_no_more()  # the reader (head, less) has gone
        return 0
    except OSError as error:  # of a file by name the commands say so themselves
        _write_no_more()
        _tell(say("cannot_write", language, file="-", reason=reason_of(error)))
        return 2
    except KeyboardInterrupt:
        _tell(say("interrupted", language))
        return INTERRUPTED
    return code


def _prepare_streams() -> None:
    """The same bytes on every machine; and no stream is missing, nor lacks a character."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            mode = "r" if name == "stdin" else "w"
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - as long as we run
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _tell(sentence: str) -> None:
    try:
        print(sentence, file=sys.stderr, flush=True)
    except OSError:  # the terminal itself has gone
        _write_no_more(sys.stderr)


def _write_no_more(stream: TextIO | None = None) -> None:
    """Let what is left go nowhere, so that leaving does not fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), (stream or sys.stdout).fileno())


def _check_environment(language: Language) -> None:
    """A language we do not have is refused, as ``--lang`` does.

    Raises:
        AdvisorError: it is not one of ours.
    """
    wanted = os.environ.get("ADVISOR_LANG", "")
    if wanted and wanted not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise AdvisorError(say("bad_choice", language, argument="ADVISOR_LANG", word=wanted, known=known, hint=""))


def language_before_parsing(words: Sequence[str]) -> Language:
    """Language of help and messages: ``--lang``, else ADVISOR_LANG, else Dutch; never the locale."""
    wanted = os.environ.get("ADVISOR_LANG", "")
    for place, word in enumerate(words):
        if word == "--lang" and place + 1 < len(words):
            wanted = words[place + 1]
        elif word.startswith("--lang="):
            wanted = word.partition("=")[2]
    return next((language for language in LANGUAGES if language == wanted), "nl")
