"""The small sentences every report is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.language import shortened
from advisor.report import dates
from advisor.rulebook.model import CORE, UNKNOWN
from advisor.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.advice import Advice, Argument, Mix
    from advisor.language import Language
    from advisor.rulebook.model import Caution, Place


class Sentences:
    """Names, answers and dates of one advice in one language."""

    def __init__(self, advice: Advice, language: Language) -> None:
        self.advice = advice
        self.language: Language = language

    def say(self, key: str, **values: object) -> str:
        """One of our own sentences."""
        return say(key, self.language, **values)

    def behind(self, argument: Argument) -> Sequence[str]:
        """The answers behind an argument."""
        return [self.quoted(question, option) for question, option in argument.answers.items()]

    def quoted(self, question: str, option: str) -> str:
        """``label "option"``, for in a sentence; an option may hold a semicolon itself."""
        return f'{self.label(question)} "{self.option(question, option)}"'

    def label(self, question: str) -> str:
        """The short name of a question."""
        return self.advice.rulebook.questions[question].label.in_(self.language)

    def option(self, question: str, option: str) -> str:
        """An option in words; ``unknown`` too, and one that the rulebook no longer has."""
        known = {o.id: o.text.in_(self.language) for o in self.advice.rulebook.questions[question].options}
        if option == UNKNOWN:
            return self.say("dont_know")
        return known.get(option, f"{option} ({self.say('no_longer_exists')})")

    def answer(self, question: str, option: str) -> str:
        """``label: option``, in words."""
        return f"{self.label(question)}: {self.option(question, option)}"

    def answer_with_note(self, question: str, option: str) -> str:
        """An answer, and the user's own words with it."""
        note = self.advice.notes.get(question)
        line = self.answer(question, option)
        return f"{line}. {self.say('note', note=note)}" if note else line

    def as_of(self, dated: Caution | Place) -> str:
        """On which day something was so."""
        return self.say("as_of", date=dates.in_words(dated.as_of, self.language))

    def why_part(self, part: Mix) -> str:
        """Why a part of the work gets its form, also where that scores below zero for the whole of the work."""
        because = part.because.in_(self.language)
        score, headline = self.advice.standing(part.form).score, self.advice.recommendation.form
        if score >= 0 or headline is None or part.form == headline:
            return because
        key = "low_as_core" if part.segment == CORE else "low_for_all"
        names = {"form": self.short_form(part.form), "headline": self.short_form(headline)}
        return f"{because} {self.say(key, score=score, **names)}"

    def short_form(self, form: str) -> str:
        """The name of a form where there is little room."""
        return shortened(self.form_name(form))

    def form_name(self, form: str) -> str:
        """The name of a form."""
        return self.advice.rulebook.forms[form].name.in_(self.language)
