"""Going on with a dossier that was kept, or beginning a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.dossier.sitting import Sitting
from advisor.plain.asking import Asking
from advisor.plain.words import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from advisor.dossier.store import Listed, Store
    from advisor.language import Language
    from advisor.plain.console import Console
    from advisor.rulebook.rulebook import Rulebook


def choose(store: Store, rulebook: Rulebook, console: Console, language: Language) -> Sitting | None:
    """The dossier that the user picks, or a new one; None when the user leaves the choice."""
    listed = [item for item in store.list() if item.dossier is not None]
    if not listed:
        return Sitting.new(store, rulebook, language)
    console.show([say("dossiers", language), *_lines(listed, rulebook, language), say("dossier_new", language)])
    number = Asking(console, language).number("prompt_dossier", 0, len(listed))
    if number is None:
        return None
    dossier = listed[number - 1].dossier if number else None
    return Sitting(store, rulebook, dossier) if dossier else Sitting.new(store, rulebook, language)


def _lines(listed: Sequence[Listed], rulebook: Rulebook, language: Language) -> Iterator[str]:
    for number, item in enumerate(listed, 1):
        if dossier := item.dossier:
            name, count = dossier.name or dossier.id, len(dossier.answers)
            card = rulebook.forms.get(dossier.advice.form or "") if dossier.advice else None
            key = "dossier_advised" if card else "dossier_line"
            form = card.name if card else ""
            yield f"{number}. {say(key, language, name=name, count=count, form=form)}"
