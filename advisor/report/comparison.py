"""Two or three advices side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from advisor.language import number
from advisor.report import formats
from advisor.report.as_json import dump, rulebook_as_data
from advisor.report.document import Block, Heading, Items, Paragraph, Table
from advisor.report.sentences import Sentences
from advisor.rulebook.model import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from advisor.advice import Advice
    from advisor.language import Language


def render(name: str, sides: Sequence[tuple[str, Advice]], language: Language) -> str | bytes:
    """The comparison in one format: bytes when it is binary.

    Args:
        name: one of ``formats.COMPARED``.
        sides: each with its name.

    Raises:
        AdvisorError: it cannot be made here.
    """
    if name == "json":
        return as_json(sides, language)
    blocks = contents(sides, language, drawn=name in formats.ILLUSTRATED)
    return formats.draw(name, blocks, language, sides[0][1].rulebook.version)


def contents(sides: Sequence[tuple[str, Advice]], language: Language, *, drawn: bool = False) -> tuple[Block, ...]:
    """Where they differ: ranking, the form per part of the work, answers, cautions.

    Args:
        drawn: whether the ranking is drawn too.
    """
    return tuple(_Comparison(sides, language, drawn=drawn).blocks())


def as_json(sides: Sequence[tuple[str, Advice]], language: Language) -> str:
    """The same for scripts."""
    first = sides[0][1]
    return dump(
        {
            "schema": "compare/1",
            "language": language,
            "rulebook": rulebook_as_data(first),
            "differing": list(differing(sides)),
            "sides": [_side(name, advice) for name, advice in sides],
        }
    )


def differing(sides: Sequence[tuple[str, Advice]]) -> tuple[str, ...]:
    """The questions that are not answered the same everywhere, in question order."""
    questions = sides[0][1].rulebook.questions
    return tuple(q for q in questions if len({advice.answers.get(q) for _, advice in sides}) > 1)


def _side(name: str, advice: Advice) -> dict[str, Any]:
    return {
        "name": name,
        "answers": dict(advice.answers),
        "form": advice.recommendation.form,
        "margin": advice.recommendation.margin,
        "ranking": [{"form": s.form, "score": s.score, "verdict": s.verdict} for s in advice.ranking],
        "mix": [{"segment": part.segment, "form": part.form} for part in advice.mix],
        "cautions": [caution.id for caution in advice.cautions],
    }


class _Comparison(Sentences):
    def __init__(self, sides: Sequence[tuple[str, Advice]], language: Language, *, drawn: bool) -> None:
        super().__init__(sides[0][1], language)
        self.sides = sides
        self.drawn = drawn

    def blocks(self) -> Iterator[Block]:
        yield Heading(1, self.say("compare_title", names=" · ".join(name for name, _ in self.sides)))
        for part in (self.outcomes, self.ranking, self.mix, self.answers, self.cautions):
            yield from part()

    def table(self, first: str, rows: Iterator[tuple[str, ...]], *, numbers: bool = False) -> Table:
        head = (first, *(name for name, _ in self.sides))
        right = frozenset(range(1, len(head))) if numbers else frozenset()
        return Table((head, *rows), right=right)

    def outcomes(self) -> Iterator[Block]:
        yield Items(tuple(f"{name}: {advice.recommendation.title.in_(self.language)}" for name, advice in self.sides))

    def answers(self) -> Iterator[Block]:
        yield Heading(2, self.say("compare_answers"))
        questions = differing(self.sides)
        if not questions:
            yield Paragraph(self.say("compare_no_answers"))
        for question in questions:
            yield Heading(3, self.label(question))
            yield Items(
                tuple(f"{name}: {self.option(question, a.answers.get(question, UNKNOWN))}" for name, a in self.sides)
            )

    def ranking(self) -> Iterator[Block]:
        yield Heading(2, self.say("ranking"))
        rows = (
            (self.short_form(form), *(self.place(advice, form) for _, advice in self.sides))
            for form in (standing.form for standing in self.advice.ranking)
        )
        yield self.table(self.say("form"), rows, numbers=True)
        if self.drawn:
            from advisor.report.pictures.sides import picture

            yield picture(self.sides, self.language)

    def place(self, advice: Advice, form: str) -> str:
        """Its score, and whether it is the outcome or excluded."""
        standing = advice.standing(form)
        score = number(standing.score, self.language)
        said = standing.verdict in ("recommended", "excluded")
        return f"{self.say(f'verdict_{standing.verdict}')} {score}" if said else score

    def mix(self) -> Iterator[Block]:
        parts = [{part.segment: part.form for part in advice.mix} for _, advice in self.sides]
        segments = [segment for segment in self.advice.rulebook.segments if any(segment in part for part in parts)]
        if len(segments) < 2:
            return
        names = self.advice.rulebook.segments
        yield Heading(2, self.say("mix"))
        rows = (
            (
                names[segment].name.in_(self.language),
                *(self.short_form(part[segment]) if segment in part else "–" for part in parts),
            )
            for segment in segments
        )
        yield self.table(self.say("part"), rows)

    def cautions(self) -> Iterator[Block]:
        shown = [{caution.id for caution in advice.cautions} for _, advice in self.sides]
        everywhere = set.intersection(*shown)
        yield Heading(2, self.say("compare_cautions"))
        if all(ids == everywhere for ids in shown):
            yield Paragraph(self.say("compare_no_cautions"))
        for name, advice in self.sides:
            own = [c for c in advice.cautions if c.id not in everywhere]
            if own:
                yield Heading(3, self.say("compare_only", name=name))
                yield Items(tuple(c.do.in_(self.language) for c in own))
