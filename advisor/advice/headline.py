"""The headline in words: which form, what it changes, and how far ahead it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.advice.model import Recommendation
from advisor.language import Text, joined
from advisor.rulebook.model import CORE, UNKNOWN
from advisor.rulebook.rulebook import CURRENT_MODEL
from advisor.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from advisor.advice.model import Mix, Standing
    from advisor.rulebook.model import Change
    from advisor.rulebook.rulebook import Rulebook


def recommend(
    rulebook: Rulebook, answers: Mapping[str, str], ranking: tuple[Standing, ...], mix: tuple[Mix, ...]
) -> Recommendation:
    """The recommendation that follows from a ranking."""
    first = ranking[0]
    if first.verdict != "recommended":
        key = "all_excluded" if first.verdict == "excluded" else "too_little"
        return Recommendation(None, WORDS[key], None, None, None, WORDS[f"{key}_summary"])
    second = next((s for s in ranking[1:] if s.verdict != "excluded"), None)
    title, change = _title(rulebook, answers, first.form, mix)
    return Recommendation(
        form=first.form,
        title=title,
        change=change,
        runner_up=second.form if second else None,
        margin=first.score - second.score if second else None,
        summary=_summary(rulebook, answers, first, second),
    )


def _title(rulebook: Rulebook, answers: Mapping[str, str], form: str, mix: tuple[Mix, ...]) -> tuple[Text, Change]:
    """The sentence a manager reads first, and what it changes against the present model."""
    headline = rulebook.headlines[form]
    present = answers.get(CURRENT_MODEL, UNKNOWN)
    if present == form:
        other_parts = any(part.form != form for part in mix if part.segment != CORE)
        return (headline.adjust, "adjust") if other_parts else (headline.none, "none")
    if present in headline.adjusts:
        return headline.adjust, "adjust"
    return (headline.switch if present in (*rulebook.forms, "mixed") else headline.start), "switch"


def _poor(first: Standing) -> str:
    """Why a form that scores nothing, or less, is first all the same."""
    if first.score < 0:
        return "summary_poor"
    return "summary_even" if any(a.segment is None for a in first.arguments) else "summary_unspoken"


def _summary(rulebook: Rulebook, answers: Mapping[str, str], first: Standing, second: Standing | None) -> Text:
    """Two or three sentences: the margin, the heaviest reason, the heaviest objection."""
    values: dict[str, object] = {"form": rulebook.forms[first.form].name, "score": first.score}
    if second is None:
        sentences = [WORDS["summary_only"].format(**values)]
    else:
        margin = first.score - second.score
        values |= {"runner_up": rulebook.forms[second.form].name, "margin": margin}
        sentences = [WORDS["summary_clear" if margin else "summary_tie"].format(**values)]
        if 0 < margin <= max(rulebook.weights(answers).values()):  # the lightest argument under the heaviest goal
            sentences.append(WORDS["summary_close"])
    if first.score <= 0:
        sentences.append(WORDS[_poor(first)])
    for key, direction in (("summary_because", "for"), ("summary_against", "against")):
        reasons = [a.because for a in first.arguments if a.direction == direction and a.segment is None]
        if reasons:
            sentences.append(WORDS[key].format(because=reasons[0]))
    return joined(sentences)
