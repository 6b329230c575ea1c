"""What other answers do to the advice, written for the What-if screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from advisor.language import shortened, signed
from advisor.tui.bars import Scale
from advisor.tui.turns import option_text
from advisor.tui.words import say
from advisor.words import say as tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from advisor.advice import Advice, Standing
    from advisor.interview.whatif import Scenario
    from advisor.language import Language

NAME, SCORE, MOVED = 19, 4, 5
"""Cells for a form's name, its score, and by how much that moved."""
MOST_FLIPS = 5


class Effect:
    """Compares the advice on the answers being tried with the advice on the manager's own."""

    def __init__(self, own: Advice, tried: Advice, language: Language, width: int) -> None:
        self._own, self._tried = own, tried
        self._rulebook = tried.rulebook
        self._language: Language = language
        self._width = width

    def verdict(self) -> list[Content]:
        """Whether the headline turns."""
        before, after = self._own.recommendation.form, self._tried.recommendation.form
        if after is None:
            return [Content(say("whatif_none", self._language)).stylize("bold")]
        if before == after:
            return [self._say("whatif_same", form=self._form(after)).stylize("bold")]
        lines = [Content("! ") + self._say("whatif_other", form=self._form(after))]
        lines = [line.stylize("bold $text-warning") for line in lines]
        if before is not None:
            lines.append(self._say("whatif_before", form=self._form(before)).stylize("$text-muted"))
        return lines

    def bars(self) -> Iterator[Content]:
        """All six forms, in the order they have on the manager's own answers, so that only bars move."""
        ranked = (*self._own.ranking, *self._tried.ranking)
        scale = Scale(standing.score for standing in ranked if standing.verdict != "excluded")
        for before in self._own.ranking:
            yield self._bar(before, self._tried.standing(before.form), scale)

    def _bar(self, before: Standing, after: Standing, scale: Scale) -> Content:
        wins = after.verdict == "recommended"
        space = max(4, self._width - NAME - SCORE - MOVED - 2)
        name = self._form(after.form)[: NAME - 1]
        if after.verdict == "excluded":
            drawn = Content(f"✗ {tell('verdict_excluded', self._language)}"[:space].ljust(space)).stylize("$text-muted")
        else:
            drawn = scale.bar(after.score, space)
            drawn += " " * (space - drawn.cell_length)
        moved = after.score - before.score
        arrow = f"▲{moved}" if moved > 0 else f"▼{-moved}" if moved < 0 else ""
        lead = Content(f"{'▸' if wins else ' '} {name.ljust(NAME)}").stylize("bold" if wins else "")
        return lead + drawn + f"{signed(after.score).rjust(SCORE)}{arrow.rjust(MOVED)}"

    def changed(self, changes: Mapping[str, str]) -> Iterator[Content]:
        """What differs from the manager's own answers, or how to begin."""
        if not changes:
            yield Content(say("whatif_nothing", self._language)).stylize("$text-muted")
            return
        yield Content(say("whatif_changed", self._language)).stylize("bold $text-primary")
        for question, option in changes.items():
            now = option_text(self._rulebook, question, option, self._language)
            own = {**self._own.answers, **self._own.set_aside}.get(question)
            was = say("whatif_was", self._language, answer=option_text(self._rulebook, question, own, self._language))
            yield Content.assemble(f"• {self._label(question)}: ", (now, "bold"), f" ({was})")

    def flips(self) -> Iterator[Content]:
        """The single answers that would turn what is on the screen; takes a moment to work out."""
        firm = self._tried.robustness
        if firm is None:
            return
        sets = [(flip.form, found) for flip in firm.flips for found in flip.sets if len(found.changes) == 1]
        if not sets:
            yield Content(say("whatif_no_flips", self._language)).stylize("$text-muted")
            return
        yield Content(say("whatif_flips", self._language)).stylize("bold $text-primary")
        for form, found in sets[:MOST_FLIPS]:
            ((question, option),) = found.changes.items()
            answer = option_text(self._rulebook, question, option, self._language)
            yield Content.assemble(f"• {self._label(question)}: {answer} → ", (self._form(form), "bold"))
        total = firm.single_changes - firm.kept
        if total > MOST_FLIPS:
            yield Content(say("whatif_more", self._language, count=total - MOST_FLIPS)).stylize("$text-muted")

    def scenarios(self, kept: Sequence[tuple[Scenario, Advice]], on_show: int | None) -> Iterator[Content]:
        """The scenarios kept, each with what comes of it; the one on the screen is marked."""
        if not kept:
            return
        yield Content(say("scenarios", self._language)).stylize("bold $text-primary")
        for scenario, advice in kept:
            form = advice.recommendation.form
            name = self._form(form) if form else say("whatif_none", self._language)
            values = {"number": scenario.number, "form": name, "count": len(scenario.changes)}
            mark = "▸" if scenario.number == on_show else " "
            yield Content(f"{mark} {say('scenario_outcome', self._language, **values)}")

    def _say(self, key: str, **values: object) -> Content:
        return Content(say(key, self._language, **values))

    def _form(self, form: str) -> str:
        """Its name without what stands between brackets."""
        return shortened(self._rulebook.forms[form].name.in_(self._language))

    def _label(self, question: str) -> str:
        return self._rulebook.questions[question].label.in_(self._language)
