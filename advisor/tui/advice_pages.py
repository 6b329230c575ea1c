"""The advice as pages of blocks, in one language. Everything said here comes from the advice itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from advisor.language import signed
from advisor.report import dates
from advisor.report.as_text import table_lines
from advisor.report.certainty import still_possible
from advisor.report.contents import card_contents, way_forward
from advisor.report.document import Heading, Items, Paragraph, Table
from advisor.report.firmness import Firmness
from advisor.report.sentences import Sentences
from advisor.rulebook.model import CRITERIA
from advisor.tui.bars import standing_lines
from advisor.tui.goal_picture import goal_picture
from advisor.tui.hanging import Hanging
from advisor.tui.turns import option_text
from advisor.tui.widgets.page import Block, Kind
from advisor.tui.words import say, say_count
from advisor.words import say as tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from advisor.advice import Advice, Argument, Mix
    from advisor.language import Language, Text
    from advisor.report.document import Block as ReportBlock
    from advisor.rulebook.model import Caution

_SIGNS = {"for": "▲", "against": "▼", "excludes": "✗"}


class AdvicePages:
    """Writes the pages of one advice."""

    def __init__(self, advice: Advice, language: Language, width: int) -> None:
        self._width = width
        self._advice = advice
        self._rulebook = advice.rulebook
        self._language: Language = language

    # -- the first page -----------------------------------------------------------------------

    def summary(self) -> list[Block]:
        """Title, margin, why, parts of the work, and what is not known yet."""
        recommendation = self._advice.recommendation
        blocks = [Block("title", Content(self._in(recommendation.title)))]
        blocks += [Block("strong", Content(line)) for line in self._margin()]
        blocks += [Block("small", Content(line)) for line in self._incomplete()]
        blocks += [Block("text", Content(self._in(recommendation.summary))), self._heading("ranking")]
        blocks += [Block("text", Content("\n").join(self._bars())), self._weights()]
        if len(self._advice.mix) > 1:
            blocks.append(self._heading("mix"))
            blocks += [self._part(part) for part in self._advice.mix]
        if self._advice.findings:
            blocks.append(self._heading("findings"))
            found = [(2, Content(f"• {self._in(conclusion.text)}")) for conclusion in self._advice.findings]
            blocks.append(Block("text", Hanging(*found)))
        return blocks

    def _margin(self) -> list[str]:
        recommendation = self._advice.recommendation
        if recommendation.runner_up is None or recommendation.margin is None:
            return []
        values = {"margin": recommendation.margin, "runner_up": self._form(recommendation.runner_up)}
        return [say("margin" if recommendation.margin else "margin_none", self._language, **values)]

    def _incomplete(self) -> list[str]:
        not_asked = [question for question in self._advice.to_find_out if question not in self._advice.answers]
        unknown = len(self._advice.to_find_out) - len(not_asked)
        lines = [say_count("unfinished", self._language, len(not_asked))] if not_asked else []
        return [f"! {line}" for line in lines + ([say_count("unknowns", self._language, unknown)] if unknown else [])]

    def _bars(self) -> list[Content]:
        lines = standing_lines(self._advice, self._language, self._width)
        return [*lines, Content(say("bar_legend", self._language)).stylize("$text-muted")]

    def _weights(self) -> Block:
        weights = self._rulebook.weights(self._advice.answers)
        words = ", ".join(f"{tell(c, self._language)} {weights[c]}" for c in CRITERIA if c in weights)
        return Block("small", Content(say("weights", self._language, weights=words)))

    def _part(self, part: Mix) -> Block:
        segment = self._rulebook.segments[part.segment]
        lines = [Content.assemble((f"{self._in(segment.name)}: ", "bold"), self._form(part.form))]
        lines.append(Content(Sentences(self._advice, self._language).why_part(part)))
        if part.gain > 0:
            form = self._form(part.usual)
            lines.append(Content(say("mix_gain", self._language, gain=part.gain, form=form)))
        return Block("point", Content("\n").join(lines))

    # -- one form -----------------------------------------------------------------------------

    def form(self, form: str) -> list[Block]:
        """What the form is, and everything for and against it with the answers behind it."""
        standing, card = self._advice.standing(form), self._rulebook.forms[form]
        verdict = tell(f"verdict_{standing.verdict}", self._language)
        if not standing.arguments:
            verdict = say("verdict_nothing", self._language)
        title = Content.assemble((self._in(card.name), "bold"), f" · {verdict} · ", signed(standing.score))
        blocks = [Block("title", title), Block("text", Content(self._in(card.what)))]
        for direction in ("excludes", "for", "against"):
            found = [a for a in standing.arguments if a.direction == direction and a.segment is None]
            if found or direction != "excludes":
                blocks.append(self._heading(direction))
            blocks += [self._argument(argument) for argument in found]
            if not found and direction != "excludes":
                blocks.append(Block("small", Content(say(f"nothing_{direction}", self._language))))
        parts = {part.segment for part in self._advice.mix}
        for_part = [a for a in standing.arguments if a.segment in parts]
        if for_part:
            blocks.append(self._heading("for_part"))
            blocks += [self._argument(argument) for argument in for_part]
        rest = card_contents(self._advice, form, self._language)[2:]  # its name and what it is stand above
        return blocks + [block for found in rest for block in drawn(found)]

    def _argument(self, argument: Argument) -> Block:
        lead = f"{_SIGNS[argument.direction]} "
        if argument.direction != "excludes":
            lead += f"{signed(argument.effect)} "
        lines = [(0, Content.assemble((lead, "bold"), self._in(argument.because)))]
        lines += [(2 * line.startswith("•"), Content(line).stylize("$text-muted")) for line in self._behind(argument)]
        return Block(argument.direction, Hanging(*lines))

    def _behind(self, argument: Argument) -> Iterable[str]:
        if argument.lift is not None:
            yield say("lift", self._language, lift=self._in(argument.lift))
        if argument.criterion is not None:
            criterion = tell(argument.criterion, self._language)
            yield say("effect", self._language, criterion=criterion, points=argument.points, weight=argument.weight)
        if argument.segment is not None:
            yield say("only_for", self._language, segment=self._in(self._rulebook.segments[argument.segment].name))
        yield from self._answers(argument.answers)

    def _answers(self, answers: Mapping[str, str]) -> Iterable[str]:
        if answers:
            yield say("because_you", self._language)
        for question, option in answers.items():
            label = self._in(self._rulebook.questions[question].label)
            yield f"• {label}: {option_text(self._rulebook, question, option, self._language)}"

    # -- cautions and open points -------------------------------------------------------------

    def cautions(self) -> list[Block]:
        """The warnings that belong to this advice, heaviest first."""
        if not self._advice.cautions:
            return [Block("text", Content(say("caution_none", self._language)))]
        return [self._caution(caution) for caution in self._advice.cautions]

    def _caution(self, caution: Caution) -> Block:
        lead = f"{'!' * caution.severity} {tell(f'severity_{caution.severity}', self._language)}"
        kind = tell(f"kind_{caution.kind}", self._language)
        dated = "caution_law" if caution.kind in ("law", "privacy") else "caution_date"
        lines = [
            Content.assemble((f"{lead} · {kind}", "bold")),
            Content(self._in(caution.demand)),
            Content(say("caution_do", self._language, do=self._in(caution.do))),
            Content(say(dated, self._language, date=dates.in_words(caution.as_of, self._language))).stylize(
                "$text-muted"
            ),
        ]
        return Block("caution", Content("\n").join(lines))

    def open(self) -> list[Block]:
        """What is not known yet, by who knows it."""
        if not self._advice.to_find_out:
            return [Block("text", Content(say("open_none", self._language)))]
        blocks = [
            Block("text", Content(still_possible(self._advice, self._language))),
            Block("text", Content(say("open_intro", self._language))),
        ]
        for role, questions in self._advice.open_by_role().items():
            blocks.append(Block("heading", Content(self._in(self._rulebook.roles[role].name))))
            blocks += [self._open(question) for question in questions]
        return blocks

    def _open(self, question: str) -> Block:
        asked = self._rulebook.questions[question]
        state = say("not_known" if question in self._advice.answers else "not_asked", self._language)
        lines = [
            Content.assemble("? ", (self._in(asked.text), "bold"), f" ({state})"),
            Content(say("find_out", self._language, how=self._in(asked.how_to_find_out))),
        ]
        return Block("point", Content("\n").join(lines))

    # -- other answers and other goals ----------------------------------------------------------

    def firm(self) -> list[Block]:
        """How firm the advice is: other goals, and other answers, what the manager can do and what may happen apart."""
        advice, thresholds = self._advice, self._advice.thresholds
        if advice.robustness is None or thresholds is None:
            return [Block("text", Content(tell("too_little_to_change", self._language)))]
        write = Firmness(advice, self._language)
        flips = [block for flip in advice.robustness.flips for block in write.flips(flip.form)]
        picture = Block("text", Content("\n").join(goal_picture(advice, thresholds, self._language)))
        before, after = (
            [block for found in part for block in drawn(found)] for part in ((*write.counted(), *write.goals()), flips)
        )
        return [*before, picture, *after]

    # -- what to do -----------------------------------------------------------------------------

    def plan(self) -> list[Block]:
        """Places and the seven steps, as the report has them."""
        blocks = [block for found in way_forward(self._advice, self._language) for block in drawn(found)]
        return blocks or [Block("text", Content(say("nothing_to_plan", self._language)))]

    # -- small things -------------------------------------------------------------------------

    def _heading(self, key: str) -> Block:
        kind: Kind = "heading"
        return Block(kind, Content(say(key, self._language)))

    def _form(self, form: str) -> str:
        return self._rulebook.forms[form].name.in_(self._language)

    def _in(self, text: Text) -> str:
        return text.in_(self._language)


def side_by_side(sides: Sequence[tuple[str, Advice]], language: Language) -> list[Block]:
    """Two or more advices compared, each with a name."""
    from advisor.report.comparison import contents  # not needed for one advice

    return [block for part in contents(sides, language) for block in drawn(part)]


def drawn(block: ReportBlock) -> list[Block]:
    """A block of the report as blocks of a page."""
    if isinstance(block, Heading):
        return [Block("heading" if block.level < 3 else "strong", Content(block.text))]
    if isinstance(block, Paragraph):
        return [Block("text", Content(block.text))]
    if isinstance(block, Items):
        return [Block("text", Hanging(*((2, Content(f"• {text}")) for text in block.texts)))]
    if isinstance(block, Table):
        return [Block("text", Content("\n".join(table_lines(block))))]
    return []  # a picture; the screen draws its own
