"""What of an advice is remembered, and what became of it under today's rulebook."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from advisor.dossier.model import Counted, Outcome, Remembered, RulebookUsed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.advice import Advice, Argument
    from advisor.rulebook.model import Caution


@dataclass(frozen=True)
class Gone:
    """An argument that counted then and does not now; the rulebook may not have it any more."""

    form: str
    rule: str
    effect: int


@dataclass(frozen=True)
class Since:
    """The advice then and now, on the same answers; of what did not change there is nothing."""

    before: str | None
    """The headline then."""
    after: str | None
    lost: Mapping[str, str]
    """Answers that today's rulebook does not know."""
    no_longer_apply: tuple[str, ...]
    """Questions whose answer counted then."""
    apply_now: tuple[str, ...]
    """Questions whose answer was set aside then."""
    parts: Mapping[str, tuple[str | None, str | None]]
    """Part of the work → its form then and now."""
    scores: Mapping[str, tuple[int, int]]
    """Form → its score then and now."""
    verdicts: Mapping[str, tuple[str, str]]
    """Form → what was said of it then and now."""
    reordered: bool
    """Whether the ranking has another order."""
    appeared: tuple[Argument, ...]
    vanished: tuple[Gone, ...]
    changed: tuple[tuple[Argument, int], ...]
    """Arguments that count otherwise, with what they added then."""
    cautions_appeared: tuple[Caution, ...]
    cautions_vanished: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Nothing of the advice changed."""
        return self.before == self.after and not any(
            getattr(self, field.name) for field in fields(self) if field.name not in ("before", "after")
        )


def outcomes(advice: Advice) -> tuple[Outcome, ...]:
    """Every form with what counted for and against it, in the order of the ranking."""
    return tuple(
        Outcome(
            standing.form,
            standing.score,
            standing.verdict,
            tuple(Counted(argument.rule, argument.effect) for argument in standing.arguments),
        )
        for standing in advice.ranking
    )


def remembered(advice: Advice) -> Remembered:
    """What of an advice is kept in a dossier."""
    return Remembered(
        rulebook=RulebookUsed(advice.rulebook.version, advice.rulebook.hash),
        answers=dict(advice.answers),
        form=advice.recommendation.form,
        ranking=outcomes(advice),
        cautions=tuple(caution.id for caution in advice.cautions),
        set_aside=dict(advice.set_aside),
        mix={part.segment: part.form for part in advice.mix},
    )


def since(then: Remembered, now: Advice) -> Since:
    """Compare.

    Args:
        then: what it was.
        now: the advice on the same answers, as far as today's rulebook knows them.
    """
    ranking = [outcome for outcome in then.ranking if outcome.form in now.rulebook.forms]  # others nobody can name
    before = {(o.form, counted.rule): counted.effect for o in ranking for counted in o.arguments}
    after = {(s.form, argument.rule): argument for s in now.ranking for argument in s.arguments}
    both = [(o, s) for s in now.ranking for o in ranking if o.form == s.form]
    shown = {caution.id: caution for caution in now.cautions}
    known = now.rulebook.known(then.given)
    mix = {part.segment: part.form for part in now.mix} if then.mix else {}
    parts = {segment: (then.mix.get(segment), mix.get(segment)) for segment in (*mix, *then.mix) if mix}
    return Since(
        before=then.form,
        after=now.recommendation.form,
        lost={question: option for question, option in then.given.items() if question not in known},
        no_longer_apply=tuple(question for question in then.answers if question in now.set_aside),
        apply_now=tuple(question for question in then.set_aside if question in now.answers),
        parts={segment: forms for segment, forms in parts.items() if forms[0] != forms[1]},
        scores={s.form: (o.score, s.score) for o, s in both if o.score != s.score},
        verdicts={s.form: (o.verdict, s.verdict) for o, s in both if o.verdict != s.verdict},
        reordered=[o.form for o in then.ranking] != [s.form for s in now.ranking],
        appeared=tuple(argument for key, argument in after.items() if key not in before),
        vanished=tuple(Gone(*key, effect) for key, effect in before.items() if key not in after),
        changed=tuple((a, before[key]) for key, a in after.items() if key in before and a.effect != before[key]),
        cautions_appeared=tuple(caution for id_, caution in shown.items() if id_ not in then.cautions),
        cautions_vanished=tuple(id_ for id_ in then.cautions if id_ not in shown),
    )
