"""How soon the commands are there, and how much memory the screen takes, beside the least there could be.

Whole processes, started in turn, on the wall clock. Needs a POSIX system; memory needs Linux.
"""

from __future__ import annotations

import compileall
import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.measure import Row, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS, EACH = 3, 5
CASE = Path(__file__).parent.parent / "tests" / "cases" / "case_01.yaml"
BARE = """
from textual.app import App
from textual.widgets import OptionList
class Bare(App):
    def compose(self):
        yield OptionList("one", "two", "the last option")
Bare().run()
"""
BARE_SCREEN = ([sys.executable, "-c", BARE], "the last option")
OURS = [sys.executable, "-m", "advisor", "--lang", "nl"]
SCREENS = {
    "a bare Textual app with an option list": BARE_SCREEN,
    "advisor, to the first question": (OURS, "Weet ik niet"),
    "advisor, until it can be answered": (OURS, "f5"),
}
RUNNING = {"a bare Textual app with an option list": BARE_SCREEN, "advisor": (OURS, "f5")}
COMMANDS = {
    "python -c pass": (["-c", "pass"], None),
    "advisor --version": (["-m", "advisor", "--version"], 3.0),
    "advisor glossary flexpool": (["-m", "advisor", "glossary", "flexpool"], 8.0),
    "advisor advise FILE --format json": (["-m", "advisor", "advise", str(CASE), "--format", "json"], 15.0),
}


@contextlib.contextmanager
def shown(command: list[str], text: str) -> Iterator[tuple[int, int, float]]:
    """Run in a terminal of 80x24: process, terminal and milliseconds until ``text`` was drawn."""
    start = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ |= {"TERM": "xterm-256color", "ADVISOR_DOSSIERS": os.devnull}  # none: it opens on a question
        os.execv(command[0], command)
    try:
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        drawn = b""
        while text.encode() not in drawn and time.perf_counter() - start < 30:
            if select.select([terminal], [], [], 1)[0]:
                drawn += os.read(terminal, 65536)
        yield child, terminal, (time.perf_counter() - start) * 1000
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def first_paint() -> list[Row]:
    """From starting the process to the first question on the screen, and until the UI has drawn itself over it."""
    taken: dict[str, list[float]] = {name: [] for name in SCREENS}
    for _ in range(ROUNDS):
        times: dict[str, list[float]] = {name: [] for name in SCREENS}
        for _ in range(EACH):
            for name, (command, text) in SCREENS.items():
                with shown(command, text) as (_, _, milliseconds):
                    times[name].append(milliseconds)
        for name, found in times.items():
            taken[name].append(median(found))
    bare, ours, _ = SCREENS
    return rows(taken, bare, {ours: 1.1})


def commands() -> list[Row]:
    """From starting the process to its end."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        times: dict[str, list[float]] = {name: [] for name in COMMANDS}
        for _ in range(EACH):
            for name, (arguments, _) in COMMANDS.items():
                start = time.perf_counter()
                subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
                times[name].append((time.perf_counter() - start) * 1000)
        for name, found in times.items():
            taken[name].append(median(found))
    return rows(taken, "python -c pass", {name: target for name, (_, target) in COMMANDS.items() if target})


def memory(settle: float = 3.0) -> list[Row]:
    """Proportional set size, in kB, some seconds after the first paint, when the engine stands too."""
    taken: dict[str, list[float]] = {name: [] for name in RUNNING}
    for _ in range(ROUNDS):
        for name, (command, text) in RUNNING.items():
            with shown(command, text) as (child, terminal, _):
                end = time.perf_counter() + settle
                while (left := end - time.perf_counter()) > 0:
                    if select.select([terminal], [], [], left)[0]:
                        os.read(terminal, 65536)
                lines = Path(f"/proc/{child}/smaps_rollup").read_text(encoding="ascii").splitlines()
            taken[name].append(float(next(line.split()[1] for line in lines if line.startswith("Pss:"))))
    bare, ours = RUNNING
    return rows(taken, bare, {ours: 1.35}, dict.fromkeys(RUNNING, "kB, not ms"))


def starting() -> dict[str, list[Row]]:
    """The tables; the checkout is compiled first, as an installed package is."""
    compileall.compile_dir(str(CASE.parent.parent.parent / "advisor"), quiet=1)
    tables = {"To the first question": first_paint(), "Commands, whole processes": commands()}
    if Path("/proc/self/smaps_rollup").exists():
        tables["Memory of the running screen"] = memory()
    return tables
