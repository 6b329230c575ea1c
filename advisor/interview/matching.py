"""Which options of a question a typed line may mean. Cautious: rather nothing than the wrong one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from advisor.interview.phrases import ALIKE, FILLERS, NEGATIONS, QUALIFIERS, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from advisor.language import Language
    from advisor.rulebook.model import Option, Question

_TURNS = re.compile(r"\s*(?:behalve|maar|tenzij|zonder|mits|except|but|unless|without|provided)\b", re.I)
"""After a comma these take back part of what stands before it."""
_CLAUSE_ENDS = re.compile(r"[,;:()\u2013\u2014]|\b(?:en|and)\b", re.I)
_ALSO = re.compile(r"\s*(?:of|or)\b", re.I)
_ONE = re.compile(r"\b(?:een|one|a)(?= (?:dag|week|maand|kwartaal|jaar|day|month|quarter|year)\b)")
"""Before a stretch of time an article is a number: "within a month" is not "within three months"."""
_SHORTEST_TYPO = 6
_TELLING = 6
"""A single word must be this long to stand for its option in the middle of other words."""
_OTHER: dict[Language, Language] = {"nl": "en", "en": "nl"}

Tokens = frozenset[str]
Sequence = tuple[str, ...]


def exact(typed: str, question: Question, language: Language) -> frozenset[str]:
    """Options one of whose phrases is just what was typed; ``language`` goes before the other."""
    words = plain(typed)
    for spoken in (language, _OTHER[language]):
        for phrases in (_whole_phrases, _heads):
            found = {o.id for o in question.options if words in {plain(p) for p in phrases(o, spoken)}}
            if found:
                return frozenset(found)
    return frozenset()


def fitting(typed: str, question: Question) -> frozenset[str]:
    """Options by their words; when that leaves more than one, by how the words stand together."""
    by_words = near(typed, question)
    if len(by_words) == 1:
        return by_words
    together = quoted(typed, question)
    return (by_words & together or by_words) if by_words else together


def near(typed: str, question: Question) -> frozenset[str]:
    """Options that what was typed may mean, by its words; more than one means: do not choose."""
    sequence = sequence_of(typed)
    words = frozenset(sequence)
    if not words or len(words & NEGATIONS) > 1:
        return frozenset()
    asked = tokens(question.text.nl) | tokens(question.text.en)
    harmless = asked - NEGATIONS - QUALIFIERS
    same = _options(question, sequence, lambda phrase: _part(words, phrase, harmless) and _covers(words, phrase))
    if same or words & NEGATIONS:  # a "not" turns whatever it stands by, so half a phrase will not do
        return frozenset(same)
    part = _options(question, sequence, lambda phrase: _telling_part(words, phrase, harmless))
    known = frozenset(word for option in question.options for phrase in _phrases(option) for word in phrase)
    whole = _options(question, sequence, lambda phrase: _whole(words, phrase, harmless, known))
    widest = {option for option, phrase in whole.items() if not any(phrase < other for other in whole.values())}
    return frozenset(part) | widest


def quoted(typed: str, question: Question) -> frozenset[str]:
    """Options of which two words or more were typed just as they stand together in one clause."""
    words = plain(typed)
    if len(words.split()) < 2:
        return frozenset()
    return frozenset(
        option.id
        for option in question.options
        for language in _OTHER
        if any(_quotes(words, clause) for clause in _CLAUSE_ENDS.split(option.text.in_(language)))
    )


def _quotes(words: str, clause: str) -> bool:
    return f" {words} " in f" {plain(clause)} " and _negated_alike(tokens(words), tokens(clause))


def sequence_of(text: str) -> Sequence:
    """The words of ``text`` that say something, numbers as digits, plurals as singulars."""
    counted = _ONE.sub("1", plain(text))
    return tuple(_stem(ALIKE.get(word, word)) for word in counted.split() if word not in FILLERS)


def tokens(text: str) -> Tokens:
    """:func:`sequence_of`, without the order."""
    return frozenset(sequence_of(text))


def _options(question: Question, typed: Sequence, fits: Callable[[Tokens], bool]) -> dict[str, Tokens]:
    """Options with a phrase that fits, and the longest such phrase."""
    found: dict[str, Tokens] = {}
    for option in question.options:
        sequences = [phrase for phrase in _phrases(option) if phrase and _in_order(typed, phrase)]
        fitting = [phrase for phrase in map(frozenset, sequences) if fits(phrase)]
        if fitting:
            found[option.id] = max(fitting, key=lambda phrase: (len(phrase), sorted(phrase)))
    return found


def _in_order(typed: Sequence, phrase: Sequence) -> bool:
    """The words they share come in the same order: "first cost, then quality" is not the reverse."""
    at = 0
    for word in typed:
        places = [place for place, other in enumerate(phrase) if word == other or _slip(word, other)]
        if places:
            at = next((place + 1 for place in places if place >= at), 0)
            if at == 0:
                return False
    return True


def _phrases(option: Option) -> Iterable[Sequence]:
    for language in _OTHER:
        yield from map(sequence_of, (*_whole_phrases(option, language), *_heads(option, language)))


def _whole_phrases(option: Option, language: Language) -> Iterable[str]:
    return (option.text.in_(language), *option.also.in_(language), option.id.replace("_", " "))


def _heads(option: Option, language: Language) -> Iterable[str]:
    """ "Hoog" of "Hoog (meer dan 40 %)" or "Hoog, meer dan 40 %"; and what stands in brackets."""
    text = option.text.in_(language)
    yield from re.findall(r"\(([^)]*)\)", text)
    yield re.split(r"[(:;\u2013\u2014]", text, maxsplit=1)[0]
    head, comma, rest = text.partition(",")
    if comma and not _TURNS.match(rest) and (_ALSO.match(rest) or not tokens(rest) & NEGATIONS):
        yield head


def _part(words: Tokens, phrase: Tokens, harmless: Tokens) -> bool:
    """All that was typed stands in the phrase, apart from words of the question itself."""
    said = _within(words, phrase)
    return bool(said) and _negated_alike(words, phrase) and words - said <= harmless


def _telling_part(words: Tokens, phrase: Tokens, harmless: Tokens) -> bool:
    """More of the phrase was typed than a "not" or a word of the question."""
    return _part(words, phrase, harmless) and bool(_within(words, phrase) - harmless - NEGATIONS)


def _whole(words: Tokens, phrase: Tokens, harmless: Tokens, known: Tokens) -> bool:
    """The whole phrase was typed; what else was typed does not turn it round, nor belongs to an option (``known``)."""
    telling = len(phrase) > 1 or any(len(word) >= _TELLING for word in phrase)
    if not telling or not _negated_alike(words, phrase) or not _covers(words, phrase):
        return False
    rest = words - _within(words, phrase) - harmless
    return not rest & (QUALIFIERS | NEGATIONS | known) and not any(word.isdigit() for word in rest)


def _negated_alike(words: Tokens, phrase: Tokens) -> bool:
    return bool(words & NEGATIONS) == bool(phrase & NEGATIONS)


def _covers(there: Tokens, asked: Tokens) -> bool:
    """Every word of ``asked`` stands in ``there``."""
    return _within(asked, there) == asked


def _within(words: Tokens, there: Tokens) -> Tokens:
    """Those of ``words`` that stand in ``there``, give or take a slip of the fingers."""
    return frozenset(word for word in words if word in there or any(_slip(word, other) for other in there))


def _stem(word: str) -> str:
    if word in NEGATIONS or word in QUALIFIERS:
        return word
    for end in ("en", "s"):
        if word.endswith(end) and len(word) - len(end) >= 4:
            return word[: -len(end)]
    return word


def _slip(a: str, b: str) -> bool:
    """One letter too many, too few, wrong, or two swapped; never the first (``on-``, ``in-`` turn a word round)."""
    if min(len(a), len(b)) < _SHORTEST_TYPO or a[0] != b[0] or a.isdigit() or b.isdigit():
        return False
    if len(a) > len(b):
        a, b = b, a
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) < len(b):
        return len(b) - len(a) == 1 and a[at:] == b[at + 1 :]
    swapped = a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]
    return swapped or a[at + 1 :] == b[at + 1 :]
