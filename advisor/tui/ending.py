"""The end: what is left then, and how the system asks for it; a terminal that is gone ends us."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from advisor.interview import Interview
    from advisor.interview.whatif import Scenario
    from advisor.language import Language

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")


@dataclass(frozen=True)
class Ended:
    """What is left when the screen is closed."""

    interview: Interview
    language: Language
    """The language the user ended in."""
    scenarios: tuple[Scenario, ...]
    """Other answers the user kept."""
    kept_as: str | None = None
    """Id of the dossier that holds it all; None when there is none, or the last save failed."""


def listen(end: Callable[[int], None]) -> None:
    """Have ``end`` called with the number of a signal that asks us to stop; call it while the loop runs.

    A terminal that goes away ends the process at once: every answer is on disk, and Textual would go on reading
    nothing from it without a pause. Only POSIX has all this.
    """
    if os.name != "posix" or sys.__stdin__ is None or not sys.__stdin__.isatty():
        return
    terminal = sys.__stdin__.fileno()

    def asked(number: signal.Signals) -> None:
        if is_gone(terminal):
            die_of(number)
        end(number)

    for name in _SIGNALS:
        number = signal.Signals[name]
        if signal.getsignal(number) is not signal.SIG_IGN:  # nohup, or a shell's background
            asyncio.get_running_loop().add_signal_handler(number, asked, number)
    Thread(target=_watch, args=[terminal], name="terminal", daemon=True).start()


def die_of(number: int) -> None:
    """End as if the signal had not been caught, so that whoever sent it sees that it worked."""
    signal.signal(number, signal.SIG_DFL)
    os.kill(os.getpid(), number)


def is_gone(terminal: int) -> bool:
    """Whether nobody is at the other side any more."""
    import termios

    try:
        termios.tcgetattr(terminal)
    except termios.error:
        return True
    return False


def _watch(terminal: int) -> None:
    """Sleep until the terminal hangs up."""
    poll = select.poll()
    poll.register(terminal, 0)
    poll.poll()
    if is_gone(terminal):
        os._exit(128 + signal.SIGHUP)
