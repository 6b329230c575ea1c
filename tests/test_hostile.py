"""Hostile input is shown as text or refused with one sentence, within bounds of time and memory, at every entrance."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.entrances import ENTRANCES

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the limits of a process are those of Linux")


def attempt(*words: str) -> tuple[int, str]:
    """Try entrances; the exit code, and what went wrong.

    In a process of their own: it makes copies of itself, which one with threads should not.
    """
    command = [sys.executable, "-m", "tests.hostile", *words]
    done = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parent.parent, check=False)
    print(done.stdout)
    return done.returncode, done.stderr


def test_some_of_the_corpus_is_shown_or_refused_at_every_entrance() -> None:
    assert attempt("--few") == (0, "")


@pytest.mark.slow
@pytest.mark.parametrize("entrance", ENTRANCES)
def test_the_corpus_is_shown_or_refused(entrance: str) -> None:
    assert attempt(entrance) == (0, "")
