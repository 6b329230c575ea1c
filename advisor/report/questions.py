"""What the interview can ask, for people and for scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.report.as_json import dump
from advisor.report.as_text import draw
from advisor.report.document import Block, Heading, Items, Paragraph
from advisor.words import say

if TYPE_CHECKING:
    from advisor.language import Language
    from advisor.rulebook.rulebook import Rulebook


def as_json(rulebook: Rulebook, language: Language) -> str:
    """The questions as data; ``unknown`` is not among the options, every question takes it."""
    questions = [
        {
            "id": question.id,
            "topic": rulebook.topic_of[question.id],
            "label": question.label.in_(language),
            "text": question.text.in_(language),
            "why": question.why.in_(language),
            "who_knows": question.who_knows,
            "how_to_find_out": question.how_to_find_out.in_(language),
            "influence": question.influence,
            "ordered": question.ordered,
            "ask_if": [condition.as_yaml() for condition in question.ask_if],
            "terms": sorted(question.terms),
            "options": [{"id": option.id, "text": option.text.in_(language)} for option in question.options],
        }
        for question in rulebook.questions.values()
    ]
    head = {"version": rulebook.version, "hash": rulebook.hash}
    return dump({"schema": "questions/1", "language": language, "rulebook": head, "questions": questions})


def as_text(rulebook: Rulebook, language: Language) -> str:
    """The questions to read, by topic."""
    blocks: list[Block] = []
    topic = ""
    for question in rulebook.questions.values():
        if rulebook.topic_of[question.id] != topic:
            topic = rulebook.topic_of[question.id]
            blocks.append(Heading(2, rulebook.topics[topic].title.in_(language)))
        blocks.append(Heading(3, f"{question.text.in_(language)} ({question.id})"))
        blocks.append(Paragraph(question.why.in_(language)))
        blocks.append(Items(tuple(f"{option.text.in_(language)} ({option.id})" for option in question.options)))
    return draw(blocks)


def as_yaml(rulebook: Rulebook, language: Language) -> str:
    """An answers file to fill in: every question ``unknown``, its options as comments."""
    lines = [f"# {say('fill_in', language)}", f"language: {language}", "answers:"]
    for question in rulebook.questions.values():
        lines.append("")
        lines.append(f"  # {' '.join(question.text.in_(language).split())}")
        lines.extend(f"  #   {option.id}: {' '.join(option.text.in_(language).split())}" for option in question.options)
        lines.append(f"  {question.id}: unknown")
    return "\n".join(lines) + "\n"
