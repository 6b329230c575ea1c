"""Every command, described once: bindings, footer, palette and help are made from this table."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding

from advisor.language import Text


@dataclass(frozen=True)
class Command:
    """Something the user can have done."""

    id: str
    key: str
    title: Text
    """One word for the footer."""
    help: Text
    action: str
    """Name of the action; ``screen.`` when the screen on top does it."""

    def binding(self) -> Binding:
        """The key that runs it."""
        return Binding(self.key, self.action, self.title.en, show=False, id=self.id, tooltip=self.help.en)


_TABLE = (
    Command("help", "f1", Text("Help", "Help"), Text("Wat u hier kunt doen", "What you can do here"), "app.help"),
    Command(
        "back",
        "f2",
        Text("Terug", "Back"),
        Text("Naar de vorige vraag of het vorige scherm", "To the previous question or screen"),
        "screen.back",
    ),
    Command(
        "why",
        "f3",
        Text("Waarom", "Why"),
        Text("Waarom deze vraag gesteld wordt", "Why this question is asked"),
        "screen.why",
    ),
    Command(
        "glossary",
        "f4",
        Text("Begrippen", "Glossary"),
        Text("Zoek op wat een woord betekent", "Look up what a word means"),
        "app.glossary",
    ),
    Command(
        "advice",
        "f5",
        Text("Advies", "Advice"),
        Text("Het advies op wat nu bekend is", "The advice on what is known now"),
        "app.advice",
    ),
    Command(
        "review",
        "f8",
        Text("Antwoorden", "Answers"),
        Text("Bekijk en wijzig uw antwoorden", "See and change your answers"),
        "app.review",
    ),
    Command(
        "standing",
        "f9",
        Text("Stand", "Standing"),
        Text("Toon of verberg de stand van de zes vormen", "Show or hide the standing of the six forms"),
        "screen.standing",
    ),
    Command(
        "language",
        "ctrl+l",
        Text("English", "Nederlands"),
        Text("Switch to English", "Ga verder in het Nederlands"),
        "app.language",
    ),
    Command(
        "theme",
        "ctrl+t",
        Text("Thema", "Theme"),
        Text("Wissel tussen donker en licht", "Switch between dark and light"),
        "app.theme",
    ),
    Command(
        "palette",
        "ctrl+p",
        Text("Meer", "More"),
        Text("Zoek een opdracht, begrip of vraag", "Find a command, term or question"),
        "app.command_palette",
    ),
    Command(
        "quit",
        "ctrl+q",
        Text("Sluiten", "Close"),
        Text("Sluit af; u houdt een samenvatting", "Close; a summary stays"),
        "app.quit",
    ),
)

COMMANDS = {command.id: command for command in _TABLE}
