"""What the README promises is what there is, and what there is stands in the README."""

from __future__ import annotations

import argparse
import re
import shlex
from itertools import takewhile
from pathlib import Path

import pytest

from advisor.cli.commands import interview
from advisor.cli.parser import build_parser
from advisor.report.formats import SUFFIXES
from advisor.tui.commands import COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = {page: (ROOT / page).read_text(encoding="utf-8") for page in ("README.md", "CONTRIBUTING.md")}
CODE = [
    line
    for block in re.findall(r"^```\w*\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    for line in block.splitlines()
]
EXAMPLES = [
    list(takewhile(lambda word: word != ">", shlex.split(line, comments=True)))
    for line in CODE
    if line.startswith("advisor ")
]
KEY = re.compile(r"`((?:f\d+|ctrl\+\w))`")


def subcommands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Name → parser, of the commands one level down."""
    groups = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return {name: found for group in groups for name, found in group.choices.items()}


def commands() -> list[str]:
    """Every command, with those inside it."""
    found = []
    for name, parser in subcommands(build_parser("en")).items():
        inner = subcommands(parser)
        found += [f"{name} {below}" for below in inner] or [name]
    return found


@pytest.mark.parametrize("words", EXAMPLES, ids=" ".join)
def test_every_example_can_be_typed(words: list[str]) -> None:
    typed = build_parser("en", words[1:]).parse_args(words[1:])
    named = set(words) & set(subcommands(build_parser("en", [])))
    assert (typed.run is interview) == (not named)


@pytest.mark.parametrize("command", commands())
def test_every_command_has_an_example(command: str) -> None:
    assert any(" ".join(words).startswith(f"advisor {command}") for words in EXAMPLES)


@pytest.mark.parametrize("ending", SUFFIXES.values())
def test_every_format_is_named(ending: str) -> None:
    assert re.search(rf"{re.escape(ending)}\b", README)


def test_every_option_named_exists() -> None:
    named = set(re.findall(r"--[a-z][a-z-]*", README))
    parser = build_parser("en")
    assert named <= {*type(parser).spellings, "--version"}  # type: ignore[attr-defined]


def test_every_key_named_is_the_key_of_a_command_and_every_key_of_all_screens_is_named() -> None:
    keys = {command.key for command in COMMANDS.values()}
    everywhere = {command.key for command in COMMANDS.values() if command.everywhere}
    named = set(KEY.findall(README))
    assert named <= keys
    assert {key for key in everywhere if KEY.fullmatch(f"`{key}`")} <= named


@pytest.mark.parametrize("page", PAGES)
def test_every_target_and_file_named_exists(page: str) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^(?:\|?\s*`?)make ([a-z-]+)", PAGES[page], re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    places = re.findall(r"\]\(([^)#:]+)\)", PAGES[page]) + re.findall(r"`([a-z_]+(?:/[a-z_]+)*/)`", PAGES[page])
    missing = [place for place in places if not (ROOT / place).exists()]
    assert not missing


def test_every_target_is_explained() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^([a-z-]+):.*##", makefile, re.MULTILINE):
        assert any(f"make {target}" in text for text in PAGES.values()), target


def test_every_package_is_in_the_table_of_folders() -> None:
    packages = {init.parent.name for init in ROOT.glob("advisor/*/__init__.py")}
    assert packages <= set(re.findall(r"`advisor/([a-z]+)/`", README))
