"""What was kept, to read and for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.report import dates
from advisor.report.as_json import dump
from advisor.report.as_text import draw
from advisor.report.document import Block, Heading, Items, Paragraph, Table
from advisor.report.sentences import Sentences
from advisor.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from advisor.advice import Advice
    from advisor.dossier.model import Change, Dossier
    from advisor.dossier.store import Listed
    from advisor.language import Language
    from advisor.rulebook.rulebook import Rulebook

LATEST = 10
"""Changes of the history shown."""


def list_as_text(listed: Sequence[Listed], rulebook: Rulebook, language: Language) -> str:
    """A row per dossier."""
    rows = [tuple(say(f"dossier_column_{column}", language) for column in ("id", "name", "answers", "advice"))]
    for item in listed:
        dossier = item.dossier
        if dossier is None:
            rows.append((item.id, "", "", say("dossier_unreadable", language)))
            continue
        form = dossier.advice.form if dossier.advice else None
        card = rulebook.forms.get(form or "")
        rows.append((item.id, dossier.name, str(len(dossier.answers)), card.name.in_(language) if card else "–"))
    return draw([Table(tuple(rows), right=frozenset({2}))])


def list_as_json(listed: Sequence[Listed]) -> str:
    """The same for scripts."""
    return dump({"schema": "dossiers/1", "dossiers": [_as_data(item) for item in listed]})


def _as_data(item: Listed) -> dict[str, object]:
    dossier = item.dossier
    if dossier is None:
        return {"id": item.id, "problem": item.problem}
    return {
        "id": item.id,
        "name": dossier.name,
        "language": dossier.language,
        "revision": dossier.revision,
        "answers": len(dossier.answers),
        "form": dossier.advice.form if dossier.advice else None,
        "rulebook": {"version": dossier.rulebook.version, "hash": dossier.rulebook.hash},
    }


def contents(dossier: Dossier, now: Advice, then: Advice | None, language: Language) -> tuple[Block, ...]:
    """One dossier.

    Args:
        dossier: what was kept.
        now: today's advice on its answers.
        then: today's advice on the answers of its last advice, if it has one.
        language: of the text.
    """
    return tuple(_Shown(dossier, now, then, language).blocks())


class _Shown(Sentences):
    def __init__(self, dossier: Dossier, now: Advice, then: Advice | None, language: Language) -> None:
        super().__init__(now, language)
        self.dossier = dossier
        self.then = then

    def blocks(self) -> Iterator[Block]:
        dossier, advice = self.dossier, self.advice
        yield Heading(1, dossier.name or dossier.id)
        version = dates.in_words(dossier.rulebook.version, self.language)
        yield Paragraph(self.say("dossier_about", id=dossier.id, revision=dossier.revision, version=version))
        yield Paragraph(advice.recommendation.title.in_(self.language) + ".")
        yield from self.since()
        yield Heading(2, self.say("answers"))
        notes = {**advice.notes, **dossier.notes}
        yield Items(
            tuple(self.line(q, o, notes.get(q)) for q, o in dossier.answers.items()) or (self.say("no_answers"),)
        )
        if dossier.scenarios:
            yield Heading(2, self.say("scenarios"))
            yield Items(tuple(self.scenario(s.number, s.changes) for s in dossier.scenarios))
        if dossier.history:
            yield Heading(2, self.say("dossier_history"))
            steps = [self.step(step) for step in reversed(dossier.history[-LATEST:])]
            yield Items(tuple(steps))

    def since(self) -> Iterator[Block]:
        """What became of the last advice, when the rulebook changed."""
        remembered = self.dossier.advice
        if remembered is None or self.then is None or remembered.rulebook.hash == self.advice.rulebook.hash:
            return
        from advisor.report import changes

        yield from changes.contents(remembered, self.then, self.language)

    def line(self, question: str, option: str, note: str | None) -> str:
        known = question in self.advice.rulebook.questions
        line = self.answer(question, option) if known else f"{question}: {option} ({self.say('no_longer_exists')})"
        return f"{line}. {self.say('note', note=note)}" if note else line

    def scenario(self, number: int, changes: dict[str, str]) -> str:
        known = [self.answer(q, o) for q, o in changes.items() if q in self.advice.rulebook.questions]
        return f"{self.say('scenario', number=number)}: {'; '.join(known)}"

    def step(self, step: Sequence[Change]) -> str:
        return "; ".join(self.change(change) for change in step)

    def change(self, change: Change) -> str:
        known = change.question in self.advice.rulebook.questions
        label = self.label(change.question) if known else change.question

        def shown(value: str | None) -> str:
            if value is None:
                return "–"
            return self.option(change.question, value) if known and change.what == "answer" else value

        return f"{label}: {shown(change.before)} → {shown(change.after)}"
