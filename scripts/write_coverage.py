"""Writes docs/coverage.md: per source, what it claims and what in the rulebook carries that.

A claim (``claims`` in rules/sources.yaml: a form, for or against) is met when a rule for that form and
in that direction cites the source; a gate counts as against. What is not met must be left out with a reason.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from advisor.rulebook.loading import load  # noqa: E402 - the checkout comes first
from advisor.rulebook.locate import shipped  # noqa: E402 - as above
from advisor.rulebook.model import FORMS  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.rulebook.model import Source
    from advisor.rulebook.rulebook import Rulebook

PAGE = ROOT / "docs" / "coverage.md"

HEAD = """# What carries each source

<!-- Written by scripts/write_coverage.py (make docs); do not edit. -->

Every source of the knowledge, what it argues, and what in the rulebook carries that: a rule for or
against the form, a gate (which counts as against), or the reason why we left it out.
"""


class Claim(NamedTuple):
    """A form that a source speaks for or against."""

    source: str
    form: str
    direction: str


@dataclass(frozen=True)
class Coverage:
    """What of the sources is in the rulebook."""

    carriers: dict[Claim, tuple[str, ...]]
    """Claim, also one that the source's list does not name → ids of the rules and gates."""
    unmet: tuple[Claim, ...]
    """Claims that nothing carries and no reason leaves out."""
    contradicted: tuple[Claim, ...]
    """Arguments that cite a source for what it was left out for."""


def coverage(rulebook: Rulebook) -> Coverage:
    """Hold every claim of every source against the rules and gates that cite it."""
    carriers: dict[Claim, tuple[str, ...]] = {}
    for rule in rulebook.rules.values():
        for source in rule.sources:
            claim = Claim(source, rule.form, "for" if rule.for_form else "against")
            carriers[claim] = (*carriers.get(claim, ()), rule.id)
    for gate in rulebook.gates.values():
        for source in gate.sources:
            claim = Claim(source, gate.form, "against")
            carriers[claim] = (*carriers.get(claim, ()), gate.id)
    sources = rulebook.sources
    claims = [Claim(source.id, *claim) for source in sources.values() for claim in source.claims.items()]
    return Coverage(
        carriers=carriers,
        unmet=tuple(c for c in claims if c not in carriers and not _left_out(sources[c.source], c.form)),
        contradicted=tuple(
            c
            for c in sorted(carriers)
            if _left_out(sources[c.source], c.form) and sources[c.source].claims.get(c.form, c.direction) == c.direction
        ),
    )


def _left_out(source: Source, form: str) -> bool:
    return form in source.left_out or "all" in source.left_out


def page(rulebook: Rulebook) -> str:
    """The page as Markdown."""
    result = coverage(rulebook)
    claims = [Claim(source.id, *claim) for source in rulebook.sources.values() for claim in source.claims.items()]
    carried = sum(claim in result.carriers for claim in claims)
    left_out = len(claims) - carried - len(result.unmet)
    lines = [
        HEAD,
        f"{len(rulebook.sources)} sources make {len(claims)} claims about a form: {carried} are carried by a rule or "
        f"a gate, {left_out} are left out with a reason, {len(result.unmet)} are open.",
    ]
    for source in rulebook.sources.values():
        lines += ["", f"## {source.id}", "", f"{source.title.en}", ""]
        lines += [f"- {line}" for line in _about(rulebook, source, result)]
    return "\n".join(lines) + "\n"


def _about(rulebook: Rulebook, source: Source, result: Coverage) -> Iterator[str]:
    cited = {(c.form, c.direction): ids for c, ids in result.carriers.items() if c.source == source.id}
    for form in sorted(source.claims, key=FORMS.index):
        direction = source.claims[form]
        if ids := cited.pop((form, direction), ()):
            yield f"claims {direction} {form}: {_code(ids)}"
        elif form in source.left_out:
            yield f"claims {direction} {form}: left out. {source.left_out[form].en}"
        elif "all" in source.left_out:
            yield f"claims {direction} {form}: left out, see below"
        else:
            yield f"claims {direction} {form}: **open**"
    for form, direction in sorted(cited, key=lambda key: (FORMS.index(key[0]), key[1])):
        yield f"also cited {direction} {form}: {_code(cited[form, direction])}"
    if "all" in source.left_out:
        yield f"left out: {source.left_out['all'].en}"
    cautions = [caution.id for caution in rulebook.cautions.values() if source.id in caution.sources]
    if cautions:
        yield f"cautions: {_code(cautions)}"
    cards = [form.id for form in rulebook.forms.values() if source.id in form.costs.sources]
    if cards:
        yield f"cost on the form cards: {_code(cards)}"
    terms = [term.id for term in rulebook.terms.values() if source.id in term.sources]
    if terms:
        yield f"glossary: {_code(terms)}" if len(terms) <= 12 else f"glossary: {len(terms)} terms"
    if not (cited or source.claims or source.left_out or cautions or cards or terms):
        yield "background only: nothing cites it"


def _code(ids: list[str] | tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in ids)


def main() -> int:
    """Write the page; say what is open."""
    rulebook = load(shipped())
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(rulebook), encoding="utf-8", newline="\n")
    result = coverage(rulebook)
    for claim in result.unmet:
        print(f"open: {claim.source} {claim.direction} {claim.form}")
    for claim in result.contradicted:
        print(f"left out, but cited: {claim.source} {claim.direction} {claim.form}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
