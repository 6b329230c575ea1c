"""Names of files, and writing them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.report.files import (
    OFFERED,
    TakenError,
    home_of_reports,
    proposed_stem,
    safe_name,
    target_of,
    with_suffix,
    write_file,
)
from advisor.report.formats import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Callable


def test_every_format_is_offered() -> None:
    assert set(OFFERED) == set(SUFFIXES)


@given(st.text(max_size=90))
def test_a_proposed_name_is_plain(about: str) -> None:
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", proposed_stem("report", about, "en"))
    assert len(proposed_stem("report", about, "nl")) <= 60


@given(st.text(max_size=90))
def test_a_name_for_a_download_is_safe_whatever_was_typed(typed: str) -> None:
    assert re.fullmatch(r"([a-z0-9.-]*[a-z0-9])?\.pdf|pdf", safe_name(with_suffix(typed, "pdf")))


@pytest.mark.parametrize(
    ("typed", "named"), [("a", "a.pdf"), ("a.docx", "a.pdf"), ("v1.2", "v1.2.pdf"), ("a.", "a.pdf"), ("A.PDF", "A.pdf")]
)
def test_only_the_suffix_of_a_format_is_replaced(typed: str, named: str) -> None:
    assert with_suffix(typed, "pdf") == named


def test_a_tilde_is_the_users_home(monkeypatch: pytest.MonkeyPatch) -> None:
    assert target_of("~/x.pdf") == Path.home() / "x.pdf"
    assert target_of("~nobody-of-that-name/x.pdf") == Path("~nobody-of-that-name/x.pdf")


def test_where_we_may_not_write_the_documents_are_proposed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert home_of_reports() == Path()
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert home_of_reports().is_absolute()


def test_a_file_stays_when_it_may_not_go_or_the_new_one_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.txt"
    target.write_text("mine")
    with pytest.raises(TakenError):
        write_file("new", target, overwrite=False)

    def full(*_: object) -> Callable[..., object]:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        write_file("new", target, overwrite=True)
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("report.txt", "mine")]
