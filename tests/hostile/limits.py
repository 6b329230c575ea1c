"""One attempt in a process of its own, which may use only so much time and memory."""

from __future__ import annotations

import os
import resource
import signal
import sys
import tempfile
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

SECONDS = 30
"""Of the processor; a wait without end is cut off after four times as long."""
MEMORY = 800_000_000
"""Bytes that an attempt may ask for besides what the program is."""
WRITTEN = 50_000_000
"""Bytes of one file."""


class Ended(NamedTuple):
    """How an attempt went."""

    code: int
    """As the shell has it: over 128 when it was killed."""
    out: bytes
    err: bytes


def apart(act: Callable[[], int], folder: Path, stdin: bytes | Path = b"") -> Ended:
    """Run ``act`` in a copy of this process, in ``folder``; whatever it does to itself is gone afterwards."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        if isinstance(stdin, bytes):
            given.write(stdin)
            given.seek(0)
        child = os.fork()
        if child == 0:
            source = os.open(stdin, os.O_RDONLY) if isinstance(stdin, Path) else given.fileno()
            _run(act, folder, (source, out.fileno(), err.fileno()))
        status = os.waitpid(child, 0)[1]
        for stream in (out, err):
            stream.seek(0)
        code = os.waitstatus_to_exitcode(status)
        return Ended(128 - code if code < 0 else code, out.read(), err.read())


def _run(act: Callable[[], int], folder: Path, streams: tuple[int, int, int]) -> None:
    code = 99
    try:
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        sys.stdin, sys.stdout, sys.stderr = open(0, encoding="utf-8"), open(1, "w"), open(2, "w")  # noqa: SIM115
        os.chdir(folder)
        size = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (size + MEMORY, size + MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_FSIZE, (WRITTEN, WRITTEN))
        signal.alarm(4 * SECONDS)
        code = act()
        sys.stdout.flush()
        sys.stderr.flush()
    except SystemExit as leaving:
        code = int(leaving.code or 0)
        sys.stdout.flush()
    except BaseException:  # noqa: BLE001 - told by the process that waits for this one
        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(code)
