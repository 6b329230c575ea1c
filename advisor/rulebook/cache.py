"""The checked rulebook kept as JSON, so that the next start need not read and check YAML again.

The name of the file is a hash of every byte of the knowledge and of the version of the program: a
cache can be missing or left over, never wrong. It is a convenience; whatever goes wrong with it is
no fault, and the YAML is read instead. Each section is read when it is first asked for: the first
question needs only a few of them, and none stays in memory twice.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from advisor import __version__
from advisor.disk import LARGEST_TEXT, PRIVATE, put, read_regular
from advisor.language import Text  # noqa: TC001 - msgspec reads it when the program runs
from advisor.rulebook.model import Item, Topic
from advisor.rulebook.rulebook import Rulebook
from advisor.rulebook.sections import KEY, SECTIONS, decode

if TYPE_CHECKING:
    from collections.abc import Mapping

KEEP = 4
"""Rulebooks kept at most; the oldest goes first."""

_COLLECTIONS: dict[str, type[Item]] = {"topics": Topic, **SECTIONS}


def load_cached(directory: Path, folder: Path | None = None) -> Rulebook:
    """Like :func:`advisor.rulebook.loading.load`, faster the second time.

    Args:
        directory: holds ``rules/`` and ``glossary/``.
        folder: where to keep the result; by default the user's cache folder.

    Raises:
        FaultsError: with every fault found; a rulebook with faults is not kept.
    """
    folder = folder or _user_folder()
    file = folder / f"rulebook-{_fingerprint_of_files(directory)}.json"
    with contextlib.suppress(OSError, KeyError, msgspec.MsgspecError, RecursionError):
        return _decode(file, directory)
    from advisor.rulebook.loading import load  # and with it the YAML parser, which a hit does not need

    rulebook = load(directory)
    with contextlib.suppress(OSError):
        _write(file, _encode(rulebook))
    return rulebook


def _fingerprint_of_files(directory: Path) -> str:
    digest = hashlib.sha256(__version__.encode())
    for folder in ("rules", "glossary"):
        for file in sorted((directory / folder).glob("*.y*ml")):  # a .yml is a fault
            digest.update(f"\0{folder}/{file.name}\0".encode(errors="surrogateescape"))
            with contextlib.suppress(OSError):  # the loader will say what is wrong with it
                digest.update(read_regular(file, LARGEST_TEXT + 1))
    # What makes a file valid is part of it; in a checkout that changes without a new version.
    for name in ("model.py", "condition.py", "sections.py", "yaml12.py", "loading.py", "references.py"):
        digest.update(Path(__file__).with_name(name).read_bytes())
    return digest.hexdigest()[:32]


class _Head(msgspec.Struct):
    """The first line of the file; the sections follow, each on a line of its own."""

    version: str
    hash: str
    topic_of: dict[str, str]
    term_names: dict[str, Text]
    lengths: dict[str, int]
    """Section → bytes."""


def _encode(rulebook: Rulebook) -> bytes:
    sections = {
        name: msgspec.json.encode(list(getattr(rulebook, name).values()), enc_hook=lambda value: value.as_yaml())
        for name in _COLLECTIONS
    }
    lengths = {name: len(raw) for name, raw in sections.items()}
    names = dict(rulebook.term_names)
    head = _Head(rulebook.version, rulebook.hash, dict(rulebook.topic_of), names, lengths)
    return b"\n".join([msgspec.json.encode(head), *sections.values()])


def _decode(file: Path, directory: Path) -> Rulebook:
    with file.open("rb") as stream:
        head = msgspec.json.decode(stream.readline(), type=_Head)
        start = stream.tell()
    later = {}
    for name in _COLLECTIONS:
        later[name] = partial(_section, file, start, head.lengths[name], name, directory)
        start += head.lengths[name] + 1
    # The hash and the names are cached properties: here is what they would work out.
    return Rulebook.read_later({name: getattr(head, name) for name in _Head.__struct_fields__[:-1]}, later)


def _section(file: Path, start: int, length: int, name: str, directory: Path) -> Mapping[str, Item]:
    kind = _COLLECTIONS[name]
    try:
        with file.open("rb") as stream:
            stream.seek(start)
            raw = stream.read(length)
        items: Any = msgspec.json.decode(raw, type=tuple[kind, ...], dec_hook=decode)  # type: ignore[valid-type]  # known at run time
    except (OSError, msgspec.MsgspecError, RecursionError):
        from advisor.rulebook.loading import load

        section: Mapping[str, Item] = getattr(load(directory), name)
        return section
    return {getattr(item, KEY.get(name, "id")): item for item in items}


def _write(file: Path, content: bytes) -> None:
    put(file, content, PRIVATE)
    old = sorted(file.parent.glob("rulebook-*.json"), key=lambda kept: kept.stat().st_mtime)
    for kept in old[:-KEEP]:
        kept.unlink()


def _user_folder() -> Path:
    if sys.platform == "linux" and not os.environ.get("XDG_CACHE_HOME"):
        return Path(os.path.expanduser("~/.cache/advisor"))  # as platformdirs says, which takes long to load
    from platformdirs import user_cache_path

    return user_cache_path("advisor", appauthor=False)
