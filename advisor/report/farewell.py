"""What stays in the terminal when the screen is closed."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from advisor.language import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.advice import Advice
    from advisor.language import Language

WIDTH = 78

WORDS: Mapping[str, Text] = {
    "so_far": Text("Het advies tot nu toe, nog niet op alle vragen:", "The advice so far, not yet on all questions:"),
    "margin": Text("{form}: {margin} punten voor op {runner_up}.", "{form}: {margin} points ahead of {runner_up}."),
    "margin_one": Text("{form}: één punt voor op {runner_up}.", "{form}: one point ahead of {runner_up}."),
    "no_lead": Text("{form} en {runner_up} staan gelijk.", "{form} and {runner_up} are level."),
    "only": Text("{form} is de enige vorm die overblijft.", "{form} is the only form left."),
    "open": Text("Nog uit te zoeken: {count} vragen.", "Still to find out: {count} questions."),
    "open_one": Text("Nog uit te zoeken: één vraag.", "Still to find out: one question."),
    "open_none": Text("Alle vragen zijn beantwoord.", "All questions have been answered."),
    "cautions": Text("Bij dit advies horen {count} waarschuwingen.", "{count} cautions come with this advice."),
    "cautions_one": Text("Bij dit advies hoort één waarschuwing.", "One caution comes with this advice."),
}


def farewell(advice: Advice, language: Language, *, finished: bool = True) -> str:
    """A few lines: the title, form and margin, what is open and how many cautions there are.

    Args:
        finished: every question has been asked; if not, the advice is called one so far.
    """
    lines = [] if finished else [WORDS["so_far"]]
    lines += [advice.recommendation.title, *_margin(advice), _counted("open", len(advice.to_find_out))]
    if advice.cautions:
        lines.append(_counted("cautions", len(advice.cautions)))
    return "\n".join(fill(line.in_(language), WIDTH, break_on_hyphens=False) for line in lines) + "\n"


def _counted(key: str, count: int) -> Text:
    if count == 0:
        return WORDS[f"{key}_none"]
    return WORDS[f"{key}_one"] if count == 1 else WORDS[key].format(count=count)


def _margin(advice: Advice) -> list[Text]:
    recommendation, forms = advice.recommendation, advice.rulebook.forms
    if recommendation.form is None:
        return []
    form = forms[recommendation.form].name
    if recommendation.runner_up is None or recommendation.margin is None:
        return [WORDS["only"].format(form=form)]
    key = {0: "no_lead", 1: "margin_one"}.get(recommendation.margin, "margin")
    runner_up = forms[recommendation.runner_up].name
    return [WORDS[key].format(form=form, runner_up=runner_up, margin=recommendation.margin)]
