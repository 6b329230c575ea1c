"""What has become of an advice, in words: of the one in a dossier and of the one that a report carries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.dossier.since import since
from advisor.language import signed
from advisor.report import dates
from advisor.report.document import Block, Heading, Items, Paragraph
from advisor.report.file_words import say
from advisor.report.sentences import Sentences
from advisor.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.advice import Advice
    from advisor.dossier.model import Remembered
    from advisor.language import Language


def contents(then: Remembered, now: Advice, language: Language) -> tuple[Block, ...]:
    """What changed, as a part of a report; ``now`` is on the same answers."""
    changes = Changes(then, now, language)
    lines = tuple(changes.lines())
    return (
        Heading(2, changes.say("since_title")),
        *(Paragraph(sentence) for sentence in changes.verdict()),
        *([Items(lines)] if lines else []),
    )


class Changes(Sentences):
    """Says in which an advice differs from what it was on the same answers."""

    def __init__(self, then: Remembered, now: Advice, language: Language) -> None:
        super().__init__(now, language)
        self.then = then
        self.found = since(then, now)

    def verdict(self) -> Iterator[str]:
        """Whether it is the same, and which rulebook it was and is."""
        found = self.found
        names = {"before": self.form_or_none(found.before), "after": self.form_or_none(found.after)}
        if found.same:
            yield self.tell("same" if found.after else "same_none", **names)
        else:
            key = "since_kept" if found.before == found.after else "since_turned"
            yield self.tell("differs", verdict=self.say(key, **names))
        yield from self.rulebooks()

    def rulebooks(self) -> Iterator[str]:
        """Which rulebook it was, and which it is now."""
        was, now = self.then.rulebook, self.advice.rulebook
        before, after = (dates.in_words(rulebook.version, self.language) for rulebook in (was, now))
        if was.hash != now.hash:
            hashes = {"hash_before": was.hash[:12], "hash_after": now.hash[:12]}
            yield self.tell("other_rulebook", before=before, after=after, **hashes)
            return
        yield self.tell("same_rulebook", version=after)
        if not self.found.same:
            yield self.tell("other_program")

    def lines(self) -> Iterator[str]:
        """Everything but the outcome that differs, a sentence each; none when it is the same."""
        yield from self.questions()
        yield from self.parts()
        for standing in self.advice.ranking:
            yield from self.form(standing.form)
        if self.found.reordered:
            yield self.tell("order_changed")
        yield from self.cautions()

    def questions(self) -> Iterator[str]:
        """Answers that the rulebook no longer knows, or to questions that apply differently."""
        for question, option in self.found.lost.items():
            if question in self.advice.rulebook.questions:
                yield self.tell("option_gone", option=option, question=self.label(question))
            else:
                yield self.tell("question_gone", question=question)
        for key, questions in (("now_set_aside", self.found.no_longer_apply), ("now_counts", self.found.apply_now)):
            for question in questions:
                yield self.tell(key, question=self.label(question))

    def parts(self) -> Iterator[str]:
        """Parts of the work that go with another form, or are no longer apart."""
        segments = self.advice.rulebook.segments
        for segment, forms in self.found.parts.items():
            name = segments[segment].name.in_(self.language) if segment in segments else segment
            before, after = (self.tell("no_part") if form is None else self.form_or_none(form) for form in forms)
            yield self.tell("part_changed", segment=name, before=before, after=after)

    def form(self, form: str) -> Iterator[str]:
        """Score, verdict and arguments of one form."""
        name, found = self.form_name(form), self.found
        if form in found.scores:
            before, after = found.scores[form]
            yield self.tell("score_changed", form=name, before=before, after=after)
        if form in found.verdicts:
            said, says = (self.verdict_name(verdict) for verdict in found.verdicts[form])
            yield self.tell("verdict_changed", form=name, before=said, after=says)
        for argument in (argument for argument in found.appeared if argument.form == form):
            because = argument.because.in_(self.language)
            yield self.tell("appeared", form=name, effect=signed(argument.effect), because=because)
        for argument, was in ((argument, was) for argument, was in found.changed if argument.form == form):
            effects = {"before": signed(was), "after": signed(argument.effect)}
            yield self.tell("points_changed", form=name, because=argument.because.in_(self.language), **effects)
        for gone in (gone for gone in found.vanished if gone.form == form):
            yield self.tell("vanished", form=name, effect=signed(gone.effect), because=self.because(gone.rule))

    def cautions(self) -> Iterator[str]:
        """Cautions that came and went."""
        known = self.advice.rulebook.cautions
        for caution in self.found.cautions_appeared:
            yield self.tell("caution_new", caution=caution.demand.in_(self.language))
        for gone in self.found.cautions_vanished:
            text = known[gone].demand.in_(self.language) if gone in known else gone
            yield self.tell("caution_gone", caution=text)

    # -- names -----------------------------------------------------------------------------------

    def tell(self, key: str, **values: object) -> str:
        """One of the sentences about what changed."""
        return say(key, self.language, **values)

    def form_or_none(self, form: str | None) -> str:
        """The name of a form, also of one that there is no longer."""
        if form is None:
            return self.say("since_none")
        return self.form_name(form) if form in self.advice.rulebook.forms else form

    def verdict_name(self, verdict: str) -> str:
        """A verdict in words; a report of another program may know others."""
        return self.say(f"verdict_{verdict}") if f"verdict_{verdict}" in WORDS else verdict

    def because(self, rule: str) -> str:
        """An argument in words, while the rulebook has it; else its name."""
        rulebook = self.advice.rulebook
        found = rulebook.rules.get(rule) or rulebook.gates.get(rule)
        return found.because.in_(self.language) if found else rule
