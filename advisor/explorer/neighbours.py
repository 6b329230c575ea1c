"""What other answers would have changed: every interview one, two or three answers away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from advisor.explorer.columns import Columns, places, union, values_of
from advisor.rulebook.model import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from advisor.explorer.reading import Reading
    from advisor.rulebook.model import Influence

MOST_CHANGES = 3
SHOWN = 10
"""Flip sets shown per form; ``total`` counts them all."""


class FlipSet(Struct, frozen=True):
    """Changed answers that together make a form the headline."""

    changes: Mapping[str, str]
    """Question → the other option."""
    influence: Influence
    """The least of its questions' influence: ``given`` when any of them is the world's."""


class Flip(Struct, frozen=True):
    """The fewest changes after which a rejected form is the headline."""

    form: str
    total: int
    sets: tuple[FlipSet, ...]
    """What the manager can choose first; none when it takes more than three changes."""


class Robustness(Struct, frozen=True):
    """How the headline stands up to other answers; never to or from ``unknown``."""

    single_changes: int
    kept: int
    """Single changes that leave the headline as it is."""
    pair_changes: int
    pairs_kept: int
    flips: tuple[Flip, ...]


class _Changed(Struct, frozen=True):
    """All interviews at one distance, and where each question differs."""

    columns: Columns
    where: Mapping[str, int]


def robustness(reading: Reading, answers: Mapping[str, str], ranking: Sequence[str]) -> Robustness | None:
    """How firm the headline is.

    Args:
        reading: of the rulebook.
        answers: question → option or ``unknown``; set-aside answers left out.
        ranking: the six forms, the headline first.

    Returns:
        None when there is no headline.
    """
    known = {question: option for question, option in answers.items() if option != UNKNOWN}
    if not reading.of(_at_distance(reading, known, 0).columns).headlines()[ranking[0]]:
        return None
    counts: list[tuple[int, int]] = []
    flips: dict[str, Flip | None] = dict.fromkeys(ranking[1:])
    for distance in range(1, MOST_CHANGES + 1):
        missing = [form for form, flip in flips.items() if flip is None]
        if distance == MOST_CHANGES and not missing:
            break
        changed = _at_distance(reading, known, distance)
        headlines = reading.of(changed.columns).headlines()
        counts.append((changed.columns.size, headlines[ranking[0]].bit_count()))
        for form in missing:
            if headlines[form]:
                flips[form] = _flip(reading, known, changed, form, headlines[form])
    (singles, kept), (pairs, pairs_kept) = counts[:2]
    found = tuple(flip or Flip(form, 0, ()) for form, flip in flips.items())
    return Robustness(singles, kept, pairs, pairs_kept, found)


def _at_distance(reading: Reading, known: Mapping[str, str], distance: int) -> _Changed:
    """Every interview with exactly ``distance`` other answers.

    The interviews lie side by side, those that change an earlier question first. ``starts[k]`` marks
    where rows of interviews begin in which k more questions, from here on, are still to be changed.
    """
    others = {q: [o for o in values_of(reading.rulebook, q)[:-1] if o != known[q]] for q in known}
    sizes = _sizes([len(options) for options in others.values()], distance)
    size = sizes[distance][0]
    bits: dict[str, dict[str, int]] = {}
    where: dict[str, int] = {}
    starts = [0] * distance + [1 if size else 0]
    for place, (question, options) in enumerate(others.items()):
        following = [0] * (distance + 1)
        masks = dict.fromkeys(options, 0)
        for left in range(1, distance + 1):
            length = sizes[left - 1][place + 1]
            for number, option in enumerate(options):
                begin = starts[left] << (number * length)
                masks[option] |= (begin << length) - begin  # a run of ``length`` bits at every mark
                following[left - 1] |= begin
            following[left] |= starts[left] << (len(options) * length)
        starts = following
        where[question] = union(masks.values())
        bits[question] = {**masks, known[question]: ((1 << size) - 1) & ~where[question]}
    return _Changed(Columns(size, bits), where)


def _sizes(options: Sequence[int], most: int) -> list[list[int]]:
    """``[k][i]``: in how many ways k of the questions from number i on can be changed."""
    sizes = [[1] * (len(options) + 1)] + [[0] * (len(options) + 1) for _ in range(most)]
    for place in range(len(options) - 1, -1, -1):
        for k in range(1, most + 1):
            sizes[k][place] = sizes[k][place + 1] + options[place] * sizes[k - 1][place + 1]
    return sizes


def _flip(reading: Reading, known: Mapping[str, str], changed: _Changed, form: str, mask: int) -> Flip:
    questions = reading.rulebook.questions
    touched = {
        influence: union(where for q, where in changed.where.items() if questions[q].influence == influence)
        for influence in ("given", "negotiable")
    }
    sets: list[FlipSet] = []
    groups: list[tuple[Influence, int]] = [
        ("choice", mask & ~touched["given"] & ~touched["negotiable"]),
        ("negotiable", mask & touched["negotiable"] & ~touched["given"]),
        ("given", mask & touched["given"]),
    ]
    for influence, group in groups:
        for place in places(group, SHOWN - len(sets)):
            answers = changed.columns.answers(place)
            sets.append(FlipSet({q: o for q, o in answers.items() if known[q] != o}, influence))
    return Flip(form, mask.bit_count(), tuple(sets))
