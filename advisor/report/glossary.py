"""The glossary as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from advisor.report.document import Block, Heading, Items, Paragraph, texts
from advisor.rulebook.lookup import Glossary
from advisor.text import fold
from advisor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from advisor.language import Language
    from advisor.rulebook.model import Term
    from advisor.rulebook.rulebook import Rulebook


def entry(term: Term, rulebook: Rulebook, language: Language) -> tuple[Block, ...]:
    """One term, with everything the glossary says about it."""
    other: Language = "en" if language == "nl" else "nl"
    synonyms = [term.name.in_(other), *term.also.in_(language)]
    blocks: list[Block] = [
        Heading(2, term.name.in_(language)),
        Paragraph(say("also_called", language, names=", ".join(dict.fromkeys(synonyms)))),
        Paragraph(term.definition.in_(language)),
        Paragraph(say("why_it_matters", language, why=term.why.in_(language))),
    ]
    if term.see_also:
        names = sorted(rulebook.terms[name].name.in_(language) for name in term.see_also)
        blocks.append(Paragraph(say("see_also", language, names=", ".join(names))))
    blocks.append(Items(tuple(rulebook.sources[source].title.in_(language) for source in sorted(term.sources))))
    return tuple(blocks)


def a_to_z(glossary: Glossary, language: Language) -> str:
    """Every name in order, one a line, with the first sentence of its definition."""
    lines = []
    for term in glossary.a_to_z(language):
        lines.append(f"{term.name.in_(language)}: {term.definition.in_(language)}")
    return "\n".join(lines) + "\n"


def section(blocks: Sequence[Block], rulebook: Rulebook, language: Language) -> tuple[Block, ...]:
    """What the terms mean that a report uses and not everybody knows, from A to Z; nothing when there are none.

    A term is used where its name stands as whole words, or an abbreviation that means the same. Its other synonyms
    do not count: they are the plain words that a text uses to avoid the term.
    """
    stands = _Words(blocks)
    meanings = []
    for term in Glossary(rulebook.terms).a_to_z(language):
        used = [] if term.everyday else [name for name in _names(term, language) if name in stands]
        if used:
            name = term.name.in_(language)
            also = "" if used[0] in name else f" ({used[0]})"
            meanings.append(f"{name}{also}: {term.definition.in_(language)}")
    return (Heading(2, say("terms_used", language)), Items(tuple(meanings))) if meanings else ()


class _Words:
    """Tells which names stand in a report."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._text = " ".join(texts(blocks))
        self._folded = f" {fold(self._text)} "

    def __contains__(self, name: str) -> bool:
        """Whether ``name`` stands there as whole words; an abbreviation only in capitals: "was" is not the WAS."""
        if f" {fold(name)} " not in self._folded:
            return False
        return not name.isupper() or re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self._text) is not None


def _names(term: Term, language: Language) -> Iterator[str]:
    """What a term is called: its name, what stands before and between brackets in it, and its abbreviations."""
    name = term.name.in_(language)
    yield name
    before, _, between = name.partition(" (")
    if between:
        yield from (before, between.rstrip(")"))
    yield from (word for word in term.also.in_(language) if word.isupper() and len(word) > 1)
