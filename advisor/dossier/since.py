"""What of an advice is remembered, and what became of it under today's rulebook."""

from __future__ import annotations

from dataclasses import dataclass
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
    """The advice then and now, on the same answers."""

    before: str | None
    """The headline then."""
    after: str | None
    scores: Mapping[str, tuple[int, int]]
    """Form → its score then and now, where they differ."""
    appeared: tuple[Argument, ...]
    vanished: tuple[Gone, ...]
    changed: tuple[tuple[Argument, int], ...]
    """Arguments that count otherwise, with what they added then."""
    cautions_appeared: tuple[Caution, ...]
    cautions_vanished: tuple[str, ...]
    lost: Mapping[str, str]
    """Answers that today's rulebook does not know."""

    @property
    def same(self) -> bool:
        """Nothing of the advice changed."""
        parts = (self.scores, self.appeared, self.vanished, self.changed, self.cautions_appeared)
        return self.before == self.after and not any((*parts, self.cautions_vanished, self.lost))


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
    )


def since(then: Remembered, now: Advice) -> Since:
    """Compare.

    Args:
        then: what the user saw.
        now: the advice on the same answers, as far as today's rulebook knows them.
    """
    ranking = [outcome for outcome in then.ranking if outcome.form in now.rulebook.forms]  # others nobody can name
    before = {(o.form, counted.rule): counted.effect for o in ranking for counted in o.arguments}
    after = {(s.form, argument.rule): argument for s in now.ranking for argument in s.arguments}
    scores = {outcome.form: (outcome.score, now.standing(outcome.form).score) for outcome in ranking}
    shown = {caution.id: caution for caution in now.cautions}
    return Since(
        before=then.form,
        after=now.recommendation.form,
        scores={form: both for form, both in scores.items() if both[0] != both[1]},
        appeared=tuple(argument for key, argument in after.items() if key not in before),
        vanished=tuple(Gone(*key, effect) for key, effect in before.items() if key not in after),
        changed=tuple((a, before[key]) for key, a in after.items() if key in before and a.effect != before[key]),
        cautions_appeared=tuple(caution for id_, caution in shown.items() if id_ not in then.cautions),
        cautions_vanished=tuple(id_ for id_ in then.cautions if id_ not in shown),
        lost={question: option for question, option in then.answers.items() if question not in now.answers},
    )
