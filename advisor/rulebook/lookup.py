"""Finding a glossary term by what someone types, in either language."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from advisor.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from advisor.language import Language
    from advisor.rulebook.model import Term

MOST = 5
"""How many terms one look-up gives at most."""

_NEAR = 0.62
"""Share of three-letter pieces two words must have in common to be called alike.

Below it, typed nonsense starts to find terms.
"""
_NEAR_BUT_FOR_SLIPS = 0.5
"""The same when only a few letters differ: one slip in a short word spoils many of its pieces."""
_LETTERS_FOR_A_SLIP = 5
"""One slip is forgiven for every so many letters."""
_OF_EACH_WORD = 0.4
"""Share of the pieces of each word typed that must be in the term too.

One long word alike is not enough: "contract law poem" is not a contractor.
"""
_SHORTEST_PREFIX = 3
_SHORTEST_TYPO = 5
"""In a shorter word one other letter makes another word (KPI, BPI)."""
_ARTICLES = frozenset({"de", "het", "een", "the", "a", "an"})
_EMPTY = _ARTICLES | frozenset(
    {"en", "of", "niet", "geen", "voor", "van", "in", "op", "and", "or", "not", "no", "to", "for"}
)
"""Words that name nothing by themselves."""
_PLURALS = ("en", "s", "es")


class _Phrase:
    """One way to say a term. What only a closer comparison needs is worked out when it is asked for."""

    def __init__(self, words: Sequence[str], *, is_name: bool = False) -> None:
        self.words = frozenset(words)
        self.key = "".join(words)
        """Folded, without spaces and hyphens: Dutch writes compounds joined, people do not."""
        self.sorted_key = "".join(sorted(words))
        """The words in alphabetical order, so that their order does not matter."""
        self.is_name = is_name
        """A term's own name goes before another term's synonym."""

    @cached_property
    def singulars(self) -> frozenset[str]:
        """The key, and what it may be the plural of."""
        return _singulars(self.key)

    @cached_property
    def pieces(self) -> frozenset[str]:
        return _pieces(self.key)

    @cached_property
    def sorted_pieces(self) -> frozenset[str]:
        return _pieces(self.sorted_key)


class Glossary:
    """Look-up over all terms: names, synonyms, both languages; typos and split compounds forgiven."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self.terms = terms

    @cached_property
    def _said(self) -> _Said:
        """Everything a term is called; made at the first look-up, which the first screen need not wait for."""
        return _Said([(term.id, phrase) for term in self.terms.values() for phrase in _phrases(term)])

    def find(self, query: str) -> tuple[Term, ...]:
        """The terms meant by ``query``, best first; empty when nothing is near enough."""
        wanted = _phrase(query)
        if wanted.words <= _EMPTY and not self._said.is_name(wanted):
            return ()
        near: dict[str, float] = {}
        for term, phrase in self._said.like(wanted):
            near[term] = max(near.get(term, 0.0), _likeness(wanted, phrase))
        best = sorted((-likeness, term) for term, likeness in near.items() if likeness > 0)
        return tuple(self.terms[term] for _, term in best[:MOST])

    def a_to_z(self, language: Language) -> tuple[Term, ...]:
        """Every term, in the order of its name in ``language``."""
        return tuple(sorted(self.terms.values(), key=lambda term: (fold(term.name.in_(language)), term.id)))


class _Said:
    """All phrases with their terms; what is in them as long texts, quick to make and quick to search."""

    def __init__(self, said: Sequence[tuple[str, _Phrase]]) -> None:
        self._said = said
        self._words = _Lines([f" {' '.join(phrase.words | phrase.singulars)} " for _, phrase in said])
        self._keys = _Lines([_padded(phrase.key) for _, phrase in said])
        self._sorted_keys = _Lines([_padded(phrase.sorted_key) for _, phrase in said])

    def is_name(self, wanted: _Phrase) -> bool:
        """Whether an empty word is what a term is called: the OR is the works council."""
        return any(wanted.key == phrase.key for _, phrase in self._said)

    def like(self, wanted: _Phrase) -> Iterator[tuple[str, _Phrase]]:
        """Every phrase with a likeness to ``wanted``, among others.

        It shares a word, or a third of the pieces: two phrases that share less are not half alike, nor
        is one the beginning of the other.
        """
        places = set(self._words.with_any_of({f" {word} " for word in wanted.words | wanted.singulars}))
        for lines, parts in ((self._keys, wanted.pieces), (self._sorted_keys, wanted.sorted_pieces)):
            places.update(place for place, count in lines.with_any_of(parts).items() if 3 * count >= len(parts))
        return (self._said[place] for place in places)


class _Lines:
    """Lines of text in one, to be searched at once."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._text = "\n".join(lines)
        self._starts = [0, *accumulate(len(line) + 1 for line in lines)]

    def with_any_of(self, parts: Iterable[str]) -> Counter[int]:
        """Which lines have any of ``parts``, and how many of them."""
        found: Counter[int] = Counter()
        for part in parts:
            at = self._text.find(part)
            while at >= 0:
                after = bisect_right(self._starts, at)
                found[after - 1] += 1
                at = self._text.find(part, self._starts[after])
        return found


def _phrases(term: Term) -> Iterator[_Phrase]:
    names = (term.name.nl, term.name.en)
    shortened = [name.partition("(")[0] for name in names]
    for words in dict.fromkeys((*names, *shortened, *term.also.nl, *term.also.en)):
        if (phrase := _phrase(words, is_name=words in names)).key:
            yield phrase


def _phrase(text: str, *, is_name: bool = False) -> _Phrase:
    words = fold(text).split()
    pairs = zip(words, [*words[1:], ""], strict=False)
    words = [word for word, after in pairs if not _is_article(word, after)] or words
    return _Phrase(words, is_name=is_name)


def _is_article(word: str, after: str) -> bool:
    """Whether ``word`` says nothing; the A of Erlang A, phase A/B/C or A.V.G. does."""
    return word in _ARTICLES and (word != "a" or len(after) > 1)


def _padded(key: str) -> str:
    """``key`` with room for the pieces that tell its beginning and its end."""
    return f"  {key} "


def _pieces(key: str) -> frozenset[str]:
    padded = _padded(key)
    return frozenset(padded[i : i + 3] for i in range(len(padded) - 2)) if key else frozenset()


def _likeness(wanted: _Phrase, phrase: _Phrase) -> float:
    """0 for too far apart; 3 and over the same words or a plural, over 2 a beginning, over 1 some words, else alike."""
    if wanted.key == phrase.key:
        return 4.5 if phrase.is_name else 4.0
    if wanted.words == phrase.words:
        return 3.5
    if not wanted.singulars.isdisjoint(phrase.singulars):
        return 3.0
    share = len(wanted.key) / len(phrase.key)
    if len(wanted.key) >= _SHORTEST_PREFIX:
        if phrase.key.startswith(wanted.key):
            return 2.0 + share
        if wanted.words < phrase.words:
            return 1.0 + share
    if len(wanted.key) < _SHORTEST_TYPO or len(phrase.key) < _SHORTEST_TYPO:
        return 0.0
    alike = max(_dice(wanted.pieces, phrase.pieces), _dice(wanted.sorted_pieces, phrase.sorted_pieces))
    if alike >= _NEAR and _has_every_word(wanted, phrase):
        return alike
    return alike if alike >= _NEAR_BUT_FOR_SLIPS and _few_slips(wanted.key, phrase.key) else 0.0


def _few_slips(typed: str, meant: str) -> bool:
    """Whether ``typed`` is ``meant`` but for a letter wrong, missing, too many, or swapped with the next."""
    most = len(typed) // _LETTERS_FOR_A_SLIP
    if abs(len(typed) - len(meant)) > most:
        return False
    before, row = [0] * (len(meant) + 1), list(range(len(meant) + 1))
    for i, letter in enumerate(typed, 1):
        earlier, before, row = before, row, [i]
        for j, other in enumerate(meant, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other)))
            if i > 1 and j > 1 and letter == meant[j - 2] and other == typed[i - 2]:
                row[j] = min(row[j], earlier[j - 2] + 1)
    return row[-1] <= most


def _has_every_word(wanted: _Phrase, phrase: _Phrase) -> bool:
    """Whether ``phrase`` has something like each word typed, as a word or inside a compound."""
    there = phrase.pieces.union(*map(_pieces, phrase.words))
    return all(len((own := _pieces(word)) & there) >= _OF_EACH_WORD * len(own) for word in wanted.words - _EMPTY)


def _singulars(key: str) -> frozenset[str]:
    """``key`` and what it may be the plural of."""
    return frozenset({key}) | {key[: -len(end)] for end in _PLURALS if key.endswith(end) and len(key) - len(end) >= 3}


def _dice(a: frozenset[str], b: frozenset[str]) -> float:
    return 2 * len(a & b) / (len(a) + len(b))
