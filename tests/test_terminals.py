"""Real processes in a real terminal: however they end, the answers are kept and the terminal is given back."""

from __future__ import annotations

import fcntl
import json
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from pathlib import Path
from typing import TYPE_CHECKING, Self

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name != "posix", reason="POSIX terminals")]

PATIENCE = 60
"""Seconds until a test gives up; no test waits for time to pass."""
MODES = ("1049", "1000", "1003", "1006", "2004")
"""Alternate screen, mouse, and pasting in brackets: what the screen turns on and has to turn off."""
GIVEN = {"goals": "quality_flexibility_cost"}
ADVISOR = (sys.executable, "-m", "advisor", "--lang", "en")
# Ctrl-C reaches only who leads a terminal; the one who started it is in another session.
LEAD = (
    "import fcntl, os, sys, termios; os.setsid(); "
    "fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"
)


class Terminal:
    """A terminal of 80 by 24 with the program in it."""

    def __init__(self, folder: Path, *arguments: str, ignoring_hangup: bool = False, **environment: str) -> None:
        self.dossiers = folder / "dossiers"
        self.written = b""
        self._master, self._slave = os.openpty()
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._before = termios.tcgetattr(self._slave)
        self.process = subprocess.Popen(
            [sys.executable, "-c", LEAD, *ADVISOR, *arguments],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            cwd=Path(__file__).parent.parent,
            env={**os.environ, "ADVISOR_DOSSIERS": str(self.dossiers), **environment},
            preexec_fn=(lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN)) if ignoring_hangup else None,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        self.hang_up()

    def until(self, text: str) -> None:
        """Read until the program has written this."""
        while text.encode() not in self.written:
            assert select.select([self._master], [], [], PATIENCE)[0], f"no {text!r} after {self.written[-300:]!r}"
            self.written += os.read(self._master, 65536)

    def type(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def ended(self) -> int:
        """The exit code, once everything has been read."""
        while self.process.poll() is None:
            if select.select([self._master], [], [], 0.1)[0]:
                self.written += os.read(self._master, 65536)
        while select.select([self._master], [], [], 0)[0]:
            self.written += os.read(self._master, 65536)
        return self.process.returncode

    def hang_up(self) -> None:
        """Close the window."""
        for end in (self._master, self._slave):
            if end >= 0:
                os.close(end)
        self._master = self._slave = -1

    @property
    def given_back(self) -> bool:
        on = [
            mode
            for mode in MODES
            if self.written.rfind(f"\x1b[?{mode}h".encode()) > self.written.rfind(f"\x1b[?{mode}l".encode())
        ]
        hidden = self.written.rfind(b"\x1b[?25l") > self.written.rfind(b"\x1b[?25h")
        return not on and not hidden and termios.tcgetattr(self._slave) == self._before

    @property
    def kept(self) -> list[dict[str, str]]:
        return [json.loads(file.read_text())["answers"] for file in self.dossiers.glob("*.json")]


@pytest.fixture(params=["screen", "plain"])
def answered(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terminal]:
    """One answer has been given, and the second question shows."""
    with answer(tmp_path, request.param) as terminal:
        yield terminal


def answer(folder: Path, mode: str, *, ignoring_hangup: bool = False, **environment: str) -> Terminal:
    options = ["--plain"] if mode == "plain" else []
    terminal = Terminal(folder, *options, ignoring_hangup=ignoring_hangup, **environment)
    terminal.until("I don't know")
    terminal.type("1\r")
    terminal.until("Question 2 of")
    return terminal


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_and_the_terminal_is_given_back(answered: Terminal, number: signal.Signals) -> None:
    answered.process.send_signal(number)
    assert answered.ended() == -number
    assert answered.given_back
    assert answered.kept == [GIVEN]
    assert b"Traceback" not in answered.written


def test_keys_pressed_while_the_screen_is_still_loading_count(tmp_path: Path) -> None:
    with answer(tmp_path, "screen") as terminal:  # types as soon as the first question can be read
        assert terminal.kept == [GIVEN]


def test_an_interrupt_ends_the_screen(tmp_path: Path) -> None:
    with answer(tmp_path, "screen") as terminal:
        terminal.process.send_signal(signal.SIGINT)
        assert terminal.ended() == -signal.SIGINT
        assert terminal.given_back
        assert terminal.kept == [GIVEN]


def test_ctrl_c_on_the_screen_says_how_to_close_and_ctrl_q_closes(tmp_path: Path) -> None:
    with answer(tmp_path, "screen") as terminal:
        terminal.type("\x03")
        terminal.until("ctrl+q to")
        terminal.type("\x11")
        assert terminal.ended() == 0
        assert terminal.given_back
        assert b"dossier resume interview-1" in terminal.written


@pytest.mark.parametrize(("key", "code"), [("\x03", 130), ("\x04", 0)])
def test_ctrl_c_and_ctrl_d_in_plain_mode_still_say_what_was_kept(tmp_path: Path, key: str, code: int) -> None:
    with answer(tmp_path, "plain") as terminal:
        terminal.type(key)
        assert terminal.ended() == code
        assert b"Your answers are kept." in terminal.written
        assert terminal.kept == [GIVEN]


@pytest.mark.parametrize("ignoring_hangup", [False, True])
@pytest.mark.parametrize("mode", ["screen", "plain"])
def test_a_window_that_is_closed_ends_it(tmp_path: Path, mode: str, ignoring_hangup: bool) -> None:
    with answer(tmp_path, mode, ignoring_hangup=ignoring_hangup) as terminal:
        terminal.hang_up()
        assert terminal.process.wait(PATIENCE) in (-signal.SIGHUP, 128 + signal.SIGHUP, 2)
        assert terminal.kept == [GIVEN]


@pytest.mark.parametrize("mode", ["screen", "plain"])
def test_where_nothing_can_be_kept_it_is_said_and_the_answers_are_handed_over(tmp_path: Path, mode: str) -> None:
    (tmp_path / "dossiers").write_text("not a folder")
    with answer(tmp_path, mode) as terminal:
        terminal.until("could not be kept")
        terminal.type("\x11" if mode == "screen" else "stop\r")
        assert terminal.ended() == 0
        assert terminal.given_back
    assert re.search(rb"answers:\s+goals: quality_flexibility_cost", terminal.written)


@pytest.mark.parametrize("terminal_kind", ["dumb", ""])
def test_a_terminal_that_can_do_nothing_gets_plain_lines(tmp_path: Path, terminal_kind: str) -> None:
    with answer(tmp_path, "screen", TERM=terminal_kind) as terminal:
        terminal.type("stop\r")
        assert terminal.ended() == 0
    assert b"\x1b" not in terminal.written
    assert terminal.kept == [GIVEN]


@pytest.mark.parametrize("locale", ["C", "tr_TR.UTF-8", "no_SUCH"])
def test_the_locale_changes_nothing(tmp_path: Path, locale: str) -> None:
    with answer(tmp_path, "screen", LC_ALL=locale) as terminal:
        terminal.type("\x11")
        assert terminal.ended() == 0
    assert terminal.kept == [GIVEN]
    assert "│".encode() in terminal.written


def test_without_colours_the_screen_has_only_greys(tmp_path: Path) -> None:
    with answer(tmp_path, "screen", NO_COLOR="1", COLORTERM="truecolor") as terminal:
        terminal.type("\x11")
        assert terminal.ended() == 0
    colours = set(re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", terminal.written))
    assert colours
    assert all(red == green == blue for red, green, blue in colours)
