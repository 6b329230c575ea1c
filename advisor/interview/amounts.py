"""An amount that was typed, such as "45 fte" or "25%", as an answer to a question whose options are ranges."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from advisor.interview.matching import sequence_of

if TYPE_CHECKING:
    from advisor.language import Language
    from advisor.rulebook.model import Option, Question

_PERCENT = re.compile(r"%|\bprocent\b|\bper ?cent\b|\bpct\b", re.I)
_BELOW = re.compile(r"(?:minder dan|less than|fewer than) (\d+)(?P<unit>.*)", re.I)
_BETWEEN = re.compile(r"(\d+) (?:tot en met|up to and including|tot|to) (\d+)(?P<unit>.*)", re.I)
_ABOVE = re.compile(r"(?:meer dan|more than) (\d+)(?P<unit>.*)", re.I)
_ENDLESS = 10**9


class _Range(NamedTuple):
    option: str
    least: int
    most: int
    unit: str


def in_range(typed: str, question: Question, language: Language) -> str | None:
    """The option whose range holds the amount that was typed; None when nothing but an amount will do.

    A number that may be that of an option needs its unit: "3" is the third option, "3 fte" is three fte.
    """
    amount = _amount(typed)
    ranges = [found for option in question.options if (found := _range(option, language))]
    if amount is None or len(ranges) < len(question.options):
        return None
    number, unit = amount
    if unit not in (ranges[0].unit, "") or (not unit and number <= len(ranges)):
        return None
    fitting = [found for found in ranges if found.least <= number <= found.most]
    # On the border of two, "10 to 50" and "50 to 200", it is the one that begins there.
    return max(fitting, key=lambda found: found.least).option if fitting else None


def _amount(typed: str) -> tuple[int, str] | None:
    """A number and its unit, which may be missing; None when there is more to it."""
    numbers: list[str] = []
    others: list[str] = []
    for word in sequence_of(typed):
        (numbers if word.isdecimal() else others).append(word)
    percent = bool(_PERCENT.search(typed))
    if len(numbers) != 1 or len(numbers[0]) > len(str(_ENDLESS)) or len(others) > (not percent):
        return None
    return int(numbers[0]), "%" if percent else "".join(others)


def _range(option: Option, language: Language) -> _Range | None:
    """The range that an option's text ends with; it stands in the last clause."""
    text = option.text.in_(language).rpartition(", ")[2]
    if found := _BELOW.fullmatch(text):
        least, most = 0, int(found[1]) - 1
    elif found := _BETWEEN.fullmatch(text):
        least, most = int(found[1]), int(found[2])
    elif found := _ABOVE.fullmatch(text):
        least, most = int(found[1]) + 1, _ENDLESS
    else:
        return None
    return _Range(option.id, least, most, _unit(found["unit"]))


def _unit(words: str) -> str:
    return "%" if _PERCENT.search(words) else "".join(sequence_of(words))
