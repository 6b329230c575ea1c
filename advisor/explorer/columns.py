"""Many answer sets side by side: for each option of each question one integer, a bit per answer set."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING

from msgspec import Struct

from advisor.rulebook.model import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from advisor.rulebook.rulebook import Rulebook


class Columns(Struct, frozen=True):
    """``bits[question][option]`` has bit *i* set when answer set *i* gives that option.

    An answer set that gives ``unknown``, or nothing, has no bit set in any option.
    """

    size: int
    """How many answer sets there are."""
    bits: Mapping[str, Mapping[str, int]]

    @property
    def all(self) -> int:
        """The mask with a bit for every answer set."""
        return (1 << self.size) - 1

    def answers(self, place: int) -> dict[str, str]:
        """Answer set number ``place``, without what it does not know."""
        return {
            question: option
            for question, options in self.bits.items()
            for option, mask in options.items()
            if mask >> place & 1
        }


def product(base: Mapping[str, str], free: Mapping[str, Sequence[str]]) -> Columns:
    """Every combination of the free questions' values, each on top of ``base``.

    Args:
        base: answers that are the same in every set.
        free: question → the values it takes, ``unknown`` among them when it may stay open.
    """
    size = prod(map(len, free.values()))
    everywhere = (1 << size) - 1
    bits: dict[str, dict[str, int]] = {q: {o: everywhere} for q, o in base.items() if o != UNKNOWN and q not in free}
    run = 1
    for question, values in free.items():
        period = run * len(values)
        # Bits run, run+period, ... of each value: one block, repeated by multiplication.
        repeat = ((1 << size) - 1) // ((1 << period) - 1)
        block = (1 << run) - 1
        bits[question] = {v: (block << (run * place)) * repeat for place, v in enumerate(values) if v != UNKNOWN}
        run = period
    return Columns(size, bits)


def listed(answer_sets: Sequence[Mapping[str, str]]) -> Columns:
    """The given answer sets, in order."""
    places: dict[str, dict[str, list[int]]] = {}
    for place, answers in enumerate(answer_sets):
        for question, option in answers.items():
            if option != UNKNOWN:
                places.setdefault(question, {}).setdefault(option, []).append(place)
    size = len(answer_sets)
    return Columns(size, {q: {o: _mask(at, size) for o, at in options.items()} for q, options in places.items()})


def _mask(places: Iterable[int], size: int) -> int:
    raw = bytearray((size + 7) // 8)
    for place in places:
        raw[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(raw, "little")


def values_of(rulebook: Rulebook, question: str) -> tuple[str, ...]:
    """The options of a question, and ``unknown``."""
    return (*(option.id for option in rulebook.questions[question].options), UNKNOWN)


def union(masks: Iterable[int]) -> int:
    """Where any of the masks is set."""
    result = 0
    for mask in masks:
        result |= mask
    return result


def first(mask: int) -> int:
    """The lowest place that is set; -1 when none is."""
    return (mask & -mask).bit_length() - 1


def places(mask: int, most: int) -> Iterator[int]:
    """The lowest places that are set, at most ``most``."""
    while mask and most > 0:
        yield first(mask)
        mask &= mask - 1
        most -= 1
