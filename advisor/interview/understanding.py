"""What a typed line means as a reply to a question."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from advisor.interview import matching
from advisor.interview.amounts import in_range
from advisor.interview.phrases import (
    BACK,
    DONT_KNOW,
    DONT_KNOW_WHOLE,
    HEDGES,
    LAST,
    ORDINALS,
    WHY,
    WHY_ASKED,
    WHY_STARTS,
    holds,
    plain,
)
from advisor.text import clean_line, fold

if TYPE_CHECKING:
    from advisor.language import Language
    from advisor.rulebook.lookup import Glossary
    from advisor.rulebook.model import Question


class Choice(Struct, frozen=True):
    """An option. Not ``sure``: ask "Did you mean …?" before storing it."""

    option: str
    sure: bool
    """True only for the option's number; words are always asked back."""


class DontKnow(Struct, frozen=True):
    """``weet ik niet``."""


class Why(Struct, frozen=True):
    """``waarom?``."""


class Back(Struct, frozen=True):
    """``terug``."""


class TermAsked(Struct, frozen=True):
    """``wat is een flexpool?``; ``term`` is None when the glossary has no such word."""

    term: str | None
    words: str


class NotUnderstood(Struct, frozen=True):
    """Nothing that can be stored without guessing."""

    between: tuple[int, ...] = ()
    """Numbers of the options it fits, when they are just a few."""


Understood = Choice | DontKnow | Why | Back | TermAsked | NotUnderstood


_FEW = 3
"""Of so many options it helps to say that the reply fits them all."""
_NUMBER = re.compile(
    r"(?:(?:optie|option|nummer|number|nr\.?|no\.|keuze|choice|antwoord|answer|#)\s*)?([0-9]{1,3})\s*[.)!]?", re.I
)
_ORDINAL = re.compile(r"(?:de |the )?(\w+)(?: optie| option| antwoord| answer| one)?")
_ARTICLE = r"(?:(?:een|de|het|a|an|the)\s+)?"
_TERM_QUESTIONS = tuple(
    re.compile(pattern + r"\s*[?.!]*", re.I)
    for pattern in (
        rf"wat\s+betekent\s+(?:het\s+woord\s+|de\s+term\s+)?{_ARTICLE}(.+?)",
        rf"wat\s+(?:houdt|houden)\s+{_ARTICLE}(.+?)\s+in",
        rf"wat\s+wordt\s+(?:er\s+|hier\s+)?(?:bedoeld\s+met|verstaan\s+onder)\s+{_ARTICLE}(.+?)",
        rf"wat\s+(?:bedoelt\s+u|bedoel\s+je|verstaat\s+u)\s+(?:met|onder)\s+{_ARTICLE}(.+?)",
        rf"wat\s+wordt\s+(?:er\s+)?met\s+{_ARTICLE}(.+?)\s+bedoeld",
        rf"wat\s+(?:is|zijn)\s+(?:nou\s+|nu\s+|precies\s+|eigenlijk\s+|ook\s+alweer\s+)*{_ARTICLE}(.+?)",
        rf"(?:uitleg|betekenis|definitie)\s+(?:van\s+|over\s+)?{_ARTICLE}(.+?)",
        rf"leg\s+{_ARTICLE}(.+?)\s+uit",
        rf"what\s+(?:does|do)\s+(?:the\s+(?:word|term)\s+)?{_ARTICLE}(.+?)\s+(?:mean|stand\s+for)",
        rf"what(?:\s+do\s+you\s+mean|\s+is\s+meant|'s\s+meant)\s+by\s+{_ARTICLE}(.+?)",
        rf"what(?:'s|s|\s+is|\s+are)\s+(?:exactly\s+)?{_ARTICLE}(.+?)",
        rf"(?:meaning|definition)\s+of\s+{_ARTICLE}(.+?)",
        rf"(?:define|explain)\s+{_ARTICLE}(.+?)",
    )
)


def understand(typed: str, question: Question, language: Language, glossary: Glossary) -> Understood:
    """What ``typed`` means as a reply to ``question``; accepts both languages, prefers ``language``."""
    line = clean_line(typed).replace("\u2019", "'")
    words = plain(line)
    if not words or (words in WHY_ASKED and "?" in line):
        return Why() if "?" in line else NotUnderstood()
    return (
        _amount(line, question, language)
        or _number(line, question)
        or _command(words)
        or _one(matching.exact(line, question, language) if not line.endswith("?") else frozenset(), question)
        or _term(line, glossary)
        or _dont_know(words)
        or _ordinal(words, question)
        or _one(matching.exact(line, question, language) or matching.fitting(line, question), question)
        or NotUnderstood()
    )


def _amount(line: str, question: Question, language: Language) -> Understood | None:
    option = in_range(line, question, language)
    return Choice(option, sure=False) if option else None


def _number(line: str, question: Question) -> Understood | None:
    match = _NUMBER.fullmatch(line)
    if match is None:
        return None
    number = int(match[1])
    if number == 0:
        return DontKnow()
    if number > len(question.options):
        return NotUnderstood()
    return Choice(question.options[number - 1].id, sure=True)


def _command(words: str) -> Understood | None:
    if words in BACK:
        return Back()
    if words in WHY or words.startswith(tuple(f"{start} " for start in WHY_STARTS)):
        return Why()
    return DontKnow() if words in DONT_KNOW or words in DONT_KNOW_WHOLE else None


def _term(line: str, glossary: Glossary) -> Understood | None:
    for pattern in _TERM_QUESTIONS:
        if match := pattern.fullmatch(line):
            asked = match[1].strip(" \"'\u201c\u201d\u201e\u00ab\u00bb")
            found = glossary.find(asked)
            return TermAsked(found[0].id if found else None, asked)
    if line.endswith("?"):
        asked = line.rstrip(" ?")
        found = glossary.find(asked)
        if found and fold(asked) in {
            fold(phrase) for term in found[:1] for phrase in (term.name.nl, term.name.en, *term.also.nl, *term.also.en)
        }:
            return TermAsked(found[0].id, asked)
    return None


def _dont_know(words: str) -> Understood | None:
    if not holds(words, DONT_KNOW):
        return None
    return NotUnderstood() if holds(words, HEDGES) else DontKnow()


def _ordinal(words: str, question: Question) -> Understood | None:
    match = _ORDINAL.fullmatch(words)
    if match is None:
        return None
    number = len(question.options) if match[1] in LAST else ORDINALS.get(match[1], 0)
    return Choice(question.options[number - 1].id, sure=False) if 0 < number <= len(question.options) else None


def _one(options: frozenset[str], question: Question) -> Understood | None:
    """The option when there is just one; refused when there are more."""
    if len(options) > 1:
        numbers = tuple(number for number, option in enumerate(question.options, 1) if option.id in options)
        return NotUnderstood(numbers if len(numbers) <= _FEW else ())
    return Choice(next(iter(options)), sure=False) if options else None
