"""Every test runs apart from the machine: no user folders, no environment, no animation."""

from __future__ import annotations

import sys

import pytest
from hypothesis import Phase, settings

# For mutation tests: a failing example is enough, it need not be made small.
settings.register_profile("found", phases=[Phase.explicit, Phase.generate])


@pytest.fixture(autouse=True)
def _quarantine(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path_factory.getbasetemp() / "home"
    home.mkdir(exist_ok=True)
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(home))
    for name in ("ADVISOR_LANG", "ADVISOR_RULEBOOK", "ADVISOR_DOSSIERS", "NO_COLOR", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "argv", ["advisor"])  # texts name the program as it was started
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setenv("TERM", "xterm-256color")
