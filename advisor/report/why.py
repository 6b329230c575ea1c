"""All that is for and against one form: which form is meant, and its data for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.text import fold

if TYPE_CHECKING:
    from advisor.advice import Advice
    from advisor.language import Language
    from advisor.rulebook.rulebook import Rulebook


def forms_meant(words: str, rulebook: Rulebook) -> list[str]:
    """The form with this id or name, else every form whose name in either language holds these words."""
    asked = fold(words)
    names = {form.id: (fold(form.name.nl), fold(form.name.en)) for form in rulebook.forms.values()}
    exact = [form for form, both in names.items() if words == form or asked in both]
    return exact or [form for form, both in names.items() if asked and asked in " ".join(both)]


def as_json(advice: Advice, form: str, language: Language) -> str:
    """One form of the ranking, with the rulebook it rests on."""
    from advisor.report.as_json import dump, flip_as_data, rulebook_as_data, standing_as_data

    flips = advice.robustness.flips if advice.robustness else ()
    return dump(
        {
            "schema": "why/1",
            "language": language,
            "rulebook": rulebook_as_data(advice),
            "answers": dict(advice.answers),
            **standing_as_data(advice.standing(form), language),
            "flips": [flip_as_data(flip) for flip in flips if flip.form == form],
        }
    )
