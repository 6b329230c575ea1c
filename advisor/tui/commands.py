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
    everywhere: bool = True
    """Bound on every screen; otherwise the one screen that offers it binds it."""

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
        "whatif",
        "f6",
        Text("Wat-als", "What-if"),
        Text("Probeer andere antwoorden en zie wat er verandert", "Try other answers and see what changes"),
        "app.whatif",
    ),
    Command(
        "undo",
        "u",
        Text("Herstel", "Undo"),
        Text("Neem de laatste verandering terug", "Take the last change back"),
        "screen.undo",
        everywhere=False,
    ),
    Command(
        "keep",
        "k",
        Text("Bewaar", "Keep"),
        Text("Bewaar wat u nu ziet als scenario", "Keep what you see now as a scenario"),
        "screen.keep",
        everywhere=False,
    ),
    Command(
        "scenario",
        "s",
        Text("Scenario's", "Scenarios"),
        Text("Blader langs uw eigen antwoorden en uw scenario's", "Go through your own answers and your scenarios"),
        "screen.scenario",
        everywhere=False,
    ),
    Command(
        "beside",
        "v",
        Text("Naast-elkaar", "Side-by-side"),
        Text("Zet uw antwoorden en uw scenario's naast elkaar", "Put your answers and your scenarios side by side"),
        "screen.beside",
        everywhere=False,
    ),
    Command(
        "adopt",
        "o",
        Text("Overnemen", "Adopt"),
        Text("Neem de andere antwoorden over in uw interview", "Take the other answers over into your interview"),
        "screen.adopt",
        everywhere=False,
    ),
    Command(
        "review",
        "f8",
        Text("Antwoorden", "Answers"),
        Text("Bekijk en wijzig uw antwoorden", "See and change your answers"),
        "app.review",
    ),
    Command(
        "report",
        "r",
        Text("Rapport", "Report"),
        Text("Bewaar als PDF, Word, webpagina of ander bestand", "Save as a PDF, Word, web page or other file"),
        "screen.report",
        everywhere=False,
    ),
    Command(
        "standing",
        "f9",
        Text("Stand", "Standing"),
        Text("Toon of verberg de stand van de zes vormen", "Show or hide the standing of the six forms"),
        "screen.standing",
    ),
    Command(
        "mark",
        "c",
        Text("Vergelijk", "Compare"),
        Text("Kies dit dossier om te vergelijken", "Choose this dossier to compare"),
        "screen.mark",
        everywhere=False,
    ),
    Command(
        "name",
        "n",
        Text("Naam", "Name"),
        Text("Geef dit dossier een naam", "Give this dossier a name"),
        "screen.name",
        everywhere=False,
    ),
    Command(
        "export",
        "e",
        Text("Exporteer", "Export"),
        Text("Schrijf dit dossier als bestand weg", "Write this dossier to a file"),
        "screen.export",
        everywhere=False,
    ),
    Command(
        "delete",
        "d",
        Text("Wis", "Delete"),
        Text("Wis dit dossier", "Delete this dossier"),
        "screen.delete",
        everywhere=False,
    ),
    Command(
        "take_back",
        "ctrl+z",
        Text("Terugnemen", "Take back"),
        Text("Neem de laatste wijziging van uw antwoorden terug", "Take back the last change to your answers"),
        "app.take_back",
    ),
    Command(
        "dossiers",
        "f7",
        Text("Dossiers", "Dossiers"),
        Text("Ga verder met een ander dossier, of vergelijk ze", "Go on with another dossier, or compare them"),
        "app.dossiers",
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
