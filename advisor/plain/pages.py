"""What the plain mode shows, as lines of text. Nothing here reads, writes or changes anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.plain.words import say
from advisor.report.document import title_of
from advisor.rulebook.model import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from advisor.interview import Interview, Reviewed
    from advisor.language import Language
    from advisor.report.document import Block
    from advisor.rulebook.model import Question, Term
    from advisor.rulebook.rulebook import Rulebook

_HELP = (
    "unknown",
    "why",
    "back",
    "term",
    "note",
    "answers",
    "undo",
    "advice",
    "chapter",
    "why_form",
    "what_if",
    "try",
    "save",
    "dossiers",
    "help",
    "stop",
)


def help_page(language: Language) -> Iterator[str]:
    """Everything that can be typed."""
    yield say("help", language)
    for line in _HELP:
        yield f"- {say(f'help_{line}', language)}"


def question_page(interview: Interview, question: Question, language: Language) -> Iterator[str]:
    """The question with its options, and what was answered before."""
    rulebook, progress = interview.rulebook, interview.progress
    where = say("question", language, number=progress.number, at_most=progress.at_most)
    topic = rulebook.topics.get(rulebook.topic_of.get(question.id, ""))
    yield f"{where}. {topic.title.in_(language)}." if topic else f"{where}."
    yield question.text.in_(language)
    for number, option in enumerate(question.options, 1):
        yield f"{number}. {option.text.in_(language)}"
    yield f"0. {say('dont_know', language)}"
    if question.id in interview.given:
        yield say("answer_was", language, answer=answer_in_words(question, interview.given[question.id], language))
    if question.id in interview.notes:
        yield say("note_was", language, note=_one_line(interview.notes[question.id]))


def why_page(rulebook: Rulebook, question: Question, language: Language) -> Iterator[str]:
    """Why the question is asked, who knows the answer, and how to find out."""
    yield say("why", language, why=question.why)
    yield say("who_knows", language, role=rulebook.roles[question.who_knows].name)
    yield say("how", language, how=question.how_to_find_out)
    if question.terms:
        yield say("terms", language, terms=_names(rulebook, question.terms, language))


def term_page(rulebook: Rulebook, term: Term, language: Language) -> Iterator[str]:
    """One word of the glossary."""
    yield say("term", language, name=term.name, definition=term.definition)
    if term.name.nl.casefold() != term.name.en.casefold():
        yield say("term_other", language, name=term.name.en if language == "nl" else term.name.nl)
    yield say("term_why", language, why=term.why)
    if term.see_also:
        yield say("see_also", language, terms=_names(rulebook, term.see_also, language))


def chapter_list(chapters: Iterable[Sequence[Block]], language: Language) -> Iterator[str]:
    """The chapters of an advice, with how to have one read."""
    yield say("chapters", language)
    yield from (f"{number}. {title_of(chapter)}" for number, chapter in enumerate(chapters, 1))
    yield say("chapters_how", language)


def reviewed(interview: Interview) -> tuple[Reviewed, ...]:
    """The questions with an answer or a note, set aside or not, as :func:`review_page` numbers them."""
    return tuple(line for line in interview.review() if line.answer is not None or line.note)


def review_page(interview: Interview, language: Language) -> Iterator[str]:
    """Every answer and note, numbered."""
    yield say("review", language)
    for number, line in enumerate(reviewed(interview), 1):
        if line.answer is None:
            answer = say("not_answered", language)
        else:
            answer = answer_in_words(line.question, line.answer, language)
        if not line.applies:
            answer = say("reviewed_aside", language, answer=answer)
        note = f" {say('note_was', language, note=_one_line(line.note))}" if line.note else ""
        yield f"{number}. {line.question.label.in_(language)}: {answer}.{note}"


def open_page(interview: Interview, language: Language) -> Iterator[str]:
    """The questions still to ask or not known; nothing when there are none."""
    rulebook = interview.rulebook
    still = still_open(interview)
    if still:
        yield say("open", language)
    for question in still:
        role = rulebook.roles[question.who_knows].name
        yield f"- {say('open_one', language, question=question.text, role=role)}"


def still_open(interview: Interview) -> tuple[Question, ...]:
    """The questions still to ask, and those answered with ``unknown``."""
    rulebook, answers = interview.rulebook, interview.answers
    still = {*interview.to_come, *(question for question, option in answers.items() if option == UNKNOWN)}
    return tuple(question for question in rulebook.questions.values() if question.id in still)


def answer_in_words(question: Question, answer: str, language: Language) -> str:
    """The option as its question says it."""
    if answer == UNKNOWN:
        return say("dont_know", language)
    return next(option.text.in_(language) for option in question.options if option.id == answer)


def _names(rulebook: Rulebook, terms: tuple[str, ...], language: Language) -> str:
    return ", ".join(rulebook.terms[term].name.in_(language) for term in terms)


def _one_line(note: str) -> str:
    return " ".join(note.split())
