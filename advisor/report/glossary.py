"""The glossary as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.report.document import Block, Heading, Items, Paragraph
from advisor.words import say

if TYPE_CHECKING:
    from advisor.language import Language
    from advisor.rulebook.lookup import Glossary
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
