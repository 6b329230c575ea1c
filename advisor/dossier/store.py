"""A folder of dossiers.

A dossier is ``{id}.json``. To save revision *n + 1* a complete file is written under another name and
linked as ``.{id}.r{n+1}``; only one can, so that link is the claim to that revision. Then it takes the
place of ``{id}.json``. Wherever the process is killed, the old dossier or the new one is there whole,
and a claim left behind is itself the finished save: whoever comes next puts it in place.
"""

from __future__ import annotations

import contextlib
import os
import re
import time
from codecs import BOM_UTF8
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from advisor.disk import PRIVATE, TEMPORARY, complete, read_regular
from advisor.dossier.model import Dossier
from advisor.language import Text
from advisor.reasons import reason_of
from advisor.rulebook.model import is_date
from advisor.text import clean_line, clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

LARGEST = 8_000_000
"""Bytes of a file that is read as a dossier."""

A_DAY = 86_400
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


class StoreError(Exception):
    """A dossier cannot be read or kept."""

    reason = Text("dat lukte niet", "that did not work")
    """Why, for the user."""


class MissingError(StoreError):
    """There is no such dossier."""

    reason = Text("het is er niet meer", "it is no longer there")


class DamagedError(StoreError):
    """The file is there and is no dossier."""

    def __init__(self, reason: Text) -> None:
        super().__init__(reason.en)
        self.reason = reason


class ChangedElsewhereError(StoreError):
    """Another window saved, or deleted, the dossier since it was read."""


@dataclass(frozen=True)
class Listed:
    """One file of the folder."""

    id: str
    dossier: Dossier | None
    problem: Text | None = None
    """What is wrong with it, when it cannot be read."""


class Store:
    """Reads and writes the dossiers of one folder; makes the folder when it first writes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    # -- reading ------------------------------------------------------------------------------

    def __bool__(self) -> bool:
        """Whether there is any file that could be a dossier."""
        return self.folder.is_dir() and any(_ID.fullmatch(file.stem) for file in self.folder.glob("*.json"))

    def list(self) -> tuple[Listed, ...]:
        """Every dossier, the one saved last on top; those that cannot be read come last."""
        ids = []
        for file in self.folder.glob("*.json") if self.folder.is_dir() else ():
            if _ID.fullmatch(file.stem):
                with contextlib.suppress(OSError):
                    ids.append((-file.stat().st_mtime_ns, file.stem))
        listed = [self._listed(id_) for _, id_ in sorted(ids)]
        return tuple(sorted(listed, key=lambda item: item.dossier is None))

    def load(self, id_: str) -> Dossier:
        """The dossier as saved last.

        Raises:
            MissingError: there is none with this id.
            DamagedError: its file is no dossier.
            OSError: it cannot be read.
        """
        self._finish(id_)
        return self._read(self._file(id_))

    def _listed(self, id_: str) -> Listed:
        try:
            return Listed(id_, self.load(id_))
        except (StoreError, OSError) as error:
            return Listed(id_, None, reason_of(error))

    def _file(self, id_: str) -> Path:
        if not _ID.fullmatch(id_):
            raise MissingError(id_)
        return self.folder / f"{id_}.json"

    def _read(self, file: Path) -> Dossier:
        try:
            raw = read_regular(file, LARGEST + 1)
        except FileNotFoundError:
            raise MissingError(file.stem) from None
        return msgspec.structs.replace(from_file(raw), id=file.stem)  # a copy by hand is a dossier of its own

    # -- writing ------------------------------------------------------------------------------

    def create(self, dossier: Dossier) -> Dossier:
        """Keep a new dossier under the first free id; the one given is only its beginning.

        Raises:
            OSError: it cannot be written.
        """
        number = 1
        while True:
            new = msgspec.structs.replace(dossier, id=f"{dossier.id}-{number}", revision=1)
            file = self._file(new.id)
            if not file.exists():
                with self._written(new) as temporary, contextlib.suppress(FileExistsError):
                    _link(temporary, file)
                    self._flush()
                    return new
            number += 1

    def save(self, dossier: Dossier) -> Dossier:
        """Keep a dossier that was read or saved before; the result has the next revision.

        Raises:
            ChangedElsewhereError: it is not the newest; nothing was written.
            OSError: it cannot be written; what was there stays.
        """
        new = msgspec.structs.replace(dossier, revision=dossier.revision + 1)
        file, claim = self._file(new.id), self._claim(new.id, new.revision)
        with self._written(new) as temporary:
            try:
                _link(temporary, claim)
            except FileExistsError:
                self._finish(new.id)
                raise ChangedElsewhereError(new.id) from None
        if self._revision(file) != dossier.revision:
            claim.unlink(missing_ok=True)
            raise ChangedElsewhereError(new.id)
        with contextlib.suppress(FileNotFoundError):  # another window may have put it in place for us
            claim.replace(file)
        self._flush()
        return new

    def delete(self, id_: str) -> None:
        """Remove a dossier for good.

        Raises:
            MissingError: there is none with this id.
        """
        file = self._file(id_)
        for _, claim in self._claims(id_):
            claim.unlink(missing_ok=True)
        try:
            file.unlink()
        except FileNotFoundError:
            raise MissingError(id_) from None
        self._flush()

    def sweep(self) -> None:
        """Remove what writes that were cut off left behind, once it is older than a day."""
        with contextlib.suppress(OSError):
            for file in self.folder.glob(f"{TEMPORARY}*"):
                if time.time() - file.stat().st_mtime > A_DAY:
                    file.unlink()

    def _written(self, dossier: Dossier) -> AbstractContextManager[Path]:
        """A complete file under a name of its own, gone afterwards."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return complete(self.folder, as_file(dossier), PRIVATE, flushed=True)

    def _claim(self, id_: str, revision: int) -> Path:
        return self.folder / f".{id_}.r{revision}"

    def _claims(self, id_: str) -> Iterator[tuple[int, Path]]:
        for claim in self.folder.glob(f".{id_}.r*"):
            number = claim.name.rpartition(".r")[2]
            if number.isdecimal():
                yield int(number), claim

    def _finish(self, id_: str) -> None:
        """Put a save in place that was cut off after its claim; drop claims that came too late."""
        file = self._file(id_)
        for revision, claim in sorted(self._claims(id_)):
            with contextlib.suppress(OSError):  # someone else was first, or we may only read
                if revision == (self._revision(file) or 0) + 1:
                    claim.replace(file)
                else:
                    claim.unlink()

    def _revision(self, file: Path) -> int | None:
        try:
            return self._read(file).revision
        except StoreError:
            return None

    def _flush(self) -> None:
        """Have the folder itself written; only POSIX can."""
        if os.name == "posix":
            handle = os.open(self.folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def as_file(dossier: Dossier) -> bytes:
    """The dossier as its file holds it: JSON that a person can read."""
    return msgspec.json.format(msgspec.json.encode(dossier), indent=2) + b"\n"


def from_file(raw: bytes) -> Dossier:
    """The dossier that a file holds; the file may come from anywhere.

    Args:
        raw: its content; of one that is larger than ``LARGEST`` the first bytes will do.

    Raises:
        DamagedError: it is no dossier.
    """
    if len(raw) > LARGEST:
        most = LARGEST // 1_000_000
        raise DamagedError(Text(f"groter dan {most} MB", f"larger than {most} MB"))
    try:
        dossier = msgspec.convert(_clean(msgspec.json.decode(raw.removeprefix(BOM_UTF8))), Dossier)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        detail = clean_line(str(error))
        raise DamagedError(Text(f"de inhoud klopt niet ({detail})", f"its content is not right ({detail})")) from None
    then = (dossier.advice or dossier).rulebook.version
    if not all(day is None or is_date(day) for day in (dossier.rulebook.version, then, dossier.start)):
        raise DamagedError(Text("er staat een datum in die niet bestaat", "there is a date in it that does not exist"))
    return dossier


def is_dossier(raw: bytes) -> bool:
    """Whether a file says that it is a dossier of ours; what else it says may still be wrong."""
    if len(raw) > LARGEST or not raw.removeprefix(BOM_UTF8).lstrip().startswith(b"{"):
        return False
    import json  # it reads more than msgspec does: a damaged dossier must not pass for a file of answers

    try:
        data = json.loads(raw.decode("utf-8-sig"), parse_int=str)
    except (ValueError, RecursionError):
        return False
    return bool(data.get("schema") == "dossier/1")


def _clean(plain: object) -> object:
    """Plain data with every text in it made harmless: the file may come from anywhere."""
    if isinstance(plain, str):
        return clean_text(plain)
    if isinstance(plain, dict):
        return {clean_line(str(key)): _clean(value) for key, value in plain.items()}
    return [_clean(value) for value in plain] if isinstance(plain, list) else plain


def _link(source: Path, target: Path) -> None:
    """Give a file a second name that nothing has yet.

    Raises:
        FileExistsError: something has that name.
    """
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: nearly as safe, but for two windows in the same instant
        if target.exists():
            raise FileExistsError(target) from None
        source.replace(target)
