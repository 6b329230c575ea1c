"""Bit-sliced whole numbers: one number per answer set, plane *k* holds bit *k* of all of them."""

from __future__ import annotations


class Numbers:
    """Numbers from 0 up, all growing at once."""

    __slots__ = ("planes",)

    def __init__(self, planes: list[int] | None = None) -> None:
        self.planes: list[int] = planes if planes is not None else []

    def add(self, mask: int, amount: int) -> None:
        """Add ``amount`` to the numbers whose bit is set in ``mask``."""
        place = 0
        while amount:
            if amount & 1:
                self._carry(mask, place)
            amount >>= 1
            place += 1

    def add_all(self, other: Numbers, times: int = 1, mask: int | None = None) -> None:
        """Add every number of ``other``, so many ``times`` (not negative), where ``mask`` allows."""
        for shift in range(times.bit_length()):
            if times >> shift & 1:
                for place, plane in enumerate(other.planes, shift):
                    self._carry(plane if mask is None else plane & mask, place)

    def _carry(self, carry: int, place: int) -> None:
        planes = self.planes
        while carry:
            while place >= len(planes):
                planes.append(0)
            plane = planes[place]
            planes[place] = plane ^ carry
            carry &= plane
            place += 1

    def at(self, place: int) -> int:
        """The number of one answer set."""
        return sum((plane >> place & 1) << k for k, plane in enumerate(self.planes))


def above(one: Numbers, other: Numbers, everywhere: int) -> tuple[int, int]:
    """Masks of where ``one`` > ``other`` and where they are equal."""
    greater, equal = 0, everywhere
    for place in range(max(len(one.planes), len(other.planes)) - 1, -1, -1):
        a = one.planes[place] if place < len(one.planes) else 0
        b = other.planes[place] if place < len(other.planes) else 0
        greater |= equal & a & ~b
        equal &= ~(a ^ b)
    return greater, equal
