"""``advisor completion``: the script with which a shell completes what is typed after ``advisor``."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from advisor.cli.commands import rulebook_for

if TYPE_CHECKING:
    from collections.abc import Iterator

SHELLS = ("bash", "zsh", "fish")


def completion(options: argparse.Namespace) -> int:
    """Print the script for one shell. It holds every word it offers, so the tab key starts no Python."""
    import shtab

    from advisor.cli.parser import build_parser  # it imports us

    rulebook = rulebook_for(options)
    files = dict.fromkeys(("FILE", "REPORT", "PATH"), shtab.FILE) | {"DIR": shtab.DIRECTORY}
    words = {"FORM": rulebook.forms, "TERM": rulebook.terms}
    parser = build_parser(options.language)
    for action in _arguments(parser):
        if action.metavar in files:
            action.complete = files[action.metavar]  # type: ignore[attr-defined]  # shtab looks for it there
        elif action.metavar in words:
            action.choices = list(words[action.metavar])
    sys.stdout.write(shtab.complete(parser, options.shell) + "\n")
    return 0


def _arguments(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """What can be typed after each command."""
    for action in parser._actions:  # noqa: SLF001 - argparse has no other way to ask for them
        yield action
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 - as above
            for inner in action.choices.values():
                yield from _arguments(inner)
