"""What the reports as files say about themselves, in both languages, and what became of an advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from advisor.language import Language, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Mapping[str, Text] = {
    "product": Text("Sourcingadvies", "Sourcing advice"),
    "page": Text("Pagina", "Page"),
    "of": Text("van", "of"),
    "carries_data": Text(
        "Dit bestand draagt zijn gegevens bij zich: uw antwoorden en de argumenten, met een controlegetal. De "
        "opdracht advisor verify rekent daarmee na of het advies nog hetzelfde zou zijn.",
        "This file carries its data: your answers and the arguments, with a checksum. The command advisor verify "
        "uses them to work out whether the advice would still be the same.",
    ),
    "evidence_is": Text(
        "Antwoorden en argumenten achter dit advies, voor advisor verify",
        "Answers and arguments behind this advice, for advisor verify",
    ),
    "no_start": Text(
        "een agenda heeft een begindatum nodig; geef --start YYYY-MM-DD of zet start in het bestand",
        "a calendar needs a start date; give --start YYYY-MM-DD or put start in the file",
    ),
    "no_plan": Text(
        "er is nog geen advies, dus ook geen plan voor in een agenda",
        "there is no advice yet, and so no plan for a calendar",
    ),
    "no_typst": Text(
        "een PDF kan op deze computer niet worden gemaakt, want typst ontbreekt; kies docx of html",
        "a PDF cannot be made on this computer, because typst is missing; choose docx or html",
    ),
    "data_missing": Text(
        "dit bestand draagt geen gegevens bij zich, dus er valt niets na te rekenen",
        "this file carries no data, so there is nothing to verify",
    ),
    "data_doubled": Text(
        "dit bestand draagt meer dan één stel gegevens bij zich, en welk stel erbij hoort is niet te zeggen",
        "this file carries more than one set of data, and nobody can say which one belongs to it",
    ),
    "data_altered": Text(
        "de gegevens in dit bestand zijn veranderd: het controlegetal klopt niet",
        "the data in this file has been altered: the checksum does not match",
    ),
    "data_unreadable": Text("de gegevens in dit bestand zijn niet te lezen", "the data in this file cannot be read"),
    "data_newer": Text(
        "de gegevens in dit bestand zijn van een andere versie van dit programma",
        "the data in this file is of another version of this program",
    ),
    "data_too_large": Text(
        "de gegevens in dit bestand zijn te groot om van een advies te zijn",
        "the data in this file is too large to be of an advice",
    ),
    "report_too_large": Text(
        "dit bestand is te groot om een van onze rapporten te zijn", "this file is too large to be one of our reports"
    ),
    "report_unreadable": Text("dit bestand is beschadigd en niet te lezen", "this file is damaged and cannot be read"),
    # what became of an advice
    "same": Text(
        "Hetzelfde: deze antwoorden geven nog altijd dit advies: {after}.",
        "The same: these answers still give this advice: {after}.",
    ),
    "same_none": Text(
        "Hetzelfde: deze antwoorden geven nog altijd geen advies.", "The same: these answers still give no advice."
    ),
    "differs": Text("Anders. {verdict}", "Different. {verdict}"),
    "same_rulebook": Text("De kennis is dezelfde: van {version}.", "The knowledge is the same: as of {version}."),
    "other_rulebook": Text(
        "De kennis is veranderd: was van {before} ({hash_before}), nu van {after} ({hash_after}).",
        "The knowledge has changed: it was as of {before} ({hash_before}), now {after} ({hash_after}).",
    ),
    "other_program": Text(
        "De kennis is wel dezelfde; het verschil komt van het programma, of de gegevens zijn niet van een advies.",
        "Yet the knowledge is the same; the difference is the program's, or the data is of no advice.",
    ),
    "only_the_data": Text(
        "Nagekeken zijn de gegevens in het bestand, niet de tekst die erin te lezen staat.",
        "What was verified is the data in the file, not the text it shows.",
    ),
    "question_gone": Text('De vraag "{question}" bestaat niet meer.', 'The question "{question}" is gone.'),
    "option_gone": Text(
        'Het antwoord "{option}" op de vraag "{question}" bestaat niet meer.',
        'The answer "{option}" to the question "{question}" is gone.',
    ),
    "now_set_aside": Text('Niet meer van toepassing: "{question}".', 'No longer applies: "{question}".'),
    "now_counts": Text('Nu wel van toepassing: "{question}".', 'Applies now: "{question}".'),
    "score_changed": Text("{form}: score was {before}, nu {after}.", "{form}: the score was {before}, now {after}."),
    "verdict_changed": Text("{form}: was {before}, nu {after}.", "{form}: was {before}, now {after}."),
    "appeared": Text("{form}: nieuw argument ({effect}): {because}", "{form}: new argument ({effect}): {because}"),
    "vanished": Text("{form}: vervallen argument ({effect}): {because}", "{form}: argument gone ({effect}): {because}"),
    "points_changed": Text(
        "{form}: argument telt anders (was {before}, nu {after}): {because}",
        "{form}: argument counts differently (was {before}, now {after}): {because}",
    ),
    "part_changed": Text("{segment}: was {before}, nu {after}.", "{segment}: was {before}, now {after}."),
    "no_part": Text("geen apart deel", "no part of its own"),
    "caution_new": Text("Nieuwe waarschuwing: {caution}", "New caution: {caution}"),
    "caution_gone": Text("Vervallen waarschuwing: {caution}", "Caution gone: {caution}"),
    "order_changed": Text("De volgorde van de vormen is anders.", "The order of the forms is different."),
    "cannot_set": Text(
        "het bestand kan niet worden opgemaakt: {problem}",
        "the file cannot be typeset: {problem}",
    ),
}


def say(key: str, language: Language, /, **values: object) -> str:
    """One of the sentences, filled in."""
    return WORDS[key].format(**values).in_(language)
