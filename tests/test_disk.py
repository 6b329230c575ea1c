"""Files are written whole or not at all, and leave nothing beside them."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from advisor.disk import PRIVATE, SHARED, complete, put
from advisor.errors import AdvisorError
from advisor.rulebook.cache import load_cached
from advisor.rulebook.export import export_to
from tests import knowledge

if TYPE_CHECKING:
    from collections.abc import Iterator

posix = pytest.mark.skipif(os.name != "posix", reason="only POSIX has such permissions")


def there(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


@pytest.fixture
def umask() -> Iterator[None]:
    """A system that lets the group read what a user makes."""
    before = os.umask(0o027)
    yield
    os.umask(before)


@pytest.fixture
def never_in_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything can be written, and nothing put in its place."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)


def test_a_file_is_made_with_its_folders_and_goes_in_the_place_of_an_older_one(tmp_path: Path) -> None:
    for content in (b"old", b"new"):
        put(tmp_path / "a" / "b" / "file", content)
    assert there(tmp_path / "a" / "b") == {"file": b"new"}


@posix
@pytest.mark.parametrize(("mode", "given"), [(PRIVATE, 0o600), (SHARED, 0o640)])
def test_a_file_is_for_its_owner_or_for_whom_the_system_lets(
    tmp_path: Path, umask: None, mode: int, given: int
) -> None:
    put(tmp_path / "file", b"x", mode)
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == given


@posix
def test_a_private_file_is_private_from_the_beginning(tmp_path: Path) -> None:
    with complete(tmp_path, b"x", PRIVATE) as written:
        assert stat.S_IMODE(written.stat().st_mode) == 0o600
        assert written.read_bytes() == b"x"
    assert there(tmp_path) == {}


def test_two_files_in_the_making_do_not_meet(tmp_path: Path) -> None:
    with complete(tmp_path, b"a", PRIVATE) as one, complete(tmp_path, b"b", PRIVATE) as other:
        assert (one.read_bytes(), other.read_bytes()) == (b"a", b"b")


@posix
def test_a_link_is_replaced_and_what_it_leads_to_stays(tmp_path: Path) -> None:
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / "link").symlink_to("mine")
    put(tmp_path / "link", b"new")
    assert there(tmp_path) == {"mine": b"mine", "link": b"new"}


def test_what_could_not_be_put_in_place_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, never_in_place: None
) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(OSError, match="No space"):
        put(tmp_path / "file", b"new")
    assert there(tmp_path) == {"file": b"old"}


def test_a_cache_or_a_copy_of_the_rules_that_cannot_be_finished_leaves_no_part(
    tmp_path: Path, never_in_place: None
) -> None:
    rules = knowledge.write(tmp_path / "knowledge", knowledge.frame())
    assert load_cached(rules, tmp_path / "cache").questions
    with pytest.raises(AdvisorError):
        export_to(rules, tmp_path / "copy")
    assert [file for folder in ("cache", "copy") for file in (tmp_path / folder).rglob("*") if file.is_file()] == []


@pytest.mark.skipif(sys.platform != "linux", reason="the limits of a process are those of Linux")
def test_a_disk_that_fills_up_half_way_leaves_nothing(tmp_path: Path) -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, before[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            put(tmp_path / "file", b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert there(tmp_path) == {}
