"""``advisor dossier`` as it is typed, on a folder of its own and a small rulebook."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from advisor.cli import main
from advisor.dossier.store import Store
from tests import knowledge

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv("ADVISOR_DOSSIERS", str(tmp_path / "dossiers"))
    monkeypatch.setenv("ADVISOR_RULEBOOK", str(knowledge.write(tmp_path / "rulebook", knowledge.frame())))
    monkeypatch.chdir(tmp_path)
    return Store(tmp_path / "dossiers")


@pytest.fixture
def run(store: Store, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Exit code, standard output and standard error of a command."""

    def call(*words: str, stdin: bytes | None = None) -> tuple[int, str, str]:
        capsys.readouterr()
        if stdin is not None:
            monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(stdin)))
        code = main(["dossier", *words])
        return code, *capsys.readouterr()

    return call
