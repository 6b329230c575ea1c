"""From the command to the first question on the screen, beside a bare Textual app, in one run.

Both are started in turn in a pseudo-terminal of 80x24; what counts is the ratio of the medians.
Needs a POSIX system. Run: python benchmarks/first_paint.py
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import termios
import time

ROUNDS = 15
BARE = """
from textual.app import App
from textual.widgets import OptionList
class Bare(App):
    def compose(self):
        yield OptionList("one", "two", "the last option")
Bare().run()
"""


def seconds_until(command: list[str], text: str) -> float:
    """How long from start until ``text`` has been drawn."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execv(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    start, drawn = time.perf_counter(), b""
    while text.encode() not in drawn and time.perf_counter() - start < 20:
        if select.select([terminal], [], [], 1)[0]:
            drawn += os.read(terminal, 65536)
    taken = time.perf_counter() - start
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    os.close(terminal)
    return taken


def main() -> None:
    """Print both medians and their ratio."""
    bare, advisor = [], []
    for _ in range(ROUNDS):
        bare.append(seconds_until([sys.executable, "-c", BARE], "the last option"))
        advisor.append(seconds_until([sys.executable, "-m", "advisor", "--lang", "nl"], "Weet ik niet"))
    one, other = statistics.median(bare), statistics.median(advisor)
    print(f"bare Textual app {one * 1000:.0f} ms, advisor {other * 1000:.0f} ms, ratio {other / one:.2f}")


if __name__ == "__main__":
    main()
