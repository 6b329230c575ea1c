"""Where the headline's score comes from: per criterion, and the arguments that count most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.language import signed
from advisor.report.pictures.bars import HEIGHT, Axis, bar
from advisor.report.pictures.drawing import LINE, SIZE, WIDTH, Drawing, Look, fitted
from advisor.report.sentences import Sentences
from advisor.rulebook.model import CRITERIA

if TYPE_CHECKING:
    from advisor.advice import Advice, Standing
    from advisor.language import Language
    from advisor.report.document import Picture

NAMED = 5
"""Arguments that get a bar of their own."""
TEXTS = 330.0
"""Room for criteria and arguments."""


def picture(advice: Advice, language: Language, start: str | None = None) -> Picture | None:
    """What the headline's score is made of; None without a headline."""
    form = advice.recommendation.form
    return _Contribution(advice, language, advice.standing(form)).picture() if form else None


class _Contribution(Sentences):
    def __init__(self, advice: Advice, language: Language, standing: Standing) -> None:
        super().__init__(advice, language)
        self.standing = standing
        self.counted = [a for a in standing.arguments if a.segment is None and a.criterion]
        self.largest = self.counted[:NAMED]
        self.sums = {
            criterion: (self.total(criterion, "for"), self.total(criterion, "against")) for criterion in CRITERIA
        }
        values = [value for pair in self.sums.values() for value in pair]
        self.axis = Axis.around(values, TEXTS, WIDTH)
        self.drawing = Drawing("picture-contribution")

    def total(self, criterion: str, direction: str) -> int:
        """What all arguments of one direction add to the score through one criterion."""
        return sum(a.effect for a in self.counted if (a.criterion, a.direction) == (criterion, direction))

    def picture(self) -> Picture:
        zero = self.axis.at(0)
        self.drawing.write(zero - 5, 20, self.say("speaks_against"), "end", bold=True)
        self.drawing.write(zero + 5, 20, self.say("speaks_for"), bold=True)
        y = self.arguments(self.criteria(32) + 12)
        self.drawing.line(zero, 8, zero, y - 6)
        title = self.say("picture_contribution", form=self.form_name(self.standing.form))
        return self.drawing.picture(y, title, self.alt(), self.language)

    def criteria(self, y: float) -> float:
        """A row per criterion; returns where the next row begins."""
        weights = self.advice.rulebook.weights(self.advice.answers)
        for criterion, values in self.sums.items():
            name = self.say("criterion_weight", criterion=self.say(criterion), weight=weights[criterion])
            y = self.row(y, [name], values)
        return y

    def arguments(self, y: float) -> float:
        """A row per argument that counts most."""
        if not self.largest:
            return y
        self.drawing.write(10, y + SIZE, self.say("largest_arguments"), bold=True)
        y += LINE + 8
        for argument in self.largest:
            lines = fitted(argument.because.in_(self.language), TEXTS - 20, 4)
            y = self.row(y, lines, (argument.effect,))
        return y

    def row(self, y: float, lines: list[str], values: tuple[int, ...]) -> float:
        self.drawing.paragraph(10, y, lines)
        height = len(lines) * LINE
        for value in values:
            if value or len(values) == 1:
                look: Look = "solid" if value >= 0 else "striped"
                bar(self.drawing, self.axis, y + (height - HEIGHT) / 2, value, look, signed(value))
        if len(values) > 1 and not any(values):
            bar(self.drawing, self.axis, y, 0, "solid", signed(0))
        return y + height + 10

    def alt(self) -> str:
        criteria = ", ".join(
            f"{self.say(criterion)} {self.both(plus, minus)}" for criterion, (plus, minus) in self.sums.items()
        )
        arguments = " ".join(f"{a.because.in_(self.language)} ({signed(a.effect)})" for a in self.largest)
        form = self.form_name(self.standing.form)
        return self.say(
            "alt_contribution", form=form, score=self.standing.score, criteria=criteria, arguments=arguments
        )

    def both(self, plus: int, minus: int) -> str:
        """What is for and what is against, where there is something of both."""
        if plus and minus:
            return self.say("for_and_against", plus=signed(plus), minus=signed(minus))
        return signed(plus or minus)
