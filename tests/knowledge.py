"""Small rulebooks for tests, written to disk as YAML like the real one."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from advisor.rulebook.loading import load
from advisor.rulebook.model import CRITERIA, FORMS, SEGMENTS
from advisor.rulebook.rulebook import Rulebook

GOALS = [
    "quality_flexibility_cost",
    "quality_cost_flexibility",
    "flexibility_quality_cost",
    "flexibility_cost_quality",
    "cost_quality_flexibility",
    "cost_flexibility_quality",
    "balanced",
]


def text(words: str) -> dict[str, str]:
    """A text whose two languages can be told apart."""
    return {"nl": f"{words} (nl)", "en": f"{words} (en)"}


def question(name: str, options: list[str], **more: Any) -> dict[str, Any]:
    """A question with the required keys filled in."""
    return {
        "id": name,
        "influence": "given",
        "label": text(f"label {name}"),
        "text": text(name),
        "why": text(f"why {name}"),
        "who_knows": "manager",
        "how_to_find_out": text(f"how {name}"),
        "options": [{"id": option, "text": text(option)} for option in options],
        **more,
    }


def rule(
    name: str, when: list[dict[str, Any]], direction: str, form: str, points: int = 2, **more: Any
) -> dict[str, Any]:
    """A rule; direction is ``for`` or ``against``."""
    return {
        "id": name,
        "when": when,
        direction: form,
        "points": points,
        "criterion": "feasibility",
        "because": text(f"because {name}"),
        "sources": ["seed"],
        **more,
    }


def frame() -> dict[str, dict[str, Any]]:
    """Everything a rulebook must have besides its topics: file name → content."""
    sentences = ("none", "adjust", "switch", "start")
    return {
        "rules/rulebook.yaml": {"version": "2026-01-01", "topics": ["basics"]},
        "rules/forms.yaml": {
            "forms": [
                {
                    "id": form,
                    "name": text(form),
                    "what": text(f"what {form}"),
                    "fits": [text("fits")],
                    "fits_not": [text("fits not")],
                    "first_steps": [text("first")],
                    "costs": {"drivers": [text("d")], "range": text("r"), "as_of": text("a"), "sources": ["seed"]},
                }
                for form in FORMS
            ],
            "headlines": [
                {"form": form, "adjusts": ["mixed"], **{s: text(f"{form} {s}") for s in sentences}} for form in FORMS
            ],
            "segments": [{"id": segment, "name": text(segment), "because": text(segment)} for segment in SEGMENTS],
            "goals": [
                {"option": option, "weights": dict.fromkeys(CRITERIA, 2) | {"feasibility": 3}}
                for option in [*GOALS, "unknown"]
            ],
            "roles": [{"id": "manager", "name": text("manager")}],
            "sources": [{"id": "seed", "title": text("seed"), "date": "2026-01-01", "certainty": "high"}],
        },
        "rules/basics.yaml": {
            "topic": "basics",
            "title": text("basics"),
            "questions": [
                question("goals", GOALS, influence="choice"),
                question("current_model", [*FORMS, "mixed", "none"]),
                question("size", ["small", "medium", "large"], ordered=True, terms=["team"]),
                question("night", ["quiet", "busy"], ask_if=[{"size": {"at_least": "medium"}}]),
            ],
            "findings": [{"id": "big_nights", "text": text("big nights"), "when": [{"night": "busy"}]}],
            "rules": [
                rule("small_is_own", [{"size": "small"}], "for", "insourcing", terms=["team"]),
                rule("large_goes_out", [{"size": {"at_least": "large"}}], "for", "outsourcing"),
                rule("nights_are_hard", [{"finding": "big_nights"}], "against", "insourcing", 3),
            ],
            "gates": [
                {
                    "id": "too_small",
                    "when": [{"size": "small"}],
                    "excludes": "offshoring",
                    "scope": "everywhere",
                    "because": text("too small"),
                    "lift": text("grow"),
                    "sources": ["seed"],
                }
            ],
            "cautions": [
                {
                    "id": "mind_the_team",
                    "when": [{"size": ["small", "large"]}],
                    "forms": ["insourcing"],
                    "kind": "people",
                    "severity": 2,
                    "demand": text("mind"),
                    "do": text("do"),
                    "as_of": "2026-01-01",
                    "sources": ["seed"],
                }
            ],
        },
        "glossary/t.yaml": {
            "terms": [
                {
                    "id": "team",
                    "name": {"nl": "Ploeg", "en": "Team"},
                    "definition": text("people"),
                    "why": text("matters"),
                    "sources": ["seed"],
                }
            ]
        },
    }


def write(directory: Path, files: dict[str, Any]) -> Path:
    """Write files as JSON, which is YAML too, or as they are when they are text."""
    for name, content in files.items():
        path = directory / name
        path.parent.mkdir(parents=True, exist_ok=True)
        body = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False, indent=1)
        path.write_text(body, encoding="utf-8")
    return directory


def small(directory: Path, **topic: Any) -> Rulebook:
    """The small rulebook above, with sections of its one topic replaced."""
    files = copy.deepcopy(frame())
    files["rules/basics.yaml"] |= topic
    return load(write(directory, files))
