"""Small harm done to good files: to their bytes, and to what stands in them."""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from typing import Any

Spot = tuple[Any, Any]
"""A mapping or list, and the key or index of something in it."""

ODD: list[Any] = [
    None, True, False, 0, -1, 1, 10**30, -(10**18), 0.5, 1e308, "", " ", "x", "unknown", "null", "no", "12:30",
    "2026-02-31", "size", "small", "team", "seed", "insourcing", "../x", "\x1b]0;x\x07", "\u202e\x9b2J", "[/x]", "\0",
    "é" * 300, "a" * 5_000, [], {}, [[]], {"": {}}, {"id": None}, ["x"] * 50, {"nl": "x"}, {"nl": 1, "en": []},
]  # fmt: skip
"""Values that belong nowhere in particular."""


def mutated(plain: Any, chance: random.Random) -> Any:
    """A copy of plain data with one to four changes."""
    changed = {"": copy.deepcopy(plain)}
    for _ in range(chance.choice([1, 1, 1, 2, 4])):
        spots = list(_spots(changed))
        if not spots:
            break
        inside, key = spots[chance.randrange(len(spots))]
        other, other_key = spots[chance.randrange(len(spots))]
        chance.choice(_CHANGES)(inside, key, copy.deepcopy(other[other_key]), chance)
    return changed.get("")


def _spots(plain: Any) -> list[Spot]:
    """Everything that can be changed, in order."""
    found: list[Spot] = []
    items = (
        list(plain.items()) if isinstance(plain, dict) else list(enumerate(plain)) if isinstance(plain, list) else []
    )
    for key, value in items:
        found.append((plain, key))
        found += _spots(value)
    return found


def _drop(inside: Any, key: Any, _other: Any, _chance: random.Random) -> None:
    del inside[key]


def _put(inside: Any, key: Any, _other: Any, chance: random.Random) -> None:
    inside[key] = copy.deepcopy(chance.choice(ODD))


def _swap(inside: Any, key: Any, other: Any, _chance: random.Random) -> None:
    inside[key] = other


def _wrap(inside: Any, key: Any, _other: Any, chance: random.Random) -> None:
    inside[key] = chance.choice([[inside[key]], {"id": inside[key]}, {str(key): inside[key]}, str(inside[key])])


def _double(inside: Any, key: Any, _other: Any, chance: random.Random) -> None:
    if isinstance(inside, list):
        inside.insert(chance.randrange(len(inside) + 1), copy.deepcopy(inside[key]))
    else:
        inside[f"{key}{chance.choice(['', ' ', '2', chr(0)])}"] = copy.deepcopy(inside[key])


def _rename(inside: Any, key: Any, other: Any, chance: random.Random) -> None:
    if isinstance(inside, dict):
        value = inside.pop(key)
        inside[other if isinstance(other, str) else str(chance.choice(ODD))] = value
    else:
        chance.shuffle(inside)


def _garble(inside: Any, key: Any, _other: Any, chance: random.Random) -> None:
    if isinstance(inside[key], str):
        place = chance.randrange(len(inside[key]) + 1)
        inside[key] = inside[key][:place] + str(chance.choice(ODD)) + inside[key][place:]
    elif isinstance(inside[key], int):
        inside[key] = inside[key] * chance.choice([-1, 10**9, 0]) + chance.choice([0, 1, -1])


_CHANGES: list[Callable[[Any, Any, Any, random.Random], None]] = [
    _drop,
    _put,
    _put,
    _swap,
    _wrap,
    _double,
    _rename,
    _garble,
]

_SIGNS = (
    *(":", ": ", "{", "}", "[", "]", ",", "- ", "? ", "'", '"', "#", "&a ", "*a", "!x ", "!!str ", "|\n", ">-\n", "%"),
    *("@", "`", "---\n", "...\n", "<<: ", "\\", "\\u0000", "\\ud800", "1e999", "null", "<!DOCTYPE x>", "<", ">", "&"),
    *("stream\n", "endobj\n", " 0 R", "<<", ">>", "/Length 9", "", "\0", "\n", "\r", "\t", "\n  ", "\ufeff", "\x9b"),
    *("\x1b]0;x\x07", "9" * 30, "[" * 1_500, "{" * 30, "x" * 3_000),
)
_BITS = [*(sign.encode() for sign in _SIGNS), b"\xff", b"\xed\xa0\x80", b"PK\x03\x04"]
"""What is put in: signs of YAML, JSON, XML, zip and PDF, and bytes that are no text."""


def garbled(raw: bytes, chance: random.Random) -> bytes:
    """The bytes with one to four changes: something put in, cut out, doubled, moved or turned around."""
    for _ in range(chance.choice([1, 1, 1, 2, 4])):
        start = chance.randrange(len(raw) + 1)
        end = min(len(raw), start + chance.choice([0, 1, 1, 2, 5, 20, 200, len(raw)]))
        piece = chance.choice(
            [
                chance.choice(_BITS),
                chance.choice(_BITS),
                bytes([chance.randrange(256)]),
                raw[start:end] * 2,
                raw[start:end][::-1],
                raw[(other := chance.randrange(len(raw) + 1)) : other + 30],
            ]
        )
        raw = raw[:start] + piece + raw[end:]
    return raw
