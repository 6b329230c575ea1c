"""From answers to advice: evaluate, weigh, rank, and say why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.advice.headline import recommend
from advisor.advice.mix import compose
from advisor.advice.model import Advice, Conclusion
from advisor.advice.places import locations
from advisor.advice.plan import stages
from advisor.advice.ranking import arguments_of, rank
from advisor.engine import Engine, Supports
from advisor.rulebook.model import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.advice.model import Mix, Standing
    from advisor.engine import Trace
    from advisor.rulebook.rulebook import Rulebook


class Advisor:
    """Gives advice by one rulebook. Building it takes a moment; an advice takes milliseconds."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self._engine = Engine(rulebook)

    def advise(self, given: Mapping[str, str], notes: Mapping[str, str] | None = None) -> Advice:
        """The advice on all answers given.

        Args:
            given: question → option or ``unknown``; answers to questions that do not apply are set aside.
            notes: question → the user's own words, carried along.
        """
        rulebook = self.rulebook
        answers, set_aside = rulebook.split(given)

        def weigh(trace: Trace) -> tuple[tuple[Standing, ...], tuple[Mix, ...]]:
            supports = Supports(rulebook, answers, trace)
            ranking = rank(rulebook, arguments_of(rulebook, answers, trace, supports))
            return ranking, compose(rulebook, ranking, trace)

        def chosen(trace: Trace) -> list[str]:
            ranking, mix = weigh(trace)
            headline = [s.form for s in ranking if s.verdict == "recommended"]
            return sorted({*headline, *(part.form for part in mix)})

        trace = self._engine.evaluate(answers, chosen)
        ranking, mix = weigh(trace)
        supports = Supports(rulebook, answers, trace)
        cautions = [rulebook.cautions[caution] for caution in trace.cautions]
        return Advice(
            rulebook=rulebook,
            answers=answers,
            set_aside=set_aside,
            notes={q: notes[q] for q in rulebook.questions if notes and q in notes},
            recommendation=recommend(rulebook, answers, ranking, mix),
            ranking=ranking,
            mix=mix,
            findings=tuple(
                Conclusion(finding.id, finding.text, supports.ways(finding.id), supports.of_finding(finding.id).answers)
                for finding in rulebook.findings.values()
                if supports.ways(finding.id)
            ),
            places=locations(rulebook, trace, answers),
            plan=stages(rulebook, trace),
            cautions=tuple(sorted(cautions, key=lambda c: (-c.severity, c.id))),
            open=tuple(q for q in rulebook.applicable(answers) if answers.get(q, UNKNOWN) == UNKNOWN),
        )
