"""What has become of an advice: the data of a report beside what the same answers give today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.language import Language, signed
from advisor.report import dates
from advisor.report.evidence import evidence_of
from advisor.report.file_words import say
from advisor.report.sentences import Sentences
from advisor.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from advisor.advice import Advice, Argument
    from advisor.dossier.model import Outcome
    from advisor.report.evidence import Evidence
    from advisor.rulebook.rulebook import Rulebook


def answers_known(evidence: Evidence, rulebook: Rulebook) -> dict[str, str]:
    """The answers in a report that this rulebook still knows; the others can no longer be replayed."""
    return rulebook.known({**evidence.answers, **evidence.set_aside})


def differences(evidence: Evidence, advice: Advice, language: Language) -> tuple[str, ...]:
    """Everything in which the advice differs from that in the report, the outcome first; empty when it is the same."""
    return tuple(_Comparison(evidence, advice, language).all())


def summary(evidence: Evidence, advice: Advice, differs: bool, language: Language) -> tuple[str, ...]:
    """Whether it is the same, which rulebook it was, and what was not looked at."""
    comparison = _Comparison(evidence, advice, language)
    verdict = "differs" if differs else "same"
    return (
        say(verdict, language, form=comparison.form_or_none(advice.recommendation.form)),
        *comparison.rulebooks(differs),
        say("only_the_data", language),
    )


class _Comparison(Sentences):
    """Compares what was with what is."""

    def __init__(self, evidence: Evidence, advice: Advice, language: Language) -> None:
        super().__init__(advice, language)
        self.was = evidence
        self.now = evidence_of(advice, language, evidence.start)

    def all(self) -> Iterator[str]:
        if self.was.form != self.now.form:
            before, after = self.form_or_none(self.was.form), self.form_or_none(self.now.form)
            yield say("headline_changed", self.language, before=before, after=after)
        yield from self.questions()
        yield from self.parts()
        before_by_form = {outcome.form: outcome for outcome in self.was.forms}
        for outcome in self.now.forms:
            if outcome.form in before_by_form:
                yield from self.form(before_by_form[outcome.form], outcome)
        if [o.form for o in self.was.forms] != [o.form for o in self.now.forms]:
            yield say("order_changed", self.language)
        yield from self.cautions()

    def rulebooks(self, differs: bool) -> Iterator[str]:
        """Which rulebook it was, and which it is now."""
        before, after = self.was.rulebook, self.now.rulebook
        if before.hash != after.hash:
            yield say(
                "other_rulebook",
                self.language,
                before=self.date(before.version),
                hash_before=before.hash[:12],
                after=self.date(after.version),
                hash_after=after.hash[:12],
            )
        else:
            yield say("same_rulebook", self.language, version=self.date(after.version))
            if differs:
                yield say("other_program", self.language)

    def questions(self) -> Iterator[str]:
        """Answers that the rulebook no longer knows, or to questions that apply differently."""
        known = answers_known(self.was, self.advice.rulebook)
        questions = self.advice.rulebook.questions
        for question, option in {**self.was.answers, **self.was.set_aside}.items():
            if question not in questions:
                yield say("question_gone", self.language, question=question)
            elif question not in known:
                yield say("option_gone", self.language, option=option, question=self.label(question))
            elif question in self.was.answers and question in self.now.set_aside:
                yield say("now_set_aside", self.language, question=self.label(question))
            elif question in self.was.set_aside and question in self.now.answers:
                yield say("now_counts", self.language, question=self.label(question))

    def parts(self) -> Iterator[str]:
        segments = self.advice.rulebook.segments
        for segment in dict.fromkeys((*self.was.mix, *self.now.mix)):
            before, after = self.was.mix.get(segment), self.now.mix.get(segment)
            if before != after:
                name = segments[segment].name.in_(self.language) if segment in segments else segment
                yield say("part_changed", self.language, segment=name, before=self.part(before), after=self.part(after))

    def part(self, form: str | None) -> str:
        return say("no_part", self.language) if form is None else self.form_or_none(form)

    def form(self, before: Outcome, after: Outcome) -> Iterator[str]:
        """Score, verdict and arguments of one form."""
        name = self.form_or_none(after.form)
        if before.score != after.score:
            yield say("score_changed", self.language, form=name, before=before.score, after=after.score)
        if before.verdict != after.verdict:
            verdicts = {"before": self.verdict(before.verdict), "after": self.verdict(after.verdict)}
            yield say("verdict_changed", self.language, form=name, **verdicts)
        was, now = _effects(before), _effects(after)
        texts = {argument.rule: argument for argument in self.advice.standing(after.form).arguments}
        for rule in dict.fromkeys((*now, *was)):
            if was.get(rule) == now.get(rule):
                continue
            because = self.because(rule, texts.get(rule))
            if rule not in was:
                yield say("appeared", self.language, form=name, effect=signed(now[rule]), because=because)
            elif rule not in now:
                yield say("vanished", self.language, form=name, effect=signed(was[rule]), because=because)
            else:
                effects = {"before": signed(was[rule]), "after": signed(now[rule])}
                yield say("points_changed", self.language, form=name, because=because, **effects)

    def cautions(self) -> Iterator[str]:
        texts = self.advice.rulebook.cautions
        for key, some, others in (
            ("caution_new", self.now.cautions, self.was.cautions),
            ("caution_gone", self.was.cautions, self.now.cautions),
        ):
            for caution in some:
                if caution not in others:
                    text = texts[caution].demand.in_(self.language) if caution in texts else caution
                    yield say(key, self.language, caution=text)

    # -- names -----------------------------------------------------------------------------------

    def form_or_none(self, form: str | None) -> str:
        if form is None:
            return say("no_headline", self.language)
        return self.form_name(form) if form in self.advice.rulebook.forms else form

    def verdict(self, verdict: str) -> str:
        return self.say(f"verdict_{verdict}") if f"verdict_{verdict}" in WORDS else verdict

    def because(self, rule: str, argument: Argument | None) -> str:
        """The argument in words, while the rulebook has it; else its name."""
        if argument is not None:
            return argument.because.in_(self.language)
        rulebook = self.advice.rulebook
        found = rulebook.rules.get(rule) or rulebook.gates.get(rule)
        return found.because.in_(self.language) if found else rule

    def date(self, day: str) -> str:
        return dates.in_words(day, self.language)


def _effects(outcome: Outcome) -> dict[str, int]:
    return {argument.rule: argument.effect for argument in outcome.arguments}
