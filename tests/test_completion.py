"""``advisor completion``: what a shell offers at the tab key."""

from __future__ import annotations

import argparse
import io
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from advisor.cli import main
from advisor.cli.completion import SHELLS
from advisor.cli.parser import build_parser
from tests import knowledge

SPELLED = {"bash": "--{}", "zsh": "--{}", "fish": "-l {}"}
"""How a script of each shell writes a long option."""
BASH = """
function=$(complete -p advisor | sed 's/.* -F \\([^ ]*\\).*/\\1/')
for line in "$@"; do
    read -ra COMP_WORDS <<< "$line"
    [[ $line == *" " ]] && COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    COMPREPLY=()
    $function advisor "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    (IFS='|'; echo "${COMPREPLY[*]}")
done
"""
"""Presses the tab key at the end of each line and prints what is offered."""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to complete file names in, with the small rulebook as the knowledge."""
    monkeypatch.setenv("ADVISOR_RULEBOOK", str(knowledge.write(tmp_path / "knowledge", knowledge.frame())))
    (tmp_path / "work" / "folder").mkdir(parents=True)
    (tmp_path / "work" / "my answers.yaml").touch()
    monkeypatch.chdir(tmp_path / "work")
    return tmp_path


def script(shell: str, language: str = "nl") -> str:
    with redirect_stdout(io.StringIO()) as out:
        assert main(["completion", shell, "--lang", language]) == 0
    return out.getvalue()


def run(shell: str, *words: str) -> str:
    """What a real shell prints; no complaint is accepted."""
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    done = subprocess.run([program, *words], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def offered_by_bash(*lines: str) -> list[list[str]]:
    """Of each line what is offered at its end."""
    shown = run("bash", "--norc", "--noprofile", "-c", script("bash") + BASH, "bash", *lines)
    return [line.split("|") for line in shown.splitlines()]


def commands(parser: argparse.ArgumentParser, typed: str = "advisor") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command, as it is typed, with its parser."""
    yield typed, parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                yield from commands(inner, f"{typed} {name}")


def options(parser: argparse.ArgumentParser) -> set[str]:
    return {name for action in parser._actions for name in action.option_strings}


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_names_every_command_and_every_option(shell: str) -> None:
    text = script(shell)
    everything = dict(commands(build_parser("nl")))
    assert len(everything) > 15
    names = {typed.split()[-1] for typed in everything}
    longs = {name[2:] for parser in everything.values() for name in options(parser) if name.startswith("--")}
    wanted = names | {SPELLED[shell].format(name) for name in longs}
    assert {word for word in wanted if not re.search(rf"(?<![\w-]){word}(?![\w-])", text)} == set()


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_commands_and_options_are_explained_in_the_users_language_only(shell: str) -> None:
    for language, own, other in (("nl", "zoek een begrip op", "look up"), ("en", "look up a term", "zoek een")):
        text = script(shell, language)
        assert own in text
        assert other not in text


def test_bash_offers_after_each_command_exactly_its_options() -> None:
    everything = dict(commands(build_parser("nl")))
    offered = offered_by_bash(*(f"{typed} -" for typed in everything))
    assert dict(zip(everything, map(set, offered), strict=True)) == {
        typed: options(parser) for typed, parser in everything.items()
    }


def test_bash_completes_what_is_typed() -> None:
    lines = {
        "advisor gl": "glossary",
        "advisor --lang en gl": "glossary",
        "advisor --lang ": "nl|en",
        "advisor dossier re": "resume",
        "advisor advise --format p": "pdf",
        "advisor dossier list --format ": "text|json",
        "advisor advise my": "my answers.yaml",
        "advisor verify my": "my answers.yaml",
        "advisor advise a.json --output my": "my answers.yaml",
        "advisor rulebook export ": "folder",
        "advisor --rulebook ": "folder",
        "advisor why a.json ins": "insourcing",
        "advisor glossary ": "team",
        "advisor completion ": "bash|zsh|fish",
    }
    assert dict(zip(lines, map("|".join, offered_by_bash(*lines)), strict=True)) == lines


def test_fish_completes_what_is_typed(here: Path) -> None:
    file = here / "advisor.fish"
    file.write_text(script("fish"), encoding="utf-8")
    lines = {"advisor gl": "glossary", "advisor --lang en gl": "glossary", "advisor advise --format p": "pdf"}
    tabs = "; ".join(f"complete -C '{line}'" for line in lines)
    shown = run("fish", "--no-config", "-c", f"source '{file}'; {tabs}")
    assert [line.split("\t")[0] for line in shown.splitlines()] == list(lines.values())


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_accepts_the_script(shell: str, here: Path) -> None:
    file = here / "script"
    file.write_text(script(shell), encoding="utf-8")
    assert run(shell, "-n", str(file)) == ""


def test_loading_the_script_prints_nothing() -> None:
    assert run("bash", "--norc", "--noprofile", "-c", script("bash")) == ""


def test_the_script_is_the_same_in_every_process() -> None:
    code = f"from advisor.cli import main\nfor shell in {SHELLS}: main(['completion', shell])"
    env = os.environ | {"PYTHONHASHSEED": "7"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", env=env, check=True)
    assert done.stdout == "".join(map(script, SHELLS))
