"""Drawing transcript entries in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.content import Content

from advisor.rulebook.model import UNKNOWN
from advisor.tui.entries import (
    Answered,
    Changed,
    Defined,
    Entry,
    Explained,
    FitsMore,
    Greeted,
    Kept,
    KnowledgeChanged,
    Noted,
    NotKept,
    Settled,
    TermMissing,
    Told,
    TookBack,
    Typed,
    WentBack,
)
from advisor.tui.words import say, say_count
from advisor.words import say as tell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from advisor.language import Language
    from advisor.rulebook.rulebook import Rulebook

Role = Literal["adviser", "you"]


@dataclass(frozen=True)
class Turn:
    """Something said in the transcript."""

    role: Role
    content: Content


def option_text(rulebook: Rulebook, question: str, option: str | None, language: Language) -> str:
    """An answer in words, ``unknown`` and no answer included."""
    if option is None:
        return say("none", language)
    if option == UNKNOWN:
        return say("unknown", language)
    return next(o.text.in_(language) for o in rulebook.questions[question].options if o.id == option)


def draw(entries: Iterable[Entry], rulebook: Rulebook, language: Language) -> list[Turn]:
    """All turns, in one language."""
    pen = _Pen(rulebook, language)
    return [turn for entry in entries for turn in pen.draw(entry)]


class _Pen:
    """Turns one entry into what is said."""

    def __init__(self, rulebook: Rulebook, language: Language) -> None:
        self._rulebook = rulebook
        self._language: Language = language

    def draw(self, entry: Entry) -> list[Turn]:
        match entry:
            case Greeted(answered=0):
                return [self._adviser(say("greeting", self._language, count=len(self._rulebook.questions)))]
            case Greeted(answered=answered):
                return [self._adviser(say_count("resumed", self._language, answered))]
            case Answered(question=question, option=option):
                return self._answered(question, option)
            case Changed():
                return [self._changed(entry)]
            case Kept(question=question, option=option):
                answer = option_text(self._rulebook, question, option, self._language)
                return [self._adviser(self._asked(question)), self._adviser(say("kept", self._language, answer=answer))]
            case Typed(words=words):
                return [self._you(words)]
            case Noted(words=words):
                return [self._you(words), self._adviser(f"{say('noted', self._language)}.")]
            case WentBack(question=question):
                return [self._adviser(say("back_to", self._language, question=self._asked(question)))]
            case TermMissing(words=words):
                return [self._adviser(say("term_unknown", self._language, words=words))]
            case Settled(unless=unless):
                return [self._adviser(self._settled(unless))]
            case NotKept(kind=kind, detail=detail):
                return [self._adviser(say(f"trouble_{kind}", self._language, detail=detail))]
            case KnowledgeChanged():
                return [self._adviser(self._knowledge_changed(entry))]
            case TookBack(questions=questions):
                names = ", ".join(
                    self._rulebook.questions[q].label.in_(self._language)
                    for q in dict.fromkeys(questions)
                    if q in self._rulebook.questions
                )
                return [self._adviser(say("took_back", self._language, questions=names))]
            case Told(key=key):
                return [self._adviser(say(key, self._language))]
            case FitsMore(numbers=numbers):
                return [self._adviser(say("fits_more", self._language, numbers=", ".join(map(str, numbers))))]
            case Explained(question=question):
                return [self._adviser(self._why(question), say("why_asked", self._language))]
            case Defined(term=term):
                return [self._defined(term)]

    def _knowledge_changed(self, entry: KnowledgeChanged) -> str:
        forms = self._rulebook.forms
        before, after = (
            forms[form].name.in_(self._language) if form in forms else tell("since_none", self._language)
            for form in (entry.before or "", entry.after or "")
        )
        key = "since_kept" if before == after else "since_turned"
        verdict = tell(key, self._language, before=before, after=after)
        counts = {"appeared": entry.appeared, "vanished": entry.vanished, "changed": entry.changed}
        return say("knowledge_changed", self._language, verdict=verdict, **counts)

    def _settled(self, unless: tuple[str, ...]) -> str:
        from advisor.report.certainty import settled_so_far  # not before something is settled

        sentence = settled_so_far(self._rulebook, unless, self._language)
        return f"{sentence} {say('settled_advice', self._language)}"

    def _adviser(self, words: str, lead: str = "") -> Turn:
        return Turn("adviser", self._content("adviser", words, lead))

    def _you(self, words: str, lead: str = "") -> Turn:
        return Turn("you", self._content("you", words, lead))

    def _content(self, role: Role, words: str, lead: str) -> Content:
        style = "bold $text-primary" if role == "adviser" else "bold $text-success"
        parts: list[str | Content | tuple[str, str]] = [(f"{say(role, self._language)}: ", style)]
        if lead:
            parts.append((f"{lead}. ", "bold"))
        return Content.assemble(*parts, words)

    def _asked(self, question: str) -> str:
        return self._rulebook.questions[question].text.in_(self._language)

    def _answered(self, question: str, option: str) -> list[Turn]:
        answer = option_text(self._rulebook, question, option, self._language)
        turns = [self._adviser(self._asked(question)), self._you(answer)]
        if option == UNKNOWN:
            turns.append(self._adviser(who_knows(self._rulebook, question, self._language)))
        return turns

    def _why(self, question: str) -> str:
        why = self._rulebook.questions[question].why.in_(self._language)
        return f"{why}\n{who_knows(self._rulebook, question, self._language)}"

    def _changed(self, entry: Changed) -> Turn:
        before, after = (
            option_text(self._rulebook, entry.question, option, self._language)
            for option in (entry.before, entry.after)
        )
        lines = [self._asked(entry.question), say("changed_from", self._language, before=before, after=after)]
        for key, questions in (("now_aside", entry.aside), ("now_back", entry.returned)):
            if questions:
                names = ", ".join(self._rulebook.questions[q].label.in_(self._language) for q in questions)
                lines.append(say(key, self._language, questions=names))
        return self._adviser("\n".join(lines), say("changed", self._language))

    def _defined(self, term_id: str) -> Turn:
        term = self._rulebook.terms[term_id]
        lines = [term.definition.in_(self._language), term.why.in_(self._language)]
        names = [self._rulebook.terms[other].name.in_(self._language) for other in term.see_also]
        if names:
            lines.append(say("see_also", self._language, terms=", ".join(names)))
        return self._adviser("\n".join(lines), term.name.in_(self._language))


def who_knows(rulebook: Rulebook, question: str, language: Language) -> str:
    """Who has the answer, and how to get it."""
    asked = rulebook.questions[question]
    role = rulebook.roles[asked.who_knows].name.in_(language)
    return (
        f"{say('ask_role', language, role=role)} {say('find_out', language, how=asked.how_to_find_out.in_(language))}"
    )
