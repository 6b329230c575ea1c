"""The advice for scripts. The keys are a contract: adding is allowed, renaming is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from advisor.report import dates, evidence
from advisor.rulebook.model import FORMS

if TYPE_CHECKING:
    from advisor.advice import Advice, Argument, Mix, Standing
    from advisor.advice.model import Conclusion, Location, Stage
    from advisor.explorer.neighbours import Flip
    from advisor.language import Language
    from advisor.rulebook.model import Caution, Task


def render(advice: Advice, language: Language, start: str | None = None, *, data: bool = True) -> str:
    """The advice as JSON text, the same for the same answers on every machine.

    Args:
        start: the day the plan begins.
        data: whether it carries what ``advisor verify`` needs.
    """
    content = as_data(advice, language, start)
    if data:
        content["evidence"] = evidence.as_data(evidence.evidence_of(advice, language, start))
    return dump(content)


def dump(data: object) -> str:
    """JSON as we always write it."""
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode() + "\n"


def as_data(advice: Advice, language: Language, start: str | None = None) -> dict[str, Any]:
    """The advice as plain data.

    Args:
        start: the day the plan begins; then it is among the data, and each task has its days.
    """
    return {
        "schema": "advice/1",
        "language": language,
        "rulebook": rulebook_as_data(advice),
        "answers": dict(advice.answers),
        "set_aside": dict(advice.set_aside),
        "notes": dict(advice.notes),
        "recommendation": _recommendation(advice, language),
        "ranking": [standing_as_data(standing, language) for standing in advice.ranking],
        "findings": [_finding(finding, language) for finding in advice.findings],
        "places": [_place(location, language) for location in advice.places],
        "cautions": [_caution(caution, language) for caution in advice.cautions],
        "open": _open(advice),
        "robustness": robustness_as_data(advice),
        **({"start": start} if start else {}),
        "plan": [_stage(stage, language, start) for stage in advice.plan],
    }


def rulebook_as_data(advice: Advice) -> dict[str, str]:
    """Which rulebook it was."""
    return {"version": advice.rulebook.version, "hash": advice.rulebook.hash}


def _recommendation(advice: Advice, language: Language) -> dict[str, Any]:
    recommendation = advice.recommendation
    return {
        "form": recommendation.form,
        "title": recommendation.title.in_(language),
        "change": recommendation.change,
        "runner_up": recommendation.runner_up,
        "margin": recommendation.margin,
        "summary": recommendation.summary.in_(language),
        "mix": [_mix(part, language) for part in advice.mix],
    }


def standing_as_data(standing: Standing, language: Language) -> dict[str, Any]:
    """One form of the ranking."""
    return {
        "form": standing.form,
        "score": standing.score,
        "verdict": standing.verdict,
        "arguments": [_argument(argument, language) for argument in standing.arguments],
    }


def _argument(argument: Argument, language: Language) -> dict[str, Any]:
    return {
        "rule": argument.rule,
        "direction": argument.direction,
        "points": argument.points,
        "criterion": argument.criterion,
        "weight": argument.weight,
        "segment": argument.segment,
        "because": argument.because.in_(language),
        "lift": argument.lift.in_(language) if argument.lift else None,
        "answers": dict(argument.answers),
        "findings": list(argument.findings),
        "terms": list(argument.terms),
        "sources": list(argument.sources),
    }


def _finding(finding: Conclusion, language: Language) -> dict[str, Any]:
    return {
        "id": finding.id,
        "text": finding.text.in_(language),
        "rules": list(finding.rules),
        "answers": dict(finding.answers),
    }


def _open(advice: Advice) -> dict[str, Any]:
    """What is not known, and what could still become of it."""
    return {
        "unknown": list(advice.open),
        "still_possible": list(advice.possible.forms),
        "exact": advice.possible.exact,
        "settled": advice.possible.settled,
        "ask_first": list(advice.possible.ask_first),
    }


def _mix(part: Mix, language: Language) -> dict[str, Any]:
    return {
        "segment": part.segment,
        "form": part.form,
        "score": part.score,
        "gain": part.gain,
        "because": part.because.in_(language),
        "arguments": [_argument(argument, language) for argument in part.arguments],
    }


def robustness_as_data(advice: Advice) -> dict[str, Any] | None:
    """How the headline stands up to other answers; None without one."""
    firm = advice.robustness
    if firm is None:
        return None
    return {
        "single_changes": firm.single_changes,
        "kept": firm.kept,
        "pair_changes": firm.pair_changes,
        "pairs_kept": firm.pairs_kept,
        "flips": [flip_as_data(flip) for flip in firm.flips],
    }


def flip_as_data(flip: Flip) -> dict[str, Any]:
    """The fewest changes that make one form the headline."""
    sets = [{"changes": dict(flip_set.changes), "influence": flip_set.influence} for flip_set in flip.sets]
    return {"form": flip.form, "total": flip.total, "sets": sets}


def _place(location: Location, language: Language) -> dict[str, Any]:
    place = location.place
    return {
        "country": place.country.in_(language),
        "form": place.form,
        "offset_hours": {"winter": _whole(place.offset_hours.winter), "summer": _whole(place.offset_hours.summer)},
        "because": place.because.in_(language),
        "note": place.note.in_(language),
        "hours": [
            {"here": _span(h.here), "winter": _span(h.winter), "summer": _span(h.summer)} for h in location.hours
        ],
        "as_of": place.as_of,
        "sources": sorted(place.sources),
    }


def _whole(hours: float) -> float:
    """Whole hours as a whole number, in JSON too."""
    return int(hours) if hours == int(hours) else hours


def _span(span: tuple[float, float]) -> list[float]:
    return [_whole(span[0]), _whole(span[1])]


def _stage(stage: Stage, language: Language, start: str | None) -> dict[str, Any]:
    return {
        "step": stage.step.number,
        "title": stage.step.title.in_(language),
        "tasks": [_task(task, language, start) for task in stage.tasks],
    }


def _task(task: Task, language: Language, start: str | None) -> dict[str, Any]:
    data: dict[str, Any] = {
        "text": task.text.in_(language),
        "role": task.role,
        "start_week": task.start_week,
        "weeks": task.weeks,
        "milestone": task.milestone,
    }
    if start:
        data["start"], data["end"] = dates.days(task, start)
    return data


def _caution(caution: Caution, language: Language) -> dict[str, Any]:
    return {
        "id": caution.id,
        "kind": caution.kind,
        "severity": caution.severity,
        "demand": caution.demand.in_(language),
        "do": caution.do.in_(language),
        "forms": sorted(caution.forms, key=FORMS.index),
        "as_of": caution.as_of,
        "sources": sorted(caution.sources),
    }
